import type { OrderAction, OrderKind } from "@moc/contract/gate/steering.ts";
import * as fc from "fast-check";
import type { Callable, Order } from "./orders.ts";
import { minute } from "./samples.ts";

/** Random orders and trucks for the tests of their composition. */

const goods = ["durian", "fruit", "ore"] as const;
const actionOf: Record<OrderKind, fc.Arbitrary<OrderAction>> = {
  stop_intake: fc.constant({ kind: "stop_intake" }),
  divert: fc.constantFrom("r2", "r3").map((route) => ({ kind: "divert", route })),
  pre_registered: fc.constant({ kind: "pre_registered" }),
  max_per_hour: fc.integer({ min: 1, max: 9 }).map((count) => ({ kind: "max_per_hour", count })),
  hold_in_park: fc.constantFrom("p1", "p2").map((park) => ({ kind: "hold_in_park", park })),
};
/** A whole hour of twelve. */
export const instant = fc.integer({ min: 0, max: 12 }).map((hours) => minute(hours * 60));

/** An order of one kind. */
export const orderOf = (kind: OrderKind, id: string): fc.Arbitrary<Order> =>
  fc.record({
    id: fc.constant(id),
    givenAt: fc.integer({ min: 0, max: 999 }).map((n) => minute(n + Number(id) / 100)),
    routes: fc.constantFrom(["r1"], ["r2"], ["r1", "r2"]),
    direction: fc.constantFrom(null, "export" as const, "import" as const),
    goods: fc.option(fc.subarray([...goods], { minLength: 1 })),
    origins: fc.option(fc.subarray(["Đắk Lắk", "Tiền Giang"], { minLength: 1 }), { freq: 2 }),
    action: actionOf[kind],
    from: instant,
    to: fc.option(instant),
    liftedAt: fc.option(instant, { freq: 3 }),
  });
/** A truck that some of these orders touch. */
export const truckOf: fc.Arbitrary<Callable> = fc.record({
  route: fc.constantFrom("r1", "r2"),
  direction: fc.constantFrom("export", "import"),
  goods: fc.subarray([...goods]),
  origin: fc.constantFrom(null, "Đắk Lắk", "đắk lắk", "Long An"),
  declaredAt: instant,
});
