import { orderKinds } from "@moc/contract/gate/steering.ts";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asked, naiveLets, naiveWay } from "./naive-orders.ts";
import { type Callable, compose, type Order } from "./orders.ts";
import { instant, orderOf, truckOf } from "./random-orders.fixture.ts";

const deep = process.env.MOC_DEEP === "1";

/** What the orders do to a truck, calls not counted but for the count itself. */
function effect(orders: readonly Order[], truck: Callable, at: string) {
  const lets = naiveLets(orders, truck, at);
  const counts = orders.flatMap((order) =>
    order.action.kind === "max_per_hour" && asked(order, truck, at) ? [order.action.count] : [],
  );
  return {
    lets,
    way: naiveWay(orders, truck, at),
    most: lets ? Math.min(Number.POSITIVE_INFINITY, ...counts) : 0,
  };
}

/** The order as it would be if it were in force at `at` on every route: most random pairs would never meet. */
function met(order: Order, at: string): Order {
  const from = order.from < at ? order.from : at;
  const to = order.to !== null && order.to <= at ? null : order.to;
  return { ...order, routes: ["r1", "r2"], direction: null, from, to, liftedAt: null };
}

describe("of two orders of any kinds", () => {
  for (const first of orderKinds)
    for (const second of orderKinds)
      test(`${second} gives way to ${first} only where it would change nothing for the truck`, () => {
        fc.assert(
          fc.property(
            orderOf(first, "1"),
            orderOf(second, "2"),
            truckOf,
            instant,
            (one, other, truck, at) => {
              const both = [met(one, at), met(other, at)].filter((order) => asked(order, truck, at));
              for (const { order, binds } of compose(both))
                if (!binds)
                  expect(
                    effect(
                      both.filter((kept) => kept !== order),
                      truck,
                      at,
                    ),
                  ).toEqual(effect(both, truck, at));
            },
          ),
          { numRuns: deep ? 20_000 : 300 },
        );
      });
});
