import { orderKinds } from "@moc/contract/gate/steering.ts";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { callWithin } from "./call-within.ts";
import { naiveLets, naiveWay, naiveWithin } from "./naive-orders.ts";
import {
  bindingFor,
  type Callable,
  compose,
  isWhole,
  type Order,
  orderState,
  overlaps,
  overrules,
  standsBy,
  touches,
} from "./orders.ts";
import type { Waiting } from "./queue.ts";
import { instant, orderOf, truckOf } from "./random-orders.fixture.ts";
import { minute } from "./samples.ts";

const deep = process.env.MOC_DEEP === "1";
/** The engine against the model that asks each order for itself. */
function agrees(orders: readonly Order[], truck: Callable, at: string): void {
  const binding = bindingFor(orders, truck, at);
  expect(standsBy(orders, truck, at) === null).toBe(naiveLets(orders, truck, at));
  const { divert, hold_in_park: hold } = binding;
  const route = divert?.action.kind === "divert" ? divert.action.route : null;
  const park = hold?.action.kind === "hold_in_park" ? hold.action.park : null;
  expect({ route, park }).toEqual(naiveWay(orders, truck, at));
}

test("of two orders to hold in a park the last word stands, in whichever order they are read", () => {
  const order = (id: string, park: string, given: number): Order => ({
    id,
    givenAt: minute(given),
    routes: ["r1"],
    direction: "export",
    goods: null,
    origins: null,
    action: { kind: "hold_in_park", park },
    from: minute(0),
    to: null,
    liftedAt: null,
  });
  const truck: Callable = {
    route: "r1",
    direction: "export",
    goods: [],
    origin: null,
    declaredAt: minute(0),
  };
  const [first, last] = [order("1", "p1", 1), order("2", "p2", 2)];
  for (const orders of [
    [first, last],
    [last, first],
  ])
    expect(bindingFor(orders, truck, minute(5)).hold_in_park?.id).toBe("2");
});

describe("two orders of any kinds", () => {
  for (const first of orderKinds)
    for (const second of orderKinds)
      test(`${first} and ${second} let a truck be called exactly when each of them does, and say one way`, () => {
        fc.assert(
          fc.property(
            orderOf(first, "1"),
            orderOf(second, "2"),
            truckOf,
            instant,
            (one, other, truck, at) => {
              agrees([one, other], truck, at);
              agrees([other, one], truck, at);
            },
          ),
          { numRuns: deep ? 20_000 : 300 },
        );
      });
});

const several = fc
  .array(fc.constantFrom(...orderKinds), { maxLength: 6 })
  .chain((kinds) => fc.tuple(...kinds.map((kind, index) => orderOf(kind, String(index)))));

test("any number of orders compose as the plain model says, whatever their sequence", () => {
  fc.assert(
    fc.property(several, truckOf, instant, (orders, truck, at) => {
      agrees(orders, truck, at);
      agrees(orders.toReversed(), truck, at);
    }),
    { numRuns: deep ? 100_000 : 1_500 },
  );
});

test("of one kind exactly one binds, an order that gives way names one that binds, and nobody overrules himself", () => {
  fc.assert(
    fc.property(several, (orders) => {
      const composed = compose(orders);
      for (const kind of new Set(orders.map((order) => order.action.kind))) {
        const own = composed.filter((one) => one.order.action.kind === kind && one.binds);
        expect(own.length).toBeLessThanOrEqual(1);
      }
      const binding = new Set(composed.filter((one) => one.binds).map((one) => one.order));
      for (const { order, binds, overruledBy } of composed) {
        expect(overrules(order, order)).toBe(false);
        expect(binds || overruledBy.some((other) => binding.has(other))).toBe(true);
      }
    }),
    { numRuns: deep ? 50_000 : 1_000 },
  );
});

const base: Order = {
  id: "1",
  givenAt: minute(0),
  routes: ["r1"],
  direction: "export",
  goods: null,
  origins: null,
  action: { kind: "stop_intake" },
  from: minute(60),
  to: minute(120),
  liftedAt: null,
};
const truck: Callable = {
  route: "r1",
  direction: "export",
  goods: ["ore"],
  origin: "Long An",
  declaredAt: minute(60),
};

