import { kindTraits } from "@moc/contract/gate/trip-kind.ts";
import { fold } from "@moc/engines/gate/fold.ts";
import { noCredit } from "@moc/engines/gate/queue.ts";
import type { Trip, TripEntry } from "@moc/engines/gate/trip.ts";
import type { Tx } from "../../platform/database/handle.ts";
import { type RecordedEvent, readRecorded } from "../../platform/events/read-subject.ts";
import type { GateParts } from "./parts.ts";
import { ensureQueue, type NewChange, type Queue, saveQueues } from "./queue-store.ts";
import { applyAutomatics, applyCounts, applyMandates, applyNotices, applyOrders } from "./rebuild-orders.ts";
import { clearGate, digestGate, lockGate } from "./rebuild-store.ts";
import { queueChanges } from "./settle.ts";
import { isTripEvent, tripEntries } from "./trip-entries.ts";
import { findTrip, saveTrips } from "./trip-store.ts";

const page = 5_000;
const tripsAtOnce = 500;

/** What a rebuild did: events folded, and a digest of the read models before and after. */
export type Rebuilt = { folded: number; before: string; after: string };

type Models = {
  /** Trips that are not over; one that is over has been written and is not looked at again. */
  open: Map<string, Trip>;
  queues: Map<string, Queue>;
};

async function queueOf(tx: Tx, models: Models, route: string, direction: Trip["direction"]): Promise<Queue> {
  const key = `${route}/${direction}`;
  const known = models.queues.get(key);
  if (known !== undefined) return known;
  await ensureQueue(tx, route, direction);
  const queue: Queue = { route, direction, nextTicket: 1, changes: 0, credit: noCredit };
  models.queues.set(key, queue);
  return queue;
}

/** A withdrawn trip has been written and put away; when the withdrawal is undone it is looked at again. */
function comeBack(tx: Tx, { trip, event }: TripEntry): Promise<Trip | undefined> | undefined {
  return event.kind === "gate.withdrawal_undone" ? findTrip(tx, trip) : undefined;
}

/** What says by which route a truck goes: the queue there is made if it is not there yet. */
const placing: ReadonlySet<string> = new Set(["gate.declared", "gate.amended", "gate.diverted"]);

async function apply(
  tx: Tx,
  models: Models,
  entry: TripEntry,
): Promise<{ trip: Trip; changes: NewChange[] }> {
  const before = models.open.get(entry.trip) ?? (await comeBack(tx, entry)) ?? null;
  const trip = fold(before, entry);
  models.open.set(entry.trip, trip);
  const { event } = entry;
  if (kindTraits[trip.kind].queued && placing.has(event.kind)) {
    await queueOf(tx, models, trip.route, trip.direction);
  }
  if (event.kind === "gate.arrived" || event.kind === "gate.requeued" || event.kind === "gate.slot_opened") {
    const queue = await queueOf(tx, models, trip.route, trip.direction);
    queue.nextTicket = Math.max(queue.nextTicket, event.data.ticket + 1);
  }
  if (event.kind === "gate.called") {
    const queue = await queueOf(tx, models, trip.route, trip.direction);
    queue.credit = event.data.credit;
  }
  return { trip, changes: queueChanges(before, entry, trip) };
}

/** What a page of the log leaves to be written: trips that came to their end, and the histories of the queues. */
type Page = { ended: Trip[]; changes: NewChange[] };

async function foldPage(tx: Tx, models: Models, entries: readonly TripEntry[]): Promise<Page> {
  const ended = new Map<string, Trip>();
  const changes: NewChange[] = [];
  for (const entry of entries) {
    const applied = await apply(tx, models, entry);
    changes.push(...applied.changes);
    if (applied.trip.endedAt === null) ended.delete(entry.trip);
    else ended.set(entry.trip, applied.trip);
  }
  for (const id of ended.keys()) models.open.delete(id);
  return { ended: [...ended.values()], changes };
}

async function writePage(tx: Tx, models: Models, { ended, changes }: Page): Promise<void> {
  await saveTrips(tx, ended);
  await saveQueues(tx, [...models.queues.values()], changes);
  for (const queue of models.queues.values()) {
    const own = (change: NewChange) => change.route === queue.route && change.direction === queue.direction;
    queue.changes += changes.filter(own).length;
  }
}

async function applyOthers(tx: Tx, events: readonly RecordedEvent[]): Promise<void> {
  await applyOrders(tx, events);
  await applyNotices(tx, events);
  await applyAutomatics(tx, events);
  await applyMandates(tx, events);
  await applyCounts(tx, events);
}

/**
 * Folds the whole log: while one page is folded, the database writes the page before and reads the next. A trip is
 * written when it is over, or at the end: not once for every page that tells of it.
 * @returns how many events were folded
 */
async function refill(tx: Tx): Promise<number> {
  const models: Models = { open: new Map(), queues: new Map() };
  let folded = 0;
  // By the order of recording: queue and trip were locked while it was given.
  let reading = readRecorded(tx, 0, page);
  let writing = Promise.resolve();
  try {
    for (let events = await reading; events.length > 0; events = await reading) {
      reading = readRecorded(tx, events.at(-1)?.seq ?? 0, page);
      const entries = tripEntries(events);
      const others = events.filter((event) => !isTripEvent(event.kind));
      const done = await foldPage(tx, models, entries);
      await writing;
      writing = writePage(tx, models, done).then(() => applyOthers(tx, others));
      folded += entries.length;
    }
    await writing;
  } finally {
    // Nothing of this may run on once the transaction has ended.
    await Promise.allSettled([reading, writing]);
  }
  const open = [...models.open.values()];
  for (let from = 0; from < open.length; from += tripsAtOnce)
    await saveTrips(tx, open.slice(from, from + tripsAtOnce));
  return folded;
}

/**
 * Makes trips, queues and their histories anew from the log, in one transaction: readers see the old ones until it is
 * done, commands wait. The digests before and after are equal unless the stored models had left the log.
 */
export function rebuildTrips(parts: Pick<GateParts, "database">): Promise<Rebuilt> {
  return parts.database.transaction(async (tx) => {
    await lockGate(tx);
    const before = await digestGate(tx);
    await clearGate(tx);
    const folded = await refill(tx);
    return { folded, before, after: await digestGate(tx) };
  });
}
