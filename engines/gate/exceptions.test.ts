import { describe, expect, test } from "vitest";
import { fold } from "./fold.ts";
import { passedOverBy, wayOf } from "./passed-over.ts";
import { placeHistory, type QueueChange, type Trace } from "./places.ts";
import { callNext, callOrder, noCredit, type QueueRule, type Waiting } from "./queue.ts";
import { after, entry, eventOf, minute, opened, signalled } from "./samples.ts";
import type { Trip } from "./trip.ts";
import { undoableUntil } from "./undo.ts";
import { commandVerdict, mayNext, stepVerdict } from "./verdict.ts";

const rule: QueueRule = { key: "rule-1", shares: { perishable: 3, other: 1 }, ways: {} };
const arrival = [signalled(), signalled("barrier", "device-1"), eventOf.confirm_arrival];
const holding = after(opened("export_vn"), arrival);
const dispatcher = { parties: new Set(["dispatcher"] as const), checks: new Set<never>() };

function truck(trip: string, stream: string, ticket: number, way: Waiting["way"] = "live"): Waiting {
  return { trip, stream, ticket, way, passedOver: null };
}
const names = (list: readonly Waiting[]) => list.map((one) => one.trip);

describe("a priority", () => {
  test("stands before its stream, several in the order of arrival, and takes no turn from another stream", () => {
    const waiting = [
      truck("a", "other", 1),
      truck("b", "other", 2),
      truck("p", "perishable", 3),
      truck("c", "other", 4),
    ];
    const turns = (list: readonly Waiting[]) => callOrder(list, rule, noCredit).map((one) => one.stream);
    const given = waiting.map((one) =>
      ["b", "c"].includes(one.trip) ? { ...one, way: "priority" as const } : one,
    );
    expect(names(callOrder(given, rule, noCredit)).filter((one) => one !== "p")).toEqual(["b", "c", "a"]);
    expect(turns(given)).toEqual(turns(waiting));
    expect(names(callNext(given, rule, noCredit, 1).called)).toEqual(["b"]);
  });

  test("is left behind with the stream for which it was given, and kept when unknown goods become known", () => {
    const given = fold(holding, entry(eventOf.give_priority, 40));
    expect(given.priority).toEqual({ ground: "relief", organisation: "gate-centre", at: minute(40) });
    expect(wayOf(given)).toBe("priority");
    const moved = (cause: "stream_changed" | "route_changed" | "goods_known") => {
      const data = { route: "r", stream: "s", ticket: 9, liveAt: minute(50), cause };
      return wayOf(fold(given, entry({ kind: "gate.requeued", data }, 50)));
    };
    expect([moved("stream_changed"), moved("route_changed"), moved("goods_known")]).toEqual([
      "live",
      "live",
      "priority",
    ]);
    expect(wayOf(fold(given, entry(eventOf.lift_exception, 60)))).toBe("live");
  });

  test("cannot be given twice, and only what was given can be ended", () => {
    const given = fold(holding, entry(eventOf.give_priority, 40));
    expect(stepVerdict(given, "give_priority", minute(41))).toMatchObject({ reason: "already_excepted" });
    expect(stepVerdict(holding, "lift_exception", minute(41))).toMatchObject({ reason: "no_exception" });
    const both = fold(given, entry(eventOf.hold_back, 42));
    expect(stepVerdict(both, "hold_back", minute(43))).toMatchObject({ reason: "already_excepted" });
    const line = mayNext(both, dispatcher, minute(43)).find((one) => one.action === "lift_exception");
    expect(line).toEqual({
      action: "lift_exception",
      allowed: true,
      params: { exceptions: "priority,hold" },
    });
  });

  test("is not the driver's nor the declarant's to claim", () => {
    const caller = { parties: new Set(["driver", "declarant"] as const), checks: new Set<never>() };
    expect(commandVerdict(holding, "give_priority", caller, minute(40))).toMatchObject({
      reason: "not_allowed",
    });
  });
});

describe("a hold", () => {
  test("keeps a truck uncalled until it is ended, after the reasons of the checks and before missing goods", () => {
    const held = fold(holding, entry(eventOf.hold_back, 40));
    expect(passedOverBy({ ...held, goods: [] })).toBe("held_back");
    expect(commandVerdict(held, "call_forward", dispatcher, minute(41))).toMatchObject({
      reason: "held_back",
    });
    const checks = held.checks.map((check) => ({ ...check, state: "hold" as const }));
    expect(passedOverBy({ ...held, checks })).toBe("check_hold");
    const data = { exception: "hold" as const, organisation: "border-guard" };
    expect(passedOverBy(fold(held, entry({ kind: "gate.exception_lifted", data }, 50)))).toBeNull();
  });
});

