import type { OrderAction } from "@moc/contract/gate/steering.ts";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inVainWith } from "./in-vain.ts";
import { type Order, orderState, type Steered, touches } from "./orders.ts";
import { minute } from "./samples.ts";

const hour = (n: number) => minute(n * 60);
const to = (route: string): OrderAction => ({ kind: "divert", route });
const stop: OrderAction = { kind: "stop_intake" };

function order(route: string, action: OrderAction, but: Partial<Order> = {}): Order {
  const free = { direction: "export" as const, goods: null, origins: null };
  const open = { givenAt: hour(0), from: hour(1), to: null, liftedAt: null };
  return { id: route, routes: [route], action, ...free, ...open, ...but };
}

describe("a diversion is in vain", () => {
  const there = order("a", to("b"));

  test("towards a stop, and a stop where somebody is diverted", () => {
    const shut = order("b", stop);
    expect(inVainWith(there, [shut])).toEqual([shut]);
    expect(inVainWith(shut, [there])).toEqual([there]);
    expect(inVainWith(order("a", stop), [there])).toEqual([]);
  });

  test("with one that sends back, whichever is given first", () => {
    const back = order("b", to("a"));
    expect(inVainWith(there, [back])).toEqual([back]);
    expect(inVainWith(back, [there])).toEqual([there]);
  });

  test("in a ring of several, with all of them", () => {
    const ring = [order("b", to("c")), order("c", to("d")), order("d", to("a"))];
    expect(inVainWith(there, ring)).toEqual(ring);
    expect(inVainWith(there, ring.slice(0, 2))).toEqual([]);
  });

  test("into a ring that it is no part of", () => {
    const ring = [order("b", to("c")), order("c", to("b"))];
    expect(inVainWith(there, ring)).toEqual(ring);
  });

  test("not towards a route that counts or asks for registration", () => {
    expect(inVainWith(there, [order("b", { kind: "max_per_hour", count: 1 })])).toEqual([]);
    expect(inVainWith(there, [order("b", { kind: "pre_registered" })])).toEqual([]);
  });

  test("only for trucks that all of them touch, at one time", () => {
    const way = order("b", to("c"), { goods: ["fruit"], to: hour(5) });
    const ends = (but: Partial<Order>) => inVainWith(there, [way, order("c", stop, but)]).length;
    expect(ends({})).toBe(2);
    expect(ends({ goods: ["ore"] })).toBe(0);
    expect(ends({ direction: "import" })).toBe(0);
    expect(ends({ from: hour(5) })).toBe(0);
    expect(ends({ from: hour(4) })).toBe(2);
  });

  test("and stays so for many diversions over each other, without following every way", () => {
    const routes = ["b", "c", "d", "e", "f", "g"];
    const web = routes.flatMap((from) =>
      routes.flatMap((into) => (from === into ? [] : Array.from({ length: 8 }, () => order(from, to(into))))),
    );
    expect(inVainWith(there, web).length).toBeGreaterThan(0);
  });
});

/** Follows every truck at every hour by itself. */
function naive(given: Order, standing: readonly Order[]): Set<Order> {
  const found = new Set<Order>();
  const follow = (truck: Steered, at: string, by: readonly Order[], past: readonly string[]): void => {
    for (const next of standing) {
      if (orderState(next, at) !== "in_force" || !touches(next, truck)) continue;
      const { action } = next;
      if (action.kind === "stop_intake" || (action.kind === "divert" && past.includes(action.route)))
        for (const one of [...by, next]) found.add(one);
      else if (action.kind === "divert")
        follow({ ...truck, route: action.route }, at, [...by, next], [...past, action.route]);
    }
  };
  const { action } = given;
  for (const direction of ["export", "import"] as const)
    for (const goods of ["fruit", "ore", "other"] as const)
      for (const origin of ["Đắk Lắk", "Long An"])
        for (let at = 0; at < 12; at += 1) {
          const truck: Steered = { route: given.routes[0] ?? "", direction, goods: [goods], origin };
          if (orderState(given, hour(at)) !== "in_force" || !touches(given, truck)) continue;
          if (action.kind === "divert")
            follow({ ...truck, route: action.route }, hour(at), [], [...given.routes, action.route]);
          if (action.kind !== "stop_intake") continue;
          for (const one of standing)
            for (const route of one.routes)
              if (
                orderState(one, hour(at)) === "in_force" &&
                one.action.kind === "divert" &&
                given.routes.includes(one.action.route) &&
                touches(one, { ...truck, route })
              )
                found.add(one);
        }
  return found;
}

const routes = ["a", "b", "c", "d"];
const anyOrder: fc.Arbitrary<Order> = fc
  .record({
    routes: fc.subarray(routes, { minLength: 1, maxLength: 2 }),
    action: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...routes).map(to) },
      { weight: 1, arbitrary: fc.constant(stop) },
    ),
    direction: fc.constantFrom(null, null, "export" as const, "import" as const),
    goods: fc.option(fc.subarray(["fruit" as const, "ore" as const], { minLength: 1 })),
    origins: fc.option(fc.constantFrom(["Đắk Lắk"], ["đắk lắk", "Long An"]), { freq: 2 }),
    from: fc.integer({ min: 0, max: 8 }),
    hours: fc.option(fc.integer({ min: 1, max: 3 })),
  })
  .filter(({ routes: own, action }) => action.kind !== "divert" || !own.includes(action.route))
  .map(({ from, hours, ...scope }) => ({
    ...order("a", scope.action),
    ...scope,
    from: hour(from),
    to: hours === null ? null : hour(from + hours),
  }));

test("the engine names the orders that following each truck by itself names", () => {
  fc.assert(
    fc.property(anyOrder, fc.array(anyOrder, { maxLength: 6 }), (given, standing) => {
      const own = { ...given, routes: given.routes.slice(0, 1) };
      expect(new Set(inVainWith(own, standing))).toEqual(naive(own, standing));
    }),
    { numRuns: process.env.MOC_DEEP === "1" ? 20_000 : 600 },
  );
});
