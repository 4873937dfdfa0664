import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyCut, emptyQueue, placeHistory, type QueueChange } from "./places.ts";
import { callNext, callOrder, noCredit, type QueueRule } from "./queue.ts";
import { minute } from "./samples.ts";

const rule: QueueRule = { key: "rule-1", shares: { perishable: 3, other: 1 }, ways: {} };

function joined(trip: string, ticket: number, stream = "other"): QueueChange {
  return {
    at: minute(ticket),
    cut: `join-${trip}-${ticket}`,
    trip,
    kind: "joined",
    stream,
    ticket,
    way: "live",
    passedOver: null,
  };
}
function called(cut: string, minutes: number, ...trips: string[]): QueueChange[] {
  return trips.map((trip) => ({ at: minute(minutes), cut, trip, kind: "called", credit: noCredit }));
}
/** The next `count` trucks are called, as the engine calls them. */
function callOf(changes: readonly QueueChange[], cut: string, minutes: number, count: number): QueueChange[] {
  const { waiting, credit } = applyCut(emptyQueue, changes);
  const call = callNext([...waiting.values()], rule, credit, count);
  return call.called.map(({ trip }) => ({
    at: minute(minutes),
    cut,
    trip,
    kind: "called",
    credit: call.credit,
  }));
}
function left(trip: string, minutes: number): QueueChange {
  return { at: minute(minutes), cut: `left-${trip}`, trip, kind: "left" };
}

describe("the history of a place", () => {
  test("tells joining, trucks called ahead, a truck that left ahead, and the own call", () => {
    const changes = [
      joined("a", 1),
      joined("b", 2),
      joined("c", 3),
      joined("d", 4),
      joined("me", 5),
      joined("behind", 6),
      ...called("call-1", 10, "a", "b"),
      left("c", 12),
      left("behind", 13),
      ...called("call-2", 20, "d", "me"),
    ];
    expect(placeHistory("me", changes, rule)).toEqual([
      { at: minute(5), from: null, to: 5, cause: "joined", count: 4 },
      { at: minute(10), from: 5, to: 3, cause: "called_ahead", count: 2 },
      { at: minute(12), from: 3, to: 2, cause: "left_ahead", count: 1 },
      { at: minute(20), from: 2, to: null, cause: "called", count: 0 },
    ]);
  });

  test("tells a place lost to another stream as the rule that it is", () => {
    const changes = [joined("a", 1), joined("me", 2), joined("p", 3, "perishable")];
    expect(placeHistory("me", changes, rule).at(-1)).toEqual({
      at: minute(3),
      from: 2,
      to: 3,
      cause: "stream_rule",
      count: 1,
    });
  });

  test("tells a place won because a stream of held trucks has somebody to call again", () => {
    const held = (trip: string, minutes: number): QueueChange => {
      return { at: minute(minutes), cut: `held-${trip}`, trip, kind: "held", passedOver: "check_hold" };
    };
    const changes = [
      joined("h1", 1),
      held("h1", 2),
      joined("me", 3, "perishable"),
      joined("h2", 4),
      held("h2", 5),
      joined("new", 6),
    ];
    expect(placeHistory("me", changes, rule).at(-1)).toMatchObject({ at: minute(6), from: 2, to: 1 });
  });

  test("tells a place lost to the live queue when slot holders alone stood behind", () => {
    const slots: QueueRule = { ...rule, ways: { other: { slot: 2, live: 1 } } };
    const holds = (change: QueueChange): QueueChange => {
      return change.kind === "joined" ? { ...change, way: "slot" } : change;
    };
    const changes = [
      ...["a", "b", "me", "behind"].map((trip, at) => holds(joined(trip, at))),
      joined("new", 9),
    ];
    expect(placeHistory("me", changes, slots).at(-1)).toMatchObject({ at: minute(9), from: 3, to: 4 });
  });

  test("tells an own withdrawal, and a move to another stream as joining there", () => {
    expect(placeHistory("me", [joined("me", 1), left("me", 9)], rule).at(-1)).toMatchObject({
      to: null,
      cause: "left",
      count: 0,
    });
    const moved = [joined("me", 1), joined("a", 2), joined("me", 3)];
    expect(placeHistory("me", moved, rule).at(-1)).toEqual({
      at: minute(3),
      from: 1,
      to: 2,
      cause: "joined",
      count: 1,
    });
  });

  test("keeps the place of a truck that is held, and lets a call pass it over", () => {
    const held: QueueChange = {
      at: minute(5),
      cut: "hold",
      trip: "a",
      kind: "held",
      passedOver: "check_hold",
    };
    const stranger: QueueChange = { ...held, trip: "nobody" };
    const changes = [joined("a", 1), joined("b", 2), joined("me", 3), held, stranger, ...called("c", 9, "b")];
    expect(placeHistory("a", changes, rule)).toEqual([
      { at: minute(1), from: null, to: 1, cause: "joined", count: 0 },
    ]);
    expect(placeHistory("me", changes, rule).at(-1)).toMatchObject({ from: 3, to: 2, cause: "called_ahead" });
  });

  test("reckons what a call has cost the stream", () => {
    const perishable = [4, 5, 6, 7].map((ticket) => joined(`p${ticket}`, ticket, "perishable"));
    const changes = [joined("o1", 1), joined("me", 2), ...perishable];
    changes.push(...callOf(changes, "c", 9, 1));
    expect(placeHistory("me", changes, rule).at(-1)).toEqual({
      at: minute(9),
      from: 5,
      to: 4,
      cause: "called_ahead",
      count: 1,
    });
    const next = [...changes, ...callOf(changes, "c2", 10, 3)];
    expect(placeHistory("me", next, rule).at(-1)).toMatchObject({ to: 1, cause: "called_ahead", count: 3 });
  });

  test("may begin at a stored picture", () => {
    const changes = [joined("a", 1), joined("me", 2), ...called("c", 9, "a"), joined("z", 10)];
    const start = applyCut(applyCut(emptyQueue, changes.slice(0, 1)), changes.slice(1, 2));
    expect(placeHistory("me", changes.slice(2), rule, start)).toEqual([
      { at: minute(9), from: 2, to: 1, cause: "called_ahead", count: 1 },
    ]);
  });

  test("of a truck that never stood there is empty", () => {
    expect(placeHistory("nobody", [joined("a", 1)], rule)).toEqual([]);
    expect(placeHistory("nobody", [], rule)).toEqual([]);
  });
});

