import * as fc from "fast-check";
import { expect, test } from "vitest";
import { naiveCall } from "./naive-queue.ts";
import { type Credit, callNext, callOrder, noCredit, type QueueRule, type Waiting } from "./queue.ts";

const streams = ["perishable", "other", "unsorted"] as const;
const share = fc.integer({ min: 1, max: 5 });
const shares = fc.record({ slot: share, live: share });
const rule = fc.record({
  key: fc.constant("rule-1"),
  shares: fc.record({ perishable: fc.integer({ min: 1, max: 9 }), other: fc.integer({ min: 1, max: 9 }) }),
  ways: fc.record({ perishable: shares }),
}) satisfies fc.Arbitrary<QueueRule>;

const waiting: fc.Arbitrary<Waiting[]> = fc
  .array(
    fc.record({
      stream: fc.constantFrom(...streams),
      way: fc.oneof(
        { weight: 5, arbitrary: fc.constant("live" as const) },
        { weight: 2, arbitrary: fc.constant("slot" as const) },
        fc.constant("priority" as const),
      ),
      passedOver: fc.oneof(
        { weight: 3, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: fc.constantFrom("check_hold" as const, "check_failed" as const) },
      ),
    }),
    { maxLength: 24 },
  )
  .chain((trucks) =>
    fc.shuffledSubarray(
      trucks.map((truck, index) => ({ ...truck, ticket: index + 1, trip: `trip-${index}` })),
      { minLength: trucks.length },
    ),
  );

const credit: fc.Arbitrary<Credit> = fc.record({
  virtual: fc.integer({ min: 0, max: 200_000_000 }),
  passes: fc.dictionary(fc.constantFrom(...streams), fc.integer({ min: 0, max: 300_000_000 })),
  balance: fc.option(
    fc.dictionary(fc.constantFrom(...streams), fc.integer({ min: -4, max: 5 }), { minKeys: 1 }),
    {
      nil: undefined,
    },
  ),
});
const count = fc.integer({ min: 0, max: 26 });
const names = (list: readonly Waiting[]) => list.map((one) => one.trip);

test("the engine calls exactly what the naive model calls, and leaves the same credit", () => {
  fc.assert(
    fc.property(waiting, rule, credit, count, (queue, shares, paid, many) => {
      const call = callNext(queue, shares, paid, many);
      const naive = naiveCall(queue, shares, paid, many);
      expect(names(call.called)).toEqual(naive.called);
      expect(call.credit).toEqual(naive.credit);
    }),
    { numRuns: 2000 },
  );
});

test("the published order is the order of the calls that follow, one by one or many at once", () => {
  fc.assert(
    fc.property(waiting, rule, credit, (queue, shares, paid) => {
      const free = callOrder(queue, shares, paid).filter((truck) => truck.passedOver === null);
      let rest = queue;
      let now = paid;
      const oneByOne: string[] = [];
      for (;;) {
        const call = callNext(rest, shares, now, 1);
        const taken = call.called[0];
        if (taken === undefined) break;
        oneByOne.push(taken.trip);
        rest = rest.filter((truck) => truck.trip !== taken.trip);
        now = call.credit;
      }
      expect(oneByOne).toEqual(names(free));
    }),
  );
});

test("everybody has one place, and within a stream and a way places follow the tickets, public priorities first", () => {
  fc.assert(
    fc.property(waiting, rule, credit, (queue, shares, paid) => {
      const order = callOrder(queue, shares, paid);
      expect(order.map((truck) => truck.place)).toEqual(queue.map((_, index) => index + 1));
      expect(new Set(names(order))).toEqual(new Set(names(queue)));
      for (const stream of streams) {
        const line = order.filter((truck) => truck.stream === stream);
        for (const way of ["priority", "slot", "live"]) {
          const tickets = line.filter((truck) => truck.way === way).map((truck) => truck.ticket);
          expect(tickets).toEqual(tickets.toSorted((a, b) => a - b));
        }
        const priorities = line.filter((truck) => truck.way === "priority");
        expect(line.slice(0, priorities.length)).toEqual(priorities);
        expect(line.map((truck) => truck.streamPlace)).toEqual(line.map((_, index) => index + 1));
      }
    }),
  );
});

