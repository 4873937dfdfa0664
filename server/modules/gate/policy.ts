import type { CheckKind } from "@moc/contract/gate/check.ts";
import { type Party, type SignalOrigin, type TripCommand, tripCommands } from "@moc/contract/gate/trip.ts";
import { type Actor, forceRoles, type Role } from "@moc/contract/values/actor.ts";
import type { Trip } from "@moc/engines/gate/trip.ts";
import { tripTables } from "@moc/engines/gate/trip-table.ts";
import type { Caller } from "@moc/engines/gate/verdict.ts";
import { answersKind } from "@moc/engines/registry/check-kinds.ts";
import { holds, type Policy, type Rule } from "../../platform/authorise.ts";
import { type ByDuty, duties } from "./duties.ts";
import type { ZoneRules } from "./parts.ts";
import { operatorsOf } from "./rules.ts";

/** What a rule of the gate looks at beside the actor: the trip, who runs the yards and parks of its route, and who answers which check there. */
export type TripRow = {
  trip: Pick<Trip, "id" | "declarant" | "onBehalf">;
  operators: readonly string[];
  answers: (actor: Actor) => readonly CheckKind[];
};

export type GatePermission =
  | "declare"
  | "keep_draft"
  | "read_trip"
  | "read_all_trips"
  | "read_driver"
  | "read_owner"
  | "read_declaration"
  | "read_queue"
  | "read_slots"
  | "call_forward"
  | "switch_automatic"
  | "divert_queue"
  | "give_mandate"
  | "read_mandates"
  | "read_operations"
  | "issue_driver_link"
  | "void_slips"
  | "read_bulletin"
  | "issue_bulletin"
  | "read_duty"
  | "stand_duty"
  | "plan_roster"
  | "read_paper"
  | "declare_paper"
  | "reserve_slips"
  | "enter_paper"
  | "choose_notifications"
  | "read_steering"
  | "give_order"
  | "record_notice"
  | "record_count";

const forces = forceRoles;
const zoneWide: Role[] = [
  "dispatcher",
  ...forces,
  "traffic_police",
  "board_leader",
  "administrator",
  "auditor",
];
const declares = holds("firm", "customs_agent");

const filed: Rule<TripRow> = (actor, { trip }) =>
  actor.organisation !== null && actor.organisation === trip.onBehalf?.by;
// Who files for a firm speaks for it beside the firm itself.
const isDeclarant: Rule<TripRow> = (actor, row) =>
  declares(actor, null) &&
  actor.organisation !== null &&
  (actor.organisation === row.trip.declarant || filed(actor, row));
const isDriver: Rule<TripRow> = (actor, { trip }) => actor.kind === "link" && actor.trip === trip.id;
const worksYard = holds("yard_operator");
const runsYard: Rule<TripRow> = (actor, { operators }) =>
  worksYard(actor, null) && actor.organisation !== null && operators.includes(actor.organisation);
const isDevice = (actor: Actor): boolean =>
  actor.kind === "token" && actor.scopes.some((scope) => scope.startsWith("arrival_signal:"));

const handsOut: Rule<TripRow> = (actor, row) =>
  isDeclarant(actor, row) || holds("dispatcher")(actor, null) || (runsYard(actor, row) && filed(actor, row));

const acts = (actor: Actor): boolean => actor.kind === "account" || actor.simulated;
const onDuty = (permission: ByDuty) => holds(...duties[permission]);

/** Who may do what at the gate; commands on a trip are further bound by the state tables. */
export const gatePolicy: Policy<GatePermission, TripRow> = {
  // For one's own organisation; the gate centre and the yards of its route also for a truck that arrives undeclared.
  declare: (actor, row) =>
    (declares(actor, null) || holds("dispatcher")(actor, null) || runsYard(actor, row)) &&
    actor.organisation !== null,
  // Whoever may file may also prepare; whose desk it is, the draft's own row says.
  keep_draft: (actor) => onDuty("keep_draft")(actor, null) && actor.organisation !== null,
  read_trip: (actor, row) =>
    holds(...zoneWide)(actor, null) ||
    isDevice(actor) ||
    isDeclarant(actor, row) ||
    isDriver(actor, row) ||
    runsYard(actor, row),
  read_all_trips: holds(...zoneWide),
  read_driver: (actor, row) =>
    holds("dispatcher", "border_guard", "customs", "health_quarantine")(actor, null) ||
    isDeclarant(actor, row) ||
    isDriver(actor, row),
  read_owner: (actor, row) =>
    holds("dispatcher", ...forces)(actor, null) || isDeclarant(actor, row) || isDriver(actor, row),
  // Whoever may amend it, and nobody else: it holds papers and phones.
  read_declaration: (actor, row) => isDeclarant(actor, row) || holds("dispatcher")(actor, null),
  read_queue: holds(...zoneWide, "yard_operator"),
  read_slots: (actor) => declares(actor, null) || holds(...zoneWide, "yard_operator")(actor, null),
  call_forward: onDuty("call_forward"),
  // In the name of an organisation, which the calls are then made for.
  switch_automatic: (actor) => onDuty("switch_automatic")(actor, null) && actor.organisation !== null,
  // A firm for itself alone; no agent passes on what it was given.
  give_mandate: (actor) => onDuty("give_mandate")(actor, null) && actor.organisation !== null,
  read_mandates: (actor) => declares(actor, null) && actor.organisation !== null,
  divert_queue: onDuty("divert_queue"),
  read_operations: holds(...zoneWide, "yard_operator"),
  issue_driver_link: handsOut,
  void_slips: handsOut,
  read_bulletin: holds(...zoneWide),
  issue_bulletin: onDuty("issue_bulletin"),
  read_duty: holds(...zoneWide, "yard_operator"),
  // People stand duty; a program that writes for them would vouch for nobody.
  stand_duty: (actor) => acts(actor) && onDuty("stand_duty")(actor, null),
  // The chief of an organisation: its own administrator.
  plan_roster: (actor) =>
    actor.kind === "account" && actor.organisation !== null && holds("administrator")(actor, null),
  read_paper: holds(...zoneWide, "yard_operator"),
  declare_paper: (actor) => acts(actor) && onDuty("declare_paper")(actor, null),
  reserve_slips: (actor) => acts(actor) && onDuty("reserve_slips")(actor, null),
  // What may be entered, the state tables say: each force enters its own acts.
  enter_paper: (actor) => acts(actor) && onDuty("enter_paper")(actor, null),
  // For oneself: a firm's people by e-mail, a driver on the page of his link.
  choose_notifications: (actor) =>
    actor.kind === "link" ||
    (actor.kind === "account" && declares(actor, null) && actor.organisation !== null),
  // Orders are public; who steers, firms and yards read them as a list.
  read_steering: (actor) => actor.kind !== "link",
  record_notice: onDuty("record_notice"),
  record_count: onDuty("record_count"),
  give_order: (actor) => onDuty("give_order")(actor, null) && actor.organisation !== null,
};