describe("one order", () => {
  test("begins with its first instant, ends before its last, and ends at its lifting", () => {
    const at = (minutes: number, change: Partial<Order> = {}) =>
      orderState({ ...base, ...change }, minute(minutes));
    expect([at(59), at(60), at(119), at(120)]).toEqual(["planned", "in_force", "in_force", "over"]);
    expect([
      at(999, { to: null }),
      at(90, { liftedAt: minute(90) }),
      at(89, { liftedAt: minute(90) }),
    ]).toEqual(["in_force", "lifted", "in_force"]);
    expect(at(30, { liftedAt: minute(20) })).toBe("lifted");
  });

  test("a truck that leaves out goods or origin is within an order that names some", () => {
    const narrow = { ...base, goods: ["durian" as const], origins: ["Đắk Lắk"] };
    expect(touches(narrow, truck)).toBe(false);
    expect(touches(narrow, { ...truck, goods: [] })).toBe(false);
    expect(touches(narrow, { ...truck, goods: [], origin: null })).toBe(true);
    expect(touches(narrow, { ...truck, goods: ["durian"], origin: " đắk lắk" })).toBe(true);
    expect([isWhole(base), isWhole(narrow), isWhole({ goods: null, origins: ["x"] })]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test("who was declared in the moment in which pre-registration began came too late", () => {
    const order = { ...base, action: { kind: "pre_registered" as const } };
    expect(standsBy([order], truck, minute(60))?.reason).toBe("not_pre_registered");
    expect(standsBy([order], { ...truck, declaredAt: minute(59) }, minute(60))).toBeNull();
  });
});

test("the reason names the order: a stop before a diversion before registration", () => {
  const divert = { ...base, id: "2", action: { kind: "divert" as const, route: "r2" } };
  const registered = { ...base, id: "3", action: { kind: "pre_registered" as const } };
  const at = minute(90);
  expect(standsBy([registered, divert, base], truck, at)).toMatchObject({
    reason: "order_stop",
    order: base,
  });
  expect(standsBy([registered, divert], truck, at)).toMatchObject({ reason: "order_divert", order: divert });
  expect(Object.keys(bindingFor([registered, divert, base], truck, at)).toSorted()).toEqual([
    "divert",
    "stop_intake",
  ]);
});

test("of two limits the smaller is named, of two stops the longer, of two registrations the earlier", () => {
  const limit = (id: string, count: number) => ({
    ...base,
    id,
    action: { kind: "max_per_hour" as const, count },
  });
  expect(overrules(limit("1", 3), limit("2", 4))).toBe(true);
  expect(overrules(limit("2", 4), limit("1", 3))).toBe(false);
  expect(overrules({ ...base, id: "9", to: null }, base)).toBe(true);
  expect(overrules(base, { ...base, id: "9", to: null })).toBe(false);
  const since = (id: string, minutes: number) => ({
    ...base,
    id,
    from: minute(minutes),
    action: { kind: "pre_registered" as const },
  });
  expect(overrules(since("2", 30), since("1", 60))).toBe(true);
});

test("scopes overlap when one truck can be in both", () => {
  const fruit = { ...base, goods: ["fruit" as const] };
  expect(overlaps(base, fruit)).toBe(true);
  expect(overlaps(fruit, { ...base, goods: ["ore"] })).toBe(false);
  expect(overlaps(base, { ...base, routes: ["r2"] })).toBe(false);
  expect(overlaps(base, { ...base, direction: "import" })).toBe(false);
  expect(overlaps(base, { ...base, direction: null })).toBe(true);
  expect(overlaps({ ...base, origins: ["A"] }, { ...base, origins: ["B", "a"] })).toBe(true);
  expect(overlaps({ ...base, origins: ["A"] }, { ...base, origins: ["B"] })).toBe(false);
});

describe("a call within budgets", () => {
  const queue = fc
    .array(
      fc.record({
        stream: fc.constantFrom("perishable", "other"),
        passedOver: fc.constantFrom(null, null, null, "check_hold" as const),
        way: fc.constantFrom("live", "live", "live", "priority"),
        kind: fc.constantFrom("a", "b", "c"),
      }),
      { maxLength: 20 },
    )
    .map((trucks) => trucks.map((one, index) => ({ ...one, ticket: index + 1, trip: `trip-${index}` })));
  const budget = fc
    .record({
      left: fc.integer({ min: 0, max: 6 }),
      kinds: fc.subarray(["a", "b", "c"], { minLength: 1 }),
    })
    .map(({ left, kinds }) => ({
      left,
      counts: (one: Waiting & { kind: string }) => kinds.includes(one.kind),
    }));
  const rule = { key: "rule-1", shares: { perishable: 2, other: 1 }, ways: {} };

  test("calls whom the plain model calls one by one, never over a budget, and names each truck left standing once", () => {
    fc.assert(
      fc.property(
        queue,
        fc.array(budget, { maxLength: 3 }),
        fc.integer({ min: 0, max: 22 }),
        (all, left, count) => {
          const credit = { virtual: 0, passes: {} };
          const call = callWithin(all, rule, credit, count, left);
          const names = call.called.map((one) => one.trip);
          const naive = naiveWithin(all, rule, credit, count, left);
          expect(new Set(names)).toEqual(new Set(naive.called));
          expect(call.credit).toEqual(naive.credit);
          for (const one of left)
            expect(call.called.filter((called) => one.counts(called)).length).toBeLessThanOrEqual(one.left);
          const over = call.passedOver.map((one) => one.trip);
          expect(new Set(over).size).toBe(over.length);
          expect(call.passedOver.every((one) => one.passedOver !== null && !names.includes(one.trip))).toBe(
            true,
          );
          for (const ahead of all) {
            const overtaken = call.called.some(
              (one) => one.stream === ahead.stream && one.way === ahead.way && one.ticket > ahead.ticket,
            );
            if (overtaken && !names.includes(ahead.trip)) expect(over).toContain(ahead.trip);
          }
        },
      ),
      { numRuns: deep ? 50_000 : 1_000 },
    );
  });
});
