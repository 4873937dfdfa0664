import { tripKinds } from "@moc/contract/gate/declaration.ts";
import type { GateEvent } from "@moc/contract/gate/events.ts";
import { type Party, type TripCommand, tripCommands } from "@moc/contract/gate/trip.ts";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { decided } from "./checks.ts";
import { BrokenLog, fold } from "./fold.ts";
import { kindNow, onReturnLeg, tookHomeAt } from "./leg.ts";
import { amendedEvent, checkDecided, entry, eventOf, minute, opened, signalled } from "./samples.ts";
import { judgeSignal } from "./signals.ts";
import type { Trip } from "./trip.ts";
import type { TripStep } from "./trip-row.ts";
import { finalStates, rowFor } from "./trip-table.ts";
import { commandVerdict, mayNext, stepVerdict } from "./verdict.ts";

const parties: Party[] = [
  "declarant",
  "driver",
  "signaller",
  "dispatcher",
  "border_guard",
  "customs",
  "yard",
  "force",
  "device",
  "system",
];

const checkKinds = ["border_guard_exit", "border_guard_entry", "customs", "plant_quarantine", "cold_chain"];

const attempt = fc.record({
  command: fc.constantFrom(...tripCommands),
  /** Set: instead of `command` take one that leads on, so that many runs reach the far states. */
  onward: fc.option(fc.nat({ max: 20 }), { freq: 9 }),
  parties: fc.oneof({ weight: 4, arbitrary: fc.constant(parties) }, fc.subarray(parties)),
  check: fc.constantFrom(...checkKinds),
  decision: fc.oneof(
    { weight: 5, arbitrary: fc.constant("pass" as const) },
    { weight: 1, arbitrary: fc.constantFrom("hold" as const, "fail" as const, "withdraw" as const) },
  ),
  origin: fc.constantFrom("barrier", "officer", "driver"),
  minutes: fc.integer({ min: 0, max: 90 }),
});
type Attempt = typeof attempt extends fc.Arbitrary<infer Value> ? Value : never;

function chosen(trip: Trip, one: Attempt): TripCommand {
  const aside: TripCommand[] = [
    "amend",
    "withdraw",
    "refuse",
    "expire",
    "send_back",
    "hold_back",
    "give_priority",
    "divert",
    "swap_unit",
    "pair_transfer",
    "lift_exception",
  ];
  const onward = tripCommands.filter(
    (command) => !aside.includes(command) && rowFor(kindNow(trip), trip.state, command) !== undefined,
  );
  return onward[(one.onward ?? Number.NaN) % onward.length] ?? one.command;
}

function eventFor(
  trip: Trip,
  command: TripCommand,
  { check, decision, origin }: Attempt,
): GateEvent | undefined {
  if (command === "amend") return amendedEvent(trip, { customsNumbers: ["307"] });
  if (command === "signal_arrival") {
    const signal = signalled(origin, origin);
    if (signal.kind !== "gate.signalled") return undefined;
    return ["first", "confirms"].includes(judgeSignal(trip.signals, signal.data)) ? signal : undefined;
  }
  if (command === "withdraw") return { kind: "gate.withdrawn", data: { reason: "sold", from: trip.state } };
  if (command !== "decide_check") return eventOf[command];
  const state = trip.checks.find((one) => one.kind === check)?.state;
  return state !== undefined && decided(state, decision) !== undefined
    ? checkDecided(check, decision)
    : undefined;
}

/** What follows of itself in the same transaction. */
function settle(trip: Trip, now: string): Trip {
  const steps = ["confirm_arrival", "finish_checks"] as const satisfies readonly TripStep[];
  const next = steps.find((step) => stepVerdict(trip, step, now).allowed);
  return next === undefined ? trip : fold(trip, { ...entry(eventOf[next], 0), at: now });
}

test("no sequence of commands by anybody leaves the state tables", () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(
      fc.constantFrom(...tripKinds),
      fc.array(attempt, { maxLength: 120, size: "max" }),
      (kind, attempts) => {
        let trip = opened(kind);
        let minutes = 0;
        for (const one of attempts) {
          minutes += one.minutes;
          const now = minute(minutes);
          const caller = { parties: new Set(one.parties), checks: new Set(checkKinds) };
          const command = chosen(trip, one);
          const verdict = commandVerdict(trip, command, caller, now);
          const event = eventFor(trip, command, one);
          if (!verdict.allowed || event === undefined) continue;
          const row = rowFor(kindNow(trip), trip.state, command);
          const before = trip;
          trip = fold(trip, entry(event, minutes));
          const kept: Record<string, string | null> = { same: before.state, before: before.withdrawnFrom };
          expect(trip.state).toBe(kept[row?.to ?? ""] ?? row?.to);
          expect(trip.version).toBe(before.version + 1);
          trip = settle(trip, now);
          if (trip.state === "released") {
            expect(trip.checks.map((check) => check.state)).toEqual(trip.checks.map(() => "pass"));
          }
          expect(
            ["released", "abroad"].includes(trip.state) && trip.checks.some((c) => c.state === "fail"),
          ).toBe(false);
          if (new Set<string>(finalStates).has(trip.state)) {
            const allowed = mayNext(trip, caller, now).filter((line) => line.allowed);
            expect(allowed.filter((line) => line.action !== "undo_withdrawal")).toEqual([]);
          }
          reached.add(`${kind} ${trip.state}`);
          if (onReturnLeg(trip)) reached.add(`${kind} home ${trip.state}`);
          // Goods and truck pass Km0 when they do; what comes after tells nothing of it anew.
          for (const once of ["crossedAt", "outAt", "inAt", "transferredTo"] as const)
            expect(trip[once]).toEqual(before[once] ?? trip[once]);
          const home = tookHomeAt(trip);
          if (home !== null) expect([trip.crossedAt, home].toSorted()).toEqual([trip.crossedAt, home]);
        }
      },
    ),
    { numRuns: 1500, seed: 20260115 },
  );
  expect([...reached]).toEqual(
    expect.arrayContaining([...tripKinds, "export_vn home", "import_cn home"].map((way) => `${way} closed`)),
  );
});

test("an event without a row in the tables is refused by the fold, whatever came before", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...tripKinds),
      fc.array(fc.constantFrom(...Object.keys(eventOf)), { maxLength: 12 }),
      (kind, steps) => {
        let trip = opened(kind);
        for (const step of steps as (keyof typeof eventOf)[]) {
          // as: drawn from these keys
          const row = rowFor(kindNow(trip), trip.state, step);
          if (row === undefined) expect(() => fold(trip, entry(eventOf[step], 1))).toThrow(BrokenLog);
          else trip = fold(trip, entry(eventOf[step], 1));
        }
      },
    ),
  );
});
