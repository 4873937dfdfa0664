import type { QueueException, TraceKind } from "@moc/contract/gate/exception.ts";
import type { PassedOver, PlaceChange, Way } from "@moc/contract/gate/queue.ts";
import { takes } from "./line-up.ts";
import { type Credit, callOrder, type QueueRule, type Waiting } from "./queue.ts";

/** A departure from the order as the log has it: on which ground, in whose name, and the id of who gave it. */
export type Trace = { kind: TraceKind; ground: string | null; organisation: string | null; by: string };

/** What happened to a queue, in the order of the log. `cut` keeps apart what one command did at once. */
export type QueueChange = { at: string; cut: string; trip: string; slip?: number } & (
  | { kind: "joined"; stream: string; ticket: number; way: Way; passedOver: PassedOver | null }
  | {
      kind: "excepted";
      stream: string;
      ticket: number;
      way: Way;
      passedOver: PassedOver | null;
      exception: Trace;
    }
  | { kind: "held"; passedOver: PassedOver | null }
  /** `credit`: how far the streams had been served after the call that took it. */
  | { kind: "called"; credit: Credit }
  | { kind: "left" }
);

/** A queue at one moment. */
export interface QueuePicture {
  waiting: ReadonlyMap<string, Waiting>;
  credit: Credit;
}

export const emptyQueue: QueuePicture = { waiting: new Map(), credit: { virtual: 0, passes: {} } };

/** Changes who waits, by one change of the queue. */
export function applyChange(waiting: Map<string, Waiting>, change: QueueChange): void {
  const { trip } = change;
  if (change.kind === "joined" || change.kind === "excepted") {
    const { stream, ticket, way, passedOver } = change;
    waiting.set(trip, { trip, stream, ticket, way, passedOver });
    return;
  }
  if (change.kind !== "held") {
    waiting.delete(trip);
    return;
  }
  const truck = waiting.get(trip);
  if (truck !== undefined) waiting.set(trip, { ...truck, passedOver: change.passedOver });
}

/** The queue after some changes. */
export function applyCut(queue: QueuePicture, cut: readonly QueueChange[]): QueuePicture {
  const waiting = new Map(queue.waiting);
  return { credit: changeBy(waiting, queue.credit, cut), waiting };
}

/** Changes who waits, by a cut. @returns how far the streams have been served after it */
function changeBy(waiting: Map<string, Waiting>, before: Credit, cut: readonly QueueChange[]): Credit {
  let credit = before;
  for (const change of cut) {
    applyChange(waiting, change);
    if (change.kind === "called") credit = change.credit;
  }
  return credit;
}

function cutsOf(changes: readonly QueueChange[]): QueueChange[][] {
  const cuts: QueueChange[][] = [];
  for (const change of changes) {
    const last = cuts.at(-1);
    if (last?.[0]?.cut === change.cut) last.push(change);
    else cuts.push([change]);
  }
  return cuts;
}

interface Standing {
  place: number;
  ahead: ReadonlySet<string>;
  /** Of each stream the ticket of one truck of the live queue behind it that a call takes. */
  behind: ReadonlyMap<string, number>;
}

function standingOf(trip: string, queue: QueuePicture, rule: QueueRule): Standing | null {
  if (!queue.waiting.has(trip)) return null;
  const order = callOrder([...queue.waiting.values()], rule, queue.credit);
  const place = order.findIndex((truck) => truck.trip === trip) + 1;
  const behind = order.slice(place).filter((truck) => truck.way === "live" && takes(truck));
  return {
    place,
    ahead: new Set(order.slice(0, place - 1).map((truck) => truck.trip)),
    behind: new Map(behind.map(({ stream, ticket }) => [stream, ticket])),
  };
}

/**
 * Whether all that happens is that trucks join the live queue behind one of their stream that itself stands behind
 * ours and can be called: until that one is called its line is never at its end, so nobody up to ours moves. Most changes
 * of a long queue are such, and working out its whole order after each would take seconds.
 */
