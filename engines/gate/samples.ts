import type { CheckKind } from "@moc/contract/gate/check.ts";
import type { TripKind } from "@moc/contract/gate/declaration.ts";
import type { GateEvent } from "@moc/contract/gate/events.ts";
import { tripStates } from "@moc/contract/gate/trip.ts";
import { kindTraits } from "@moc/contract/gate/trip-kind.ts";
import { fold } from "./fold.ts";
import type { Trip, TripEntry } from "./trip.ts";
import type { TripStep } from "./trip-row.ts";
import { rowFor, tripTables } from "./trip-table.ts";

/** Trips and events for the tests of this engine. */

export const start = "2026-01-15T00:00:00.000Z";

/** The instant so many minutes after the start of the sample day. */
export function minute(minutes: number): string {
  return new Date(Date.parse(start) + minutes * 60_000).toISOString();
}

const checksOf: Record<TripKind, CheckKind[]> = {
  export_vn: ["border_guard_exit", "customs", "plant_quarantine"],
  export_cn: ["border_guard_exit", "border_guard_entry", "customs"],
  import_cn: ["border_guard_entry", "customs"],
  import_vn: ["border_guard_entry", "customs"],
  import_new_vehicle: ["border_guard_entry", "customs"],
};

type Declared = Extract<GateEvent, { kind: "gate.declared" }>["data"];

const filed: Omit<Declared, "kind" | "code" | "declarant" | "direction" | "checks" | "expiresAt"> = {
  regime: "ordinary",
  gate: "huu-nghi",
  route: "huu-nghi-1119-1120",
  vehicle: {
    plate: { country: "VN", number: "29H50812" },
    payloadClass: "from_18t",
    containers: [],
  },
  person: "00000000-0000-4000-8000-0000000000aa",
  owner: { organisation: "bao-son", person: null },
  goods: [{ name: "sầu riêng", class: "durian" }],
  customsNumbers: [],
  quarantine: [],
  stream: "perishable",
};

export function declaredEvent(kind: TripKind): GateEvent {
  const data: Declared = {
    ...filed,
    kind,
    code: "7F3K-0841",
    declarant: "bao-son",
    direction: kindTraits[kind].direction,
    checks: checksOf[kind],
    expiresAt: minute(72 * 60),
  };
  return { kind: "gate.declared", data };
}

export function amendedEvent(trip: Trip, changed: Partial<Trip> = {}): GateEvent {
  const { regime, gate, route, vehicle, person, owner, goods, customsNumbers, quarantine, stream } = {
    ...trip,
    ...changed,
  };
  const checks = (changed.checks ?? trip.checks).map((check) => check.kind);
  const filedNow = { regime, gate, route, vehicle, person, owner, goods, customsNumbers, quarantine, stream };
  return { kind: "gate.amended", data: { ...filedNow, checks, changed: Object.keys(changed) } };
}

export function entry(event: GateEvent, minutes: number, by = "officer"): TripEntry {
  return { trip: "trip-1", event, at: minute(minutes), by, simulated: false };
}

export function opened(kind: TripKind): Trip {
  return fold(null, entry(declaredEvent(kind), 0));
}

/** A signal of an officer at a park, unless told otherwise. */
export function signalled(origin = "officer", source = "officer-1", place = "park-1"): GateEvent {
  return { kind: "gate.signalled", data: { origin, source, place } } as GateEvent; // as: tests name origins freely
}

export function checkDecided(
  check: CheckKind,
  decision: "pass" | "hold" | "fail" | "withdraw" = "pass",
): GateEvent {
  return { kind: "gate.check_decided", data: { check, decision, reason: "seen", channel: null } };
}

