import type { OrderAction, PublicText } from "@moc/contract/gate/steering.ts";
import type { GoodsClass } from "@moc/contract/values/traffic.ts";
import { sendOnce } from "./send.ts";
import type { Site } from "./site.ts";

const instant = (moment: number) => new Date(moment).toISOString();

/** What a simulated order says to everybody. */
const texts: Record<OrderAction["kind"], PublicText> = {
  stop_intake: {
    vi: "Tạm dừng tiếp nhận theo thông báo của phía bạn (mô phỏng)",
    en: "Intake stopped after a notice of the other side (simulated)",
    zh: "根据对方通知暂停接收（模拟）",
  },
  max_per_hour: {
    vi: "Gọi xe theo mức tiếp nhận của phía bạn (mô phỏng)",
    en: "Called no faster than the other side takes them (simulated)",
    zh: "按对方接收量放行（模拟）",
  },
  divert: {
    vi: "Chuyển sang lối khác trong thời gian phía bạn không nhận hàng này (mô phỏng)",
    en: "Sent by another route while the other side does not take these goods (simulated)",
    zh: "对方暂不接收该货物期间改走其他通道（模拟）",
  },
  hold_in_park: {
    vi: "Chờ tại bãi ngoài vì lối đang ùn (mô phỏng)",
    en: "Held in the outer park while the route is congested (simulated)",
    zh: "通道拥堵，在外场等候（模拟）",
  },
  pre_registered: {
    vi: "Chỉ nhận xe đã khai trước (mô phỏng)",
    en: "Only vehicles declared before (simulated)",
    zh: "仅接收预先申报车辆（模拟）",
  },
};

type Wanted = {
  route: string;
  action: OrderAction;
  goods: GoodsClass[] | null;
  from: number | null;
  to: number;
};

/** The dispatcher gives an order for the exports of a route, if his organisation may. @returns its id, or null */
export async function giveOrder(
  site: Site,
  { route, action, goods, from, to }: Wanted,
): Promise<string | null> {
  if (!site.border.competent().includes(action.kind)) return null;
  const order = {
    gate: null,
    routes: [route],
    direction: "export" as const,
    goods,
    origins: null,
    action,
    from: from === null ? null : instant(from),
    to: instant(to),
    document: "Thông báo điều tiết (mô phỏng)",
    text: texts[action.kind],
  };
  const command = crypto.randomUUID();
  const { gate } = site.crew.dispatcher;
  const answer = await sendOnce(() => gate.giveOrder({ command, order }), site.tally.refuse);
  await site.border.learn();
  return answer?.order.id ?? null;
}

/** Lifts an order of the dispatcher's. */
export async function liftOrder(site: Site, order: string, reason: string): Promise<void> {
  const command = crypto.randomUUID();
  const { gate } = site.crew.dispatcher;
  await sendOnce(() => gate.liftOrder({ command, order, reason }), site.tally.refuse);
  await site.border.learn();
}