function joinsBehind(
  cut: readonly QueueChange[],
  { waiting }: QueuePicture,
  standing: Standing | null,
): boolean {
  return cut.every(
    (change) =>
      change.kind === "joined" &&
      !waiting.has(change.trip) &&
      change.way === "live" &&
      change.ticket > (standing?.behind.get(change.stream) ?? Number.POSITIVE_INFINITY),
  );
}

/** A change of place as the engine tells it; who gave an exception is named elsewhere. */
export type PlaceStep = Omit<PlaceChange, "exception"> & { exception?: Trace & Pick<QueueException, "trip"> };

type Cause = Pick<PlaceStep, "cause" | "count" | "exception">;

/** The slip from which the truck's own change was entered. */
function slipOf(trip: string, cut: readonly QueueChange[]): { slip?: number } {
  const slip = cut.findLast((change) => change.trip === trip)?.slip;
  return slip === undefined ? {} : { slip };
}

function traceOf(change: QueueChange | undefined): PlaceStep["exception"] {
  return change?.kind === "excepted" ? { ...change.exception, trip: change.trip } : undefined;
}

/** The cause of one change of place, with the number of trucks that it concerns. */
function causeOf(
  trip: string,
  cut: readonly QueueChange[],
  before: Standing | null,
  after: Standing | null,
): Cause {
  const own = cut.findLast((change) => change.trip === trip);
  const exception = traceOf(own);
  if (exception !== undefined) return { cause: "exception", count: 0, exception };
  if (own?.kind === "called") return { cause: "called", count: 0 };
  if (after === null) return { cause: "left", count: 0 };
  if (before === null) return { cause: "joined", count: after.ahead.size };
  if (own?.kind === "joined") return { cause: "joined", count: after.ahead.size };
  const goneAhead = cut.filter((change) => before.ahead.has(change.trip));
  const called = goneAhead.filter((change) => change.kind === "called").length;
  if (called > 0 && after.place < before.place) return { cause: "called_ahead", count: called };
  const left = goneAhead.filter((change) => change.kind === "left").length;
  if (left > 0 && after.place < before.place) return { cause: "left_ahead", count: left };
  const ahead = traceOf(cut.find((change) => change.kind === "excepted"));
  if (ahead !== undefined) return { cause: "exception_ahead", count: 1, exception: ahead };
  const slots = cut.filter((change) => change.kind === "joined" && change.way === "slot").length;
  if (slots > 0) return { cause: "slot_ahead", count: slots };
  return { cause: "stream_rule", count: Math.abs(after.place - before.place) };
}

function ownException(trip: string, cut: readonly QueueChange[]): boolean {
  return cut.some((change) => change.kind === "excepted" && change.trip === trip);
}

/**
 * Every change of one truck's place, explained, from the history of its queue. `start` is the queue before the first
 * change, so that a long history can begin at a stored picture. What moved the truck is told, and its own exceptions.
 */
export function placeHistory(
  trip: string,
  changes: readonly QueueChange[],
  rule: QueueRule,
  start: QueuePicture = emptyQueue,
): PlaceStep[] {
  const history: PlaceStep[] = [];
  const waiting = new Map(start.waiting);
  let { credit } = start;
  let before = standingOf(trip, start, rule);
  for (const cut of cutsOf(changes)) {
    const unmoved = joinsBehind(cut, { waiting, credit }, before);
    credit = changeBy(waiting, credit, cut);
    if (unmoved) continue;
    const after = standingOf(trip, { waiting, credit }, rule);
    const at = cut[0]?.at;
    const moved = before?.place !== after?.place || ownException(trip, cut);
    if (at !== undefined && moved) {
      const from = before?.place ?? null;
      history.push({
        at,
        from,
        to: after?.place ?? null,
        ...causeOf(trip, cut, before, after),
        ...slipOf(trip, cut),
      });
    }
    before = after;
  }
  return history;
}