/** One event for every step of the tables that needs no choice. */
export const eventOf = {
  depart: { kind: "gate.departed", data: {} },
  signal_arrival: signalled(),
  confirm_arrival: {
    kind: "gate.arrived",
    data: { place: "park-1", liveAt: minute(30), stream: "perishable", ticket: 7 },
  },
  call_forward: {
    kind: "gate.called",
    data: {
      call: "00000000-0000-4000-8000-0000000000cc",
      stream: "perishable",
      place: 1,
      rule: "rule-1",
      credit: { virtual: 0, passes: {} },
      showBy: minute(240),
      passedOver: [],
    },
  },
  reach_gate: { kind: "gate.reached", data: {} },
  declare_return: {
    kind: "gate.return_declared",
    data: {
      goods: [{ name: "linh kiện", class: "electronics" }],
      customsNumbers: ["308"],
      quarantine: [],
      checks: ["border_guard_entry", "customs"],
    },
  },
  cross_in: { kind: "gate.crossed_in", data: {} },
  enter_yard: { kind: "gate.yard_entered", data: { yard: "bao-nguyen", slot: "A-12" } },
  finish_checks: { kind: "gate.checks_done", data: {} },
  pair_transfer: {
    kind: "gate.transfer_paired",
    data: {
      transfer: "00000000-0000-4000-8000-0000000000dd",
      from: { country: "CN", number: "桂F12345" },
      to: { country: "VN", number: "12C08120" },
      containers: [],
      yard: "bao-nguyen",
      slot: null,
      partner: null,
    },
  },
  swap_unit: {
    kind: "gate.unit_swapped",
    data: { trailer: { country: "VN", number: "12R00123" }, containers: [], reason: "flat tyre" },
  },
  divert: {
    kind: "gate.diverted",
    data: {
      from: "huu-nghi-1119-1120",
      to: "tan-thanh",
      gate: "huu-nghi",
      stream: "perishable",
      checks: ["customs"],
      expiresAt: minute(90 * 60),
      reason: "queue on the road",
      order: null,
    },
  },
  transfer_cargo: { kind: "gate.cargo_transferred", data: { to: { country: "VN", number: "12C08120" } } },
  allow_inland: { kind: "gate.inland_allowed", data: {} },
  release: { kind: "gate.released", data: { feeStep: "not_installed" } },
  cross_out: { kind: "gate.crossed_out", data: { returnBy: minute(1500) } },
  return: { kind: "gate.returned", data: {} },
  leave: { kind: "gate.left", data: {} },
  withdraw: { kind: "gate.withdrawn", data: { reason: "sold at home", from: "holding" } },
  refuse: { kind: "gate.refused", data: { reason: "no permit" } },
  expire: { kind: "gate.expired", data: { after: "not_arrived" } },
  give_priority: { kind: "gate.prioritised", data: { ground: "relief", organisation: "gate-centre" } },
  hold_back: { kind: "gate.held_back", data: { ground: "in-doubt", organisation: "border-guard" } },
  send_back: { kind: "gate.sent_back", data: { ground: "yard-full", organisation: "gate-centre" } },
  lift_exception: {
    kind: "gate.exception_lifted",
    data: { exception: "priority", organisation: "gate-centre" },
  },
  book_slot: { kind: "gate.slot_booked", data: { from: minute(60), to: minute(120) } },
  cancel_slot: { kind: "gate.slot_cancelled", data: {} },
  postpone: { kind: "gate.postponed", data: { until: minute(90) } },
  resume: { kind: "gate.resumed", data: {} },
  end_postponement: { kind: "gate.resumed", data: {} },
  open_slot: { kind: "gate.slot_opened", data: { ticket: 9 } },
  undo_withdrawal: { kind: "gate.withdrawal_undone", data: {} },
} as const satisfies Record<Exclude<TripStep, "amend" | "decide_check">, GateEvent>;

/** Folds events one minute apart, from the first after `from`. */
export function after(trip: Trip, events: readonly GateEvent[], from = 1): Trip {
  return events.reduce((now, event, index) => fold(now, entry(event, from + index)), trip);
}

/** The table turned round: what may follow each state, as `step(guard) → state [who]`. */
export function byState(kind: TripKind): Record<string, string[]> {
  const turned: Record<string, string[]> = {};
  for (const state of tripStates) {
    const steps = Object.keys(tripTables[kind]) as TripStep[]; // as: the keys of a table are its steps
    const lines = steps.flatMap((step) => {
      const row = rowFor(kind, state, step);
      const guard = row?.guard === undefined ? "" : `(${row.guard})`;
      return row === undefined ? [] : [`${step}${guard} → ${row.to} [${row.who.join(" ")}]`];
    });
    if (lines.length > 0) turned[state] = lines;
  }
  return turned;
}
