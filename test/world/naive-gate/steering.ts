import type { NoticeRecorded } from "@moc/contract/gate/notice.ts";
import type { OrderGiven } from "@moc/contract/gate/steering.ts";
import { asked } from "@moc/engines/gate/naive-orders.ts";
import type { Order } from "@moc/engines/gate/orders.ts";
import type { RowsOfDay } from "@moc/server/modules/registry/index.ts";
import { must, type Row, type Truck } from "./truck.ts";

type Mandate = { firm: string; agent: string; from: string; to: string | null };

/** What stands over the whole gate: orders, what the other side announced, queues that call by themselves, mandates. */
export type Steering = {
  orders: Map<string, Order & { issuer: string }>;
  notices: Map<string, NoticeRecorded>;
  /** Automatic → queue. */
  automatics: Map<string, { route: string; direction: string }>;
  mandates: Map<string, Mandate>;
};

export const noSteering = (): Steering => ({
  orders: new Map(),
  notices: new Map(),
  automatics: new Map(),
  mandates: new Map(),
});

const tells: Record<string, (steering: Steering, row: Row) => void> = {
  order_given({ orders }, { subject, occurred_at, data }) {
    const given = data as unknown as OrderGiven; // as: the log of a test is its own, here and below
    orders.set(subject, { ...given, id: subject, givenAt: occurred_at.toISOString(), liftedAt: null });
  },
  order_lifted({ orders }, { subject, occurred_at }) {
    const order = orders.get(subject);
    must(order?.liftedAt === null, "an order is lifted once", { subject });
    order.liftedAt = occurred_at.toISOString();
  },
  notice_recorded({ notices }, { subject, data }) {
    const notice = data as unknown as NoticeRecorded;
    if (notice.corrects !== null) notices.delete(notice.corrects);
    notices.set(subject, notice);
  },
  notice_withdrawn({ notices }, { subject }) {
    notices.delete(subject);
  },
  automatic_started({ automatics }, { subject, data: { route, direction } }) {
    const twin = [...automatics.values()].some((one) => one.route === route && one.direction === direction);
    must(!twin, "a queue calls by itself once", { subject, route });
    automatics.set(subject, { route, direction });
  },
  automatic_stopped({ automatics }, { subject }) {
    must(automatics.delete(subject), "who is switched off was on", { subject });
  },
  mandate_given({ mandates }, { subject, data }) {
    mandates.set(subject, data as unknown as Mandate);
  },
  mandate_revoked({ mandates }, { subject }) {
    mandates.delete(subject);
  },
};

/** One event of the steering. @returns whether it was one @throws Differs when the rules forbid it */
export function tellSteering(steering: Steering, row: Row): boolean {
  const tell = tells[row.kind.replace("gate.", "")];
  tell?.(steering, row);
  return tell !== undefined;
}

/** Takes out what ended before `at`. */
export function forgetEnded({ orders, notices }: Steering, at: string): void {
  for (const [id, order] of orders)
    if (order.liftedAt !== null || (order.to !== null && order.to <= at)) orders.delete(id);
  for (const [id, notice] of notices) if (notice.endsAt !== null && notice.endsAt <= at) notices.delete(id);
}

/** A truck as an order looks at it. */
export function looked(truck: Pick<Truck, "route" | "direction" | "goods" | "origin">) {
  const { route, direction, goods, origin } = truck;
  return { route, direction, goods: goods.map((line) => line.class), origin };
}

/** How many more each "at most n per hour" lets be called. */
export function budgetsOf(
  orders: readonly Order[],
  calls: readonly { at: string; route: string; truck: Truck }[],
  at: string,
) {
  const since = new Date(Date.parse(at) - 3_600_000).toISOString();
  const inForce = orders.filter(
    (order) => order.from <= at && (order.to === null || at < order.to) && order.liftedAt === null,
  );
  return inForce.flatMap((order) => {
    if (order.action.kind !== "max_per_hour") return [];
    const counts = (truck: Truck, route: string) => asked(order, { ...looked(truck), route }, at);
    const spent = calls.filter((call) => call.at > since && counts(call.truck, call.route)).length;
    return [{ left: order.action.count - spent, counts: (truck: Truck) => counts(truck, truck.route) }];
  });
}

const hanoi = 7 * 3_600_000; // ms ahead of universal time
/** Civil day and clock time in Hanoi. */
export function hanoiTime(at: string): { day: string; clock: string } {
  const text = new Date(Date.parse(at) + hanoi).toISOString();
  return { day: text.slice(0, 10), clock: text.slice(11, 16) };
}

/** Whether trucks may be called: the week's hours of the route, less what the other side announced. */
export function isOpen(rules: RowsOfDay, { notices }: Steering, route: string, at: string): boolean {
  const { day, clock } = hanoiTime(at);
  const row = rules.opening.find((one) => one.route === route && one.traffic === "goods");
  const bands = row?.bands ?? [{ from: "00:00", to: "24:00" }]; // hours that nobody states close nothing
  const open = bands.some((band) => band.from <= clock && clock < band.to);
  const closed = [...notices.values()].some(({ routes, says }) => {
    if (!routes.includes(route)) return false;
    if (says.kind === "closure") return says.from <= at && (says.to === null || at < says.to);
    return says.kind === "hours" && says.day === day && (clock < says.opens || clock >= says.closes);
  });
  return open && !closed;
}
