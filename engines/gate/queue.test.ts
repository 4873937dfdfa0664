import { describe, expect, test } from "vitest";
import { callNext, callOrder, noCredit, type QueueRule, type Waiting } from "./queue.ts";

const rule: QueueRule = { key: "rule-1", shares: { perishable: 3, other: 1 }, ways: {} };

function truck(
  trip: string,
  stream: string,
  ticket: number,
  passedOver: Waiting["passedOver"] = null,
): Waiting {
  return { trip, stream, ticket, way: "live", passedOver };
}
/** So many trucks of one stream with tickets from `first`. */
function trucks(stream: string, count: number, first = 1): Waiting[] {
  return Array.from({ length: count }, (_, index) =>
    truck(`${stream}-${first + index}`, stream, first + index),
  );
}
const names = (list: readonly Waiting[]) => list.map((one) => one.trip);

describe("the order of calling", () => {
  test("is the order of arrival within a stream", () => {
    const order = callOrder(
      [truck("c", "other", 9), truck("a", "other", 2), truck("b", "other", 5)],
      rule,
      noCredit,
    );
    expect(order.map((one) => [one.trip, one.place, one.streamPlace])).toEqual([
      ["a", 1, 1],
      ["b", 2, 2],
      ["c", 3, 3],
    ]);
  });

  test("gives each stream its published share", () => {
    const order = callOrder([...trucks("other", 40, 1), ...trucks("perishable", 40, 100)], rule, noCredit);
    const first20 = order.slice(0, 20).filter((one) => one.stream === "perishable");
    expect(first20.length).toBe(15);
    expect(names(order.slice(0, 5))).toEqual([
      "other-1",
      "perishable-100",
      "perishable-101",
      "perishable-102",
      "other-2",
    ]);
  });

  test("gives equal right to the truck that arrived first", () => {
    const two = [truck("late", "perishable", 8), truck("early", "other", 3)];
    expect(names(callOrder(two, rule, noCredit))).toEqual(["early", "late"]);
    expect(names(callOrder(two.toReversed(), rule, noCredit))).toEqual(["early", "late"]);
  });

  test("compares by the truck that would be called, not by one that is passed over", () => {
    const waiting = [
      truck("held", "other", 1, "check_hold"),
      truck("o", "other", 9),
      truck("p", "perishable", 5),
    ];
    expect(names(callOrder(waiting, rule, noCredit))).toEqual(["p", "held", "o"]);
  });

  test("gives a stream that the rule does not name the share 1", () => {
    const order = callOrder([...trucks("unsorted", 4, 1), ...trucks("perishable", 12, 10)], rule, noCredit);
    expect(order.slice(0, 8).filter((one) => one.stream === "unsorted").length).toBe(2);
  });

  test("is empty when nobody waits", () => {
    expect(callOrder([], rule, noCredit)).toEqual([]);
  });
});

describe("a truck that is passed over", () => {
  const waiting = [
    truck("held", "other", 1, "check_hold"),
    truck("next", "other", 2),
    truck("last", "other", 3),
  ];

  test("keeps its place before those that came later", () => {
    expect(names(callOrder(waiting, rule, noCredit))).toEqual(["held", "next", "last"]);
  });

  test("is named with its reason when another is called in its stead", () => {
    const call = callNext(waiting, rule, noCredit, 1);
    expect(names(call.called)).toEqual(["next"]);
    expect(call.passedOver.map((one) => [one.trip, one.passedOver, one.place])).toEqual([
      ["held", "check_hold", 1],
    ]);
    expect(call.called.map((one) => [one.place, one.streamPlace])).toEqual([[2, 2]]);
  });

  test("is not named when nobody behind it was called", () => {
    const call = callNext(
      [truck("a", "other", 1), truck("held", "other", 2, "check_failed")],
      rule,
      noCredit,
      5,
    );
    expect(names(call.called)).toEqual(["a"]);
    expect(call.passedOver).toEqual([]);
  });

  test("costs its stream nothing", () => {
    const held = Array.from({ length: 30 }, (_, index) => truck(`h${index}`, "other", index, "check_hold"));
    const queue = [...held, ...trucks("other", 3, 100), ...trucks("perishable", 30, 200)];
    expect(names(callNext(queue, rule, noCredit, 4).called)).toEqual([
      "other-100",
      "perishable-200",
      "perishable-201",
      "perishable-202",
    ]);
  });

  test("still has a place when all of its stream are passed over", () => {
    const queue = [truck("u1", "unsorted", 1, "goods_unknown"), truck("u2", "unsorted", 2, "goods_unknown")];
    const order = callOrder([...queue, ...trucks("perishable", 6, 10)], rule, noCredit);
    expect(
      order.filter((one) => one.stream === "unsorted").map((one) => [one.place, one.streamPlace]),
    ).toEqual([
      [1, 1],
      [5, 2],
    ]);
  });
});

describe("credit", () => {
  test("is carried from call to call", () => {
    const queue = [...trucks("other", 10, 1), ...trucks("perishable", 10, 100)];
    const first = callNext(queue, rule, noCredit, 1);
    expect(first.credit).toEqual({ virtual: 0, passes: { other: 72_072_000 } });
    const rest = queue.filter((one) => one.trip !== "other-1");
    expect(names(callNext(rest, rule, first.credit, 4).called)).toEqual([
      "perishable-100",
      "perishable-101",
      "perishable-102",
      "other-2",
    ]);
  });

  test("is not saved up by a stream that stood empty", () => {
    const alone = callNext(trucks("other", 100), rule, noCredit, 100);
    expect(alone.credit.virtual).toBe(99 * 72_072_000);
    const both = [...trucks("other", 10, 200), ...trucks("perishable", 30, 300)];
    const call = callNext(both, rule, alone.credit, 8);
    expect(call.called.filter((one) => one.stream === "perishable").length).toBe(6);
    expect(
      callNext(both, rule, { virtual: 0, passes: alone.credit.passes }, 20).called.every(
        (one) => one.stream === "perishable",
      ),
    ).toBe(true);
  });

  test("stays as it was when nobody is called", () => {
    const credit = { virtual: 5, passes: { other: 9 } };
    expect(callNext([], rule, credit, 3)).toEqual({ called: [], passedOver: [], credit });
    expect(callNext(trucks("other", 3), rule, credit, 0).credit).toEqual(credit);
  });
});
