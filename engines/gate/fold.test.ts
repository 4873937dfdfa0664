import type { GateEvent } from "@moc/contract/gate/events.ts";
import { describe, expect, test } from "vitest";
import { BrokenLog, fold, foldAll } from "./fold.ts";
import {
  after,
  amendedEvent,
  checkDecided,
  declaredEvent,
  entry,
  eventOf,
  minute,
  opened,
  signalled,
} from "./samples.ts";

const arrival = [signalled(), signalled("barrier", "device-1"), eventOf.confirm_arrival];
const passes = (["border_guard_exit", "customs", "plant_quarantine"] as const).map((kind) =>
  checkDecided(kind),
);
const toYard = [eventOf.call_forward, eventOf.reach_gate, eventOf.enter_yard];

describe("an export", () => {
  test("passes every state of its table from declaration to closing", () => {
    const events: GateEvent[] = [
      eventOf.depart,
      ...arrival,
      ...toYard,
      ...passes,
      eventOf.finish_checks,
      eventOf.release,
      eventOf.cross_out,
      eventOf.return,
      eventOf.leave,
    ];
    const states = events.map((_, count) => after(opened("export_vn"), events.slice(0, count + 1)).state);
    expect([...new Set(states)]).toEqual([
      "travelling",
      "holding",
      "called",
      "at_gate",
      "in_yard",
      "checks_done",
      "released",
      "abroad",
      "returned",
      "closed",
    ]);
  });

  test("may be confirmed at a park without having said that it left home", () => {
    expect(after(opened("export_vn"), arrival).state).toBe("holding");
  });

  test("keeps what each event says", () => {
    const trip = after(opened("export_vn"), [...arrival, ...toYard, ...passes, eventOf.finish_checks]);
    expect(trip).toMatchObject({
      place: "park-1",
      arrivedAt: minute(30),
      liveAt: minute(30),
      ticket: 7,
      stream: "perishable",
      calledAt: minute(4),
      showBy: minute(240),
      yard: "bao-nguyen",
      slot: "A-12",
      declaredAt: minute(0),
      expiresAt: minute(72 * 60),
      version: 11,
      simulated: false,
    });
    expect(trip.signals).toEqual([
      { origin: "officer", source: "officer-1", place: "park-1", recordedAt: minute(1) },
      { origin: "barrier", source: "device-1", place: "park-1", recordedAt: minute(2) },
    ]);
    const abroad = after(trip, [eventOf.release, eventOf.cross_out], 20);
    expect(abroad).toMatchObject({
      crossedAt: minute(21),
      returnBy: minute(1500),
      yardIn: minute(6),
      yardOut: minute(21),
      endedAt: null,
    });
  });

  test("goes back to the yard when a check is withdrawn after all had passed", () => {
    const done = after(opened("export_vn"), [...arrival, ...toYard, ...passes, eventOf.finish_checks]);
    const back = fold(done, entry(checkDecided("customs", "withdraw"), 50));
    expect([back.state, back.stateSince]).toEqual(["in_yard", minute(50)]);
    expect(after(back, [checkDecided("customs"), eventOf.finish_checks], 51).state).toBe("checks_done");
  });
});

describe("an import", () => {
  const inYard = after(opened("import_cn"), [
    eventOf.cross_in,
    eventOf.enter_yard,
    checkDecided("border_guard_entry"),
    checkDecided("customs"),
    eventOf.finish_checks,
  ]);

  test("hands its goods over to a Vietnamese truck and leaves", () => {
    const trip = after(inYard, [eventOf.transfer_cargo, eventOf.release, eventOf.leave], 10);
    expect(trip).toMatchObject({
      state: "closed",
      crossedAt: minute(1),
      arrivedAt: minute(1),
      transferredTo: { country: "VN", number: "12C08120" },
      yard: "bao-nguyen",
      yardIn: minute(2),
      yardOut: minute(12),
      endedAt: minute(12),
    });
  });

  test("goes on inland instead", () => {
    expect(after(inYard, [eventOf.allow_inland, eventOf.release, eventOf.leave], 10).state).toBe("closed");
  });
});

describe("an amendment", () => {
  test("replaces what was filed and keeps the checks that are known", () => {
    const held = after(opened("export_vn"), [...arrival, checkDecided("customs", "hold")]);
    const vehicle = { ...held.vehicle, plate: { country: "VN" as const, number: "29H11111" } };
    const checks = [
      ...held.checks.slice(1),
      { ...held.checks[0], kind: "health_quarantine" as const },
    ] as typeof held.checks; // as: the sample trip has three checks
    const trip = fold(held, entry(amendedEvent(held, { vehicle, checks, stream: "other" }), 9));
    expect(trip.vehicle.plate.number).toBe("29H11111");
    expect(trip.checks.map((check) => [check.kind, check.state])).toEqual([
      ["customs", "hold"],
      ["plant_quarantine", "pending"],
      ["health_quarantine", "pending"],
    ]);
    expect([trip.state, trip.stateSince, trip.stream]).toEqual(["holding", held.stateSince, "other"]);
  });

  test("that moves it to another queue gives a new ticket and live place, never a new first arrival", () => {
    const held = after(opened("export_vn"), arrival);
    const data = { route: "tan-thanh", stream: "other", ticket: 44, liveAt: minute(99) };
    const trip = fold(held, entry({ kind: "gate.requeued", data: { ...data, cause: "route_changed" } }, 99));
    expect(trip).toMatchObject({
      stream: "other",
      ticket: 44,
      liveAt: minute(99),
      arrivedAt: minute(30),
      state: "holding",
    });
  });
});

