import type { NoticeCause } from "@moc/contract/gate/notice.ts";
import type { Agenda } from "./agenda.ts";
import { randomOf } from "./random.ts";
import { type Site, tryTwice } from "./site.ts";
import { trouble } from "./volumes.ts";

/** A closure of the other side as the simulated day has it. Moments are zone time in ms. */
export type PlannedClosure = {
  route: string;
  tellAt: number;
  from: number;
  to: number;
  cause: NoticeCause;
  /** When the dispatcher answers it with an order. */
  orderAt: number;
  /** When the other side is done earlier than it said; null: it keeps to its time. */
  endsEarly: number | null;
};

const minuteMs = 60_000;
const causes = ["system", "congestion", "inspection"] as const satisfies readonly NoticeCause[];

/**
 * The closures of one day: the other side tells them at short notice, two hours or so before, and some end early. The
 * same for the same seed and day. How often they come is illustrative; that they come at short notice is not.
 * @param dayStart zone midnight in ms.
 */
export function planClosures(
  seed: string,
  day: string,
  dayStart: number,
  routes: readonly string[],
): PlannedClosure[] {
  return routes.flatMap((route): PlannedClosure[] => {
    const random = randomOf(`${seed}:${day}:${route}:closure`);
    if (!random.chance(trouble.closure)) return [];
    const tellAt = dayStart + random.between(8 * 60, 12 * 60) * minuteMs;
    const from = tellAt + random.between(90, 130) * minuteMs;
    const to = from + random.between(40, 90) * minuteMs;
    const cause = random.pick(causes);
    const orderAt = tellAt + random.between(4, 20) * minuteMs;
    const endsEarly = random.chance(0.4) ? to - random.between(10, 25) * minuteMs : null;
    return [{ route, tellAt, from, to, cause, orderAt, endsEarly }];
  });
}

const text = {
  vi: "Tạm dừng tiếp nhận vì phía Trung Quốc tạm đóng (mô phỏng)",
  en: "Intake stopped while the Chinese side is closed (simulated)",
  zh: "中方临时关闭，暂停接收（模拟）",
};
const instant = (moment: number) => new Date(moment).toISOString();

/** Plays one closure: the guard records what the other side told, the dispatcher gives the order, and both end together. */
export function playClosure(
  site: Site,
  agenda: Agenda,
  planned: PlannedClosure,
  onRefusal: (code: string) => void,
): void {
  const { route, tellAt, from, to, cause, orderAt, endsEarly } = planned;
  const { guard, dispatcher } = site.crew;
  let notice: string | null = null;
  let order: string | null = null;
  agenda.plan(tellAt, async () => {
    const said = {
      routes: [route],
      says: { kind: "closure" as const, from: instant(from), to: instant(to) },
      cause,
      words: null,
      toldBy: "Cửa khẩu đối diện (mô phỏng)",
      contact: "hotline" as const,
      toldAt: instant(Math.min(tellAt, site.now())),
      corrects: null,
    };
    const command = crypto.randomUUID();
    const answer = await tryTwice(() => guard.gate.recordNotice({ command, notice: said }), onRefusal);
    notice = answer?.notice.id ?? null;
  });
  agenda.plan(orderAt, async () => {
    const wanted = {
      gate: null,
      routes: [route],
      direction: "export" as const,
      goods: null,
      origins: null,
      action: { kind: "stop_intake" as const },
      from: instant(from),
      to: instant(to),
      document: "Thông báo điều tiết (mô phỏng)",
      text,
    };
    const command = crypto.randomUUID();
    const answer = await tryTwice(() => dispatcher.gate.giveOrder({ command, order: wanted }), onRefusal);
    order = answer?.order.id ?? null;
  });
  if (endsEarly === null) return;
  agenda.plan(endsEarly, async () => {
    const reason = "Phía bạn mở lại sớm (mô phỏng)";
    const [first, second] = [crypto.randomUUID(), crypto.randomUUID()];
    const told = notice;
    if (told !== null) {
      await tryTwice(() => guard.gate.withdrawNotice({ command: first, notice: told, reason }), onRefusal);
    }
    const given = order;
    if (given === null) return;
    await tryTwice(() => dispatcher.gate.liftOrder({ command: second, order: given, reason }), onRefusal);
  });
}
