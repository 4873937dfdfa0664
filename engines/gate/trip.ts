import type { OnBehalf } from "@moc/contract/gate/behalf.ts";
import type { CheckKind, CheckState, CustomsChannel } from "@moc/contract/gate/check.ts";
import type { Owner, Regime, TripKind } from "@moc/contract/gate/declaration.ts";
import type { GateEvent } from "@moc/contract/gate/events.ts";
import type { GoodsLine, QuarantinePaper } from "@moc/contract/gate/goods.ts";
import type { PaperMark } from "@moc/contract/gate/paper-act.ts";
import type { ArrivalSignal, CargoTransfer, Direction, FeeStep, TripState } from "@moc/contract/gate/trip.ts";
import type { Plate, Vehicle } from "@moc/contract/gate/vehicle.ts";
import type { Instant } from "@moc/contract/values/time.ts";

/** One check of a trip as it stands. */
export interface TripCheck {
  kind: CheckKind;
  state: CheckState;
  decidedAt: Instant | null;
  /** Id of the actor who decided; identity knows the name. */
  decidedBy: string | null;
  reason: string | null;
  channel: CustomsChannel | null;
  /** Number of the standing answer in the force's own system. */
  reference?: string | undefined;
  /** Numbers of all answers so far; none of them answers again. */
  references?: string[] | undefined;
}

/** An exception that a truck has now: on which ground, in whose name, since when. */
export interface GivenException {
  ground: string;
  organisation: string | null;
  at: Instant;
}
/** A pair of plates as the log gives it, and whether the yard has seen the goods change over. */
export type Transfer = Omit<CargoTransfer, "trip">;

/** One time that a truck was sent to another route; `arrived`: it had arrived somewhere by then. */
export interface Diversion {
  from: string;
  to: string;
  at: Instant;
  reason: string;
  order: string | null;
  arrived: boolean;
}

/** Goods that a truck takes for its way home, their papers, and the checks of that leg. */
export type ReturnLoad = Extract<GateEvent, { kind: "gate.return_declared" }>["data"];

/**
 * A window of the slots. `booked` until the truck arrives; `early`: it waits for the window to begin; `open`: it came in
 * its window or has waited for it, and keeps its right until it is called; `missed`: it came later and waits live.
 */
export interface Booking {
  from: Instant;
  to: Instant;
  state: "booked" | "early" | "open" | "missed";
}

/** A trip as the fold of its events: everything the gate knows of it, without personal data. */
export interface Trip {
  id: string;
  code: string;
  kind: TripKind;
  direction: Direction;
  regime: Regime;
  gate: string;
  route: string;
  declarant: string;
  /** Who filed for the declarant, when it was not the declarant itself. */
  onBehalf?: OnBehalf | undefined;
  owner: Owner;
  person: string;
  vehicle: Vehicle;
  goods: GoodsLine[];
  /** Province that the goods come from, as declared. */
  origin?: string | undefined;
  customsNumbers: string[];
  quarantine: QuarantinePaper[];
  stream: string;
  state: TripState;
  stateSince: Instant;
  checks: TripCheck[];
  signals: ArrivalSignal[];
  /** Holding place where it was confirmed. */
  place: string | null;
  /** First confirmed arrival; never moves again. Waits are measured from here. */
  arrivedAt: Instant | null;
  /** Since when it holds its live place; moves when it joins another queue or stream. */
  liveAt: Instant | null;
  ticket: number | null;
  /** Goes before its stream, on a public ground. */
  priority: GivenException | null;
  /** Is not called for now, on a public ground; it keeps its place. */
  heldBack: GivenException | null;
  booking: Booking | null;
  /** How often a window was booked for it, moves included. */
  bookings: number;
  /** Its driver is not ready: calls pass it over until then. */
  postponedUntil: Instant | null;
  /** How often its driver has postponed. */
  postponements: number;
  calledAt: Instant | null;
  /** Called: until when it has to show up. */
  showBy: Instant | null;
  /** The yard it stands in, or stood in when `yardOut` is set. */
  yard: string | null;
  slot: string | null;
  yardIn: Instant | null;
  yardOut: Instant | null;
  transferredTo: Plate | null;
  /** The pair of plates between which its goods change over. */
  transfer: Transfer | null;
  /** Every time it was sent to another route, oldest first. */
  diversions: Diversion[];
  /** What it takes home, once that is declared. */
  back: ReturnLoad | null;
  /** The leg home with those goods, once it has begun; the transfer of the leg before it. */
  wayHome: { since: Instant; transfer: Transfer | null } | null;
  feeStep: FeeStep;
  /** When its goods passed Km0, outward for an export, inward for an import. */
  crossedAt: Instant | null;
  /** Passages over Km0, loaded or empty: when it went out of Vietnam, and when it came in. */
  outAt: Instant | null;
  inAt: Instant | null;
  /** Across its own border: by when it must be home. */
  returnBy: Instant | null;
  returnedAt: Instant | null;
  /** Declared and not arrived: when it expires. */
  expiresAt: Instant;
  declaredAt: Instant;
  /** When it reached a final state. */
  endedAt: Instant | null;
  /** Withdrawn: where it stood, so that the withdrawal can be undone. */
  withdrawnFrom: TripState | null;
  simulated: boolean;
  /** Set: carries goods both ways under the dated pilot. */
  twoWay?: true | undefined;
  /** Number of events folded so far. */
  version: number;
}

/** One event of a trip as the log gives it back. */
export interface TripEntry {
  trip: string;
  event: GateEvent;
  /** When it happened, in zone time. */
  at: Instant;
  /** Entered from paper: from which slip, and when. Everything else is recorded as it happens. */
  paper?: PaperMark | undefined;
  /** Id of the actor. */
  by: string;
  simulated: boolean;
}

/** When the server recorded an event. What holds a place goes by this, never by the time that stands on paper. */
export function recordedOf({ at, paper }: Pick<TripEntry, "at" | "paper">): Instant {
  return paper?.recordedAt ?? at;
}