test("a side exit frees the yard", () => {
  const inYard = after(opened("export_vn"), [...arrival, ...toYard]);
  const failed = fold(inYard, entry(checkDecided("customs", "fail"), 20));
  for (const exit of [eventOf.withdraw, eventOf.refuse]) {
    expect(fold(failed, entry(exit, 21))).toMatchObject({ yardOut: minute(21), endedAt: minute(21) });
  }
});

test("who never stood in a yard leaves none", () => {
  expect(after(opened("export_vn"), [eventOf.withdraw])).toMatchObject({ yardOut: null, endedAt: minute(1) });
});

test("the time of leaving the yard does not move when the trip is closed", () => {
  const done = [...arrival, ...toYard, ...passes, eventOf.finish_checks, eventOf.release, eventOf.cross_out];
  const trip = after(opened("export_vn"), [...done, eventOf.return, eventOf.leave]);
  expect(trip.yardOut).toBe(trip.crossedAt);
  expect([trip.returnedAt, trip.endedAt]).toEqual([minute(13), minute(14)]);
});

test("a channel once named stays with the check", () => {
  const named = checkDecided("customs", "hold");
  const event = { ...named, data: { ...named.data, channel: "red" } } as GateEvent; // as: spread loses the pairing
  const trip = after(opened("export_vn"), [...arrival, event, checkDecided("customs")]);
  expect(trip.checks.find((check) => check.kind === "customs")).toEqual({
    kind: "customs",
    state: "pass",
    decidedAt: minute(5),
    decidedBy: "officer",
    reason: "seen",
    channel: "red",
  });
});

describe("a log that the tables forbid is refused", () => {
  const broken: [string, () => unknown][] = [
    ["declared twice", () => fold(opened("export_vn"), entry(declaredEvent("export_vn"), 1))],
    ["not declared", () => fold(null, entry(eventOf.depart, 1))],
    ["not from declared", () => fold(opened("export_vn"), entry(eventOf.release, 1))],
    ["no such check", () => after(opened("export_vn"), [...arrival, checkDecided("health_quarantine")])],
    [
      "customs is pending",
      () => after(opened("export_vn"), [...arrival, checkDecided("customs", "withdraw")]),
    ],
  ];
  test.each(broken)("%s", (detail, attempt) => {
    expect(attempt).toThrow(BrokenLog);
    expect(attempt).toThrow(detail);
  });
});

test("folding entries one by one or all at once is the same", () => {
  const entries = [declaredEvent("export_vn"), ...arrival].map((event, index) => entry(event, index));
  expect(foldAll(null, entries)).toEqual(after(opened("export_vn"), arrival));
  expect(foldAll(null, [])).toBeNull();
});

test("passages over Km0 are kept beside the crossing of the goods", () => {
  const done = [...arrival, ...toYard, ...passes, eventOf.finish_checks, eventOf.release];
  const exported = after(opened("export_vn"), [...done, eventOf.cross_out, eventOf.return]);
  expect(exported).toMatchObject({ crossedAt: minute(12), outAt: minute(12), inAt: minute(13) });
  const cleared = [eventOf.cross_in, eventOf.enter_yard, eventOf.finish_checks];
  const home = after(opened("import_cn"), [
    ...cleared,
    eventOf.transfer_cargo,
    eventOf.release,
    eventOf.leave,
  ]);
  expect(home).toMatchObject({ crossedAt: minute(1), inAt: minute(1), outAt: minute(6) });
  const inland = after(opened("import_cn"), [
    ...cleared,
    eventOf.allow_inland,
    eventOf.release,
    eventOf.leave,
  ]);
  expect(inland).toMatchObject({ inAt: minute(1), outAt: null, endedAt: minute(6) });
});

test("a truck that goes over empty passes Km0 twice, and its goods once", () => {
  const fetched = after(opened("import_vn"), [eventOf.cross_out, eventOf.cross_in]);
  expect(fetched).toMatchObject({
    outAt: minute(1),
    inAt: minute(2),
    crossedAt: minute(2),
    returnedAt: minute(2),
  });
  const waiting = after(opened("import_vn"), [eventOf.cross_out]);
  expect(waiting).toMatchObject({ state: "abroad", crossedAt: null, returnBy: minute(1500) });
  const empty = after(opened("export_cn"), [eventOf.cross_in]);
  expect(empty).toMatchObject({ inAt: minute(1), crossedAt: null, arrivedAt: null });
  const loaded = [eventOf.enter_yard, eventOf.transfer_cargo, eventOf.finish_checks, eventOf.release];
  const gone = after(empty, [...loaded, { kind: "gate.crossed_out", data: {} }], 2);
  expect(gone).toMatchObject({
    state: "closed",
    crossedAt: minute(6),
    outAt: minute(6),
    endedAt: minute(6),
    yardOut: minute(6),
    returnBy: null,
    transferredTo: null,
  });
});