test("a truck that is sent back from the gate waits again with its ticket, and has no time to show up by", () => {
  const back = fold(fold(holding, entry(eventOf.call_forward, 40)), entry(eventOf.send_back, 50));
  expect(back).toMatchObject({ state: "holding", ticket: 7, calledAt: null, showBy: null });
});

describe("the undoing of a withdrawal", () => {
  const withdraw = (trip: Trip) =>
    fold(trip, entry({ kind: "gate.withdrawn", data: { reason: "sold", from: trip.state } }, 100));

  test("brings the truck back to where it stood, with its ticket, for ten minutes and no instant longer", () => {
    const gone = withdraw(holding);
    expect(undoableUntil(gone)).toBe(minute(110));
    expect(stepVerdict(gone, "undo_withdrawal", new Date(Date.parse(minute(110)) - 1).toISOString())).toEqual(
      { allowed: true },
    );
    expect(stepVerdict(gone, "undo_withdrawal", minute(110))).toMatchObject({ reason: "undo_over" });
    const back = fold(gone, entry(eventOf.undo_withdrawal, 105));
    expect(back).toMatchObject({ state: "holding", ticket: 7, endedAt: null, withdrawnFrom: null });
    expect(fold(withdraw(opened("import_cn")), entry(eventOf.undo_withdrawal, 105)).state).toBe("declared");
  });

  test("is not for a truck that had been called, nor for one of an older record, nor for what was not withdrawn", () => {
    expect(undoableUntil(withdraw(fold(holding, entry(eventOf.call_forward, 40))))).toBeNull();
    const old = fold(holding, entry({ kind: "gate.withdrawn", data: { reason: "sold" } }, 100));
    expect(stepVerdict(old, "undo_withdrawal", minute(101))).toMatchObject({ reason: "undo_over" });
    expect(undoableUntil(holding)).toBeNull();
    expect(stepVerdict(holding, "undo_withdrawal", minute(101))).toMatchObject({ reason: "not_withdrawn" });
  });
});

describe("the public history", () => {
  const by: Omit<Trace, "kind"> = { ground: "relief", organisation: "gate-centre", by: "officer-1" };
  const joined = (trip: string, ticket: number): QueueChange => {
    const base = { at: minute(ticket), cut: `${ticket}`, trip, stream: "other", ticket, passedOver: null };
    return { ...base, kind: "joined", way: "live" };
  };
  const excepted = (
    trip: string,
    ticket: number,
    at: number,
    kind: Trace["kind"],
    held = false,
  ): QueueChange => {
    const base = { at: minute(at), cut: `${at}`, trip, stream: "other", ticket };
    const way = kind === "priority" ? ("priority" as const) : ("live" as const);
    return {
      ...base,
      kind: "excepted",
      way,
      passedOver: held ? "held_back" : null,
      exception: { kind, ...by },
    };
  };
  const three = [joined("a", 1), joined("me", 2), joined("z", 3)];

  test("tells who was put ahead, on which ground and by whom, and the priority's own move", () => {
    const changes = [...three, excepted("z", 3, 10, "priority"), excepted("z", 3, 20, "lift_priority")];
    const exception = { kind: "priority", ...by, trip: "z" };
    expect(placeHistory("me", changes, rule).slice(1)).toEqual([
      { at: minute(10), from: 2, to: 3, cause: "exception_ahead", count: 1, exception },
      {
        at: minute(20),
        from: 3,
        to: 2,
        cause: "exception_ahead",
        count: 1,
        exception: { ...exception, kind: "lift_priority" },
      },
    ]);
    expect(placeHistory("z", changes, rule).at(1)).toEqual({
      at: minute(10),
      from: 3,
      to: 1,
      cause: "exception",
      count: 0,
      exception,
    });
  });

  test("tells a hold although it moves nobody, and a truck that comes back to its old place", () => {
    const held = placeHistory("me", [...three, excepted("me", 2, 10, "hold", true)], rule).at(-1);
    expect(held).toMatchObject({ from: 2, to: 2, cause: "exception", exception: { kind: "hold" } });
    const gone: QueueChange = { at: minute(5), cut: "5", trip: "a", kind: "called", credit: noCredit };
    const history = placeHistory("me", [...three, gone, excepted("a", 1, 10, "return")], rule);
    expect(history.map(({ to, cause }) => [to, cause])).toEqual([
      [2, "joined"],
      [1, "called_ahead"],
      [2, "exception_ahead"],
    ]);
  });
});