const action = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("join" as const),
      stream: fc.constantFrom("perishable", "other"),
      way: fc.constantFrom("live" as const, "live" as const, "slot" as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("move" as const),
      stream: fc.constantFrom("perishable", "other"),
      which: fc.nat({ max: 9 }),
    }),
  },
  { weight: 2, arbitrary: fc.nat({ max: 4 }).map((count) => ({ kind: "call" as const, count })) },
  { weight: 1, arbitrary: fc.nat({ max: 9 }).map((which) => ({ kind: "leave" as const, which })) },
  { weight: 1, arbitrary: fc.nat({ max: 9 }).map((which) => ({ kind: "hold" as const, which })) },
);

const slotted: QueueRule = { ...rule, ways: { perishable: { slot: 2, live: 1 } } };

/** Plays a day by the rule and gives its changes with the place of one truck after each cut. */
function play(
  actions: readonly (typeof action extends fc.Arbitrary<infer A> ? A : never)[],
  watched: string,
) {
  let queue = emptyQueue;
  const changes: QueueChange[] = [];
  const places: (number | null)[] = [];
  actions.forEach((one, index) => {
    const base = { at: minute(index), cut: `cut-${index}` };
    const trucks = [...queue.waiting.values()];
    const cut: QueueChange[] = [];
    if (one.kind === "join" || one.kind === "move") {
      const trip = one.kind === "join" ? `t${index}` : trucks[one.which % Math.max(trucks.length, 1)]?.trip;
      if (trip === undefined) return;
      const way = one.kind === "join" ? one.way : "live";
      cut.push({ ...base, kind: "joined", trip, stream: one.stream, ticket: index, way, passedOver: null });
    } else if (one.kind === "call") {
      const call = callNext(trucks, slotted, queue.credit, one.count);
      cut.push(
        ...call.called.map((truck) => ({
          ...base,
          trip: truck.trip,
          kind: "called" as const,
          credit: call.credit,
        })),
      );
    } else {
      const truck = trucks[one.which % Math.max(trucks.length, 1)];
      if (truck === undefined) return;
      const held = {
        kind: "held" as const,
        passedOver: truck.passedOver === null ? ("check_hold" as const) : null,
      };
      cut.push({ ...base, trip: truck.trip, ...(one.kind === "leave" ? { kind: "left" as const } : held) });
    }
    if (cut.length === 0) return;
    queue = applyCut(queue, cut);
    changes.push(...cut);
    const order = callOrder([...queue.waiting.values()], slotted, queue.credit);
    places.push(order.find((truck) => truck.trip === watched)?.place ?? null);
  });
  return { changes, places };
}

test("the history tells every change of a place and nothing else, and worsens it only by the rule of the streams", () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 60 }), fc.nat({ max: 12 }), (actions, which) => {
      const watched = `t${which}`;
      const { changes, places } = play(actions, watched);
      const history = placeHistory(watched, changes, slotted);
      const moves = places.filter((place, index) => place !== (places[index - 1] ?? null));
      expect(history.map((change) => change.to)).toEqual(moves);
      let before: number | null = null;
      for (const change of history) {
        expect(change.from).toBe(before);
        const worse = change.from !== null && change.to !== null && change.to > change.from;
        if (worse) expect(["stream_rule", "slot_ahead", "joined"]).toContain(change.cause);
        before = change.to;
      }
    }),
    { numRuns: 2_000 },
  );
});