/** The row of no trip, for permissions that look at none. */
export const noTrip: TripRow = { trip: { id: "", declarant: "" }, operators: [], answers: () => [] };

const officers = holds("dispatcher", "border_guard", "traffic_police");

// A yard of the declarant's own counts for nobody.
const keepsBook: Rule<TripRow> = (actor, row) =>
  runsYard(actor, row) && actor.organisation !== row.trip.declarant && !filed(actor, row);

/** In which capacity an arrival signal of this origin may be given. */
const signalRules = {
  barrier: (actor) => actor.kind === "token" && actor.scopes.includes("arrival_signal:barrier"),
  position: (actor) => actor.kind === "token" && actor.scopes.includes("arrival_signal:position"),
  officer: (actor, row) => officers(actor, null) || keepsBook(actor, row),
  driver: (actor, row) => isDriver(actor, row) || isDeclarant(actor, row),
  // Nothing is kept by hand while the system runs.
  book: () => false,
} as const satisfies Record<SignalOrigin, Rule<TripRow>>;

/**
 * As what an arrival on paper counts: an officer's note, or the yard's own book; null: for nobody. So two organisations
 * stand behind an arrival on paper, as two sources do behind any other.
 */
export function paperOrigin(actor: Actor, row: TripRow): "officer" | "book" | null {
  if (officers(actor, null)) return "officer";
  return keepsBook(actor, row) ? "book" : null;
}

const everySignal: readonly Rule<TripRow>[] = Object.values(signalRules);

/** Whether the actor may give a signal of this origin for the trip. */
export function maySignal(actor: Actor, row: TripRow, origin: SignalOrigin): boolean {
  return signalRules[origin](actor, row);
}

const partyRules = {
  declarant: isDeclarant,
  driver: isDriver,
  signaller: (actor, row) => everySignal.some((rule) => rule(actor, row)),
  dispatcher: holds("dispatcher"),
  border_guard: holds("border_guard"),
  customs: holds("customs"),
  yard: runsYard,
  traffic_police: holds("traffic_police"),
  force: holds(...forces),
  device: isDevice,
  system: (actor) => actor.kind === "system",
} as const satisfies Record<Party, Rule<TripRow>>;
const everyParty = Object.entries(partyRules) as [Party, Rule<TripRow>][]; // as: entries forgets the keys

/** In which capacities an actor acts on one trip, and which kinds of check it answers there. */
export function callerOf(actor: Actor, row: TripRow): Caller {
  const parties = new Set<Party>();
  for (const [party, rule] of everyParty) if (rule(actor, row)) parties.add(party);
  return { parties, checks: new Set(row.answers(actor)) };
}

/** What the rules look at of one trip. */
export function rowOf(trip: TripRow["trip"] & Pick<Trip, "gate" | "route">, rules: ZoneRules): TripRow {
  return {
    trip,
    operators: operatorsOf(rules, trip.route),
    answers: (actor) =>
      rules.kindsKnown.filter((kind) => answersKind(kind, actor, trip, rules)).map((kind) => kind.key),
  };
}

const rolesOf = {
  declarant: ["firm", "customs_agent"],
  driver: [],
  signaller: ["dispatcher", "border_guard", "traffic_police", "yard_operator", "firm", "customs_agent"],
  dispatcher: ["dispatcher"],
  border_guard: ["border_guard"],
  customs: ["customs"],
  yard: ["yard_operator"],
  traffic_police: ["traffic_police"],
  force: forces,
  device: [],
  system: [],
} as const satisfies Record<Party, readonly Role[]>;

function rolesAmong(command: TripCommand): Role[] {
  const rows = Object.values(tripTables).flatMap((table) => table[command]);
  return [...new Set(rows.flatMap((row) => row.who.flatMap((party): readonly Role[] => rolesOf[party])))];
}

// The tables stand still; every command of every officer asks.
const rolesByCommand = new Map(tripCommands.map((command) => [command, rolesAmong(command)]));

/** Roles in which a command can be given at all, for the record of who did it in which duty. */
export function rolesFor(command: TripCommand): readonly Role[] {
  return rolesByCommand.get(command) ?? [];
}