test("nobody is overtaken within a stream and a way without a public reason", () => {
  fc.assert(
    fc.property(waiting, rule, credit, count, (queue, shares, paid, many) => {
      const { called, passedOver } = callNext(queue, shares, paid, many);
      const taken = new Set(names(called));
      const named = new Set(names(passedOver));
      for (const truck of called) {
        for (const other of queue) {
          const overtaken =
            other.stream === truck.stream && other.ticket < truck.ticket && !taken.has(other.trip);
          if (overtaken && truck.way === other.way)
            expect([named.has(other.trip), other.passedOver === null]).toEqual([true, false]);
        }
      }
      expect(passedOver.every((truck) => truck.passedOver !== null)).toBe(true);
    }),
  );
});

test("neither a chosen id nor the order of reading improves a place", () => {
  fc.assert(
    fc.property(waiting, rule, credit, fc.infiniteStream(fc.uuid()), (queue, shares, paid, ids) => {
      const renamed = queue.map((truck) => ({ ...truck, trip: ids.next().value as string })); // as: an endless stream
      const places = (list: Waiting[]) => callOrder(list, shares, paid).map((truck) => truck.ticket);
      expect(places(renamed)).toEqual(places(queue));
      expect(places(queue.toReversed())).toEqual(places(queue));
    }),
  );
});

test("who joins the live queue later stands behind all of it in his stream, and takes no place ahead of those before him in it", () => {
  fc.assert(
    fc.property(waiting, rule, credit, fc.constantFrom(...streams), (queue, shares, paid, stream) => {
      const late: Waiting = { trip: "late", stream, ticket: 1_000, way: "live", passedOver: null };
      const order = callOrder([...queue, late], shares, paid);
      const line = order.filter((truck) => truck.stream === stream && truck.way === "live");
      expect(line.at(-1)?.trip).toBe("late");
    }),
  );
});

test("two streams that never run dry are served by their shares to within one truck", () => {
  fc.assert(
    fc.property(rule, fc.integer({ min: 1, max: 120 }), (shares, many) => {
      const queue = Array.from({ length: 300 }, (_, index) => ({
        trip: `t${index}`,
        stream: index % 2 === 0 ? "perishable" : "other",
        ticket: index,
        way: "live" as const,
        passedOver: null,
      }));
      const { called } = callNext(queue, shares, noCredit, Math.min(many, 140));
      const { perishable, other } = shares.shares;
      const fair = (called.length * perishable) / (perishable + other);
      const served = called.filter((truck) => truck.stream === "perishable").length;
      expect(Math.abs(served - fair)).toBeLessThanOrEqual(1);
    }),
  );
});

test("slot holders and the live queue that never run dry are called by their shares to within one truck, in any cuts", () => {
  const cuts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(rule, cuts, (shares, counts) => {
      let rest = Array.from({ length: 400 }, (_, index) => ({
        trip: `t${index}`,
        stream: "perishable",
        ticket: index,
        way: index % 2 === 0 ? ("slot" as const) : ("live" as const),
        passedOver: null,
      }));
      const { slot, live } = shares.ways.perishable;
      let paid: Credit = noCredit;
      const served = { slot: 0, live: 0 };
      for (const many of counts) {
        const call = callNext(rest, shares, paid, many);
        for (const truck of call.called) {
          served[truck.way] += 1;
          const all = served.slot + served.live;
          expect(Math.abs(served.slot - (all * slot) / (slot + live))).toBeLessThanOrEqual(1);
        }
        const taken = new Set(names(call.called));
        rest = rest.filter((truck) => !taken.has(truck.trip));
        paid = call.credit;
      }
    }),
    { numRuns: 300 },
  );
});
