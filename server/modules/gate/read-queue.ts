import type { QueueEntry, QueueView } from "@moc/contract/gate/queue.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import type { May } from "@moc/contract/values/may.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import type { Direction } from "@moc/contract/values/traffic.ts";
import type { Placed } from "@moc/engines/gate/queue.ts";
import type { Verdict } from "@moc/engines/gate/yes-or-no.ts";
import { streamsOf } from "@moc/engines/registry/rules.ts";
import { authorise } from "../../platform/authorise.ts";
import { civilDay, instantOf } from "../../platform/time/clock.ts";
import { callable } from "./calling-hours.ts";
import { callingMode, orderedOpen } from "./calling-mode.ts";
import { selectQueueFigures } from "./figures-store.ts";
import { searchWaiting } from "./list-store.ts";
import { mayByDuty } from "./may-by-duty.ts";
import { recentPapers } from "./paper-mode.ts";
import { type GateParts, momentKey, rulesNow } from "./parts.ts";
import { gatePolicy, noTrip } from "./policy.ts";
import { mayCall } from "./preview-call.ts";
import { hasRoute, yardCapacity } from "./rules.ts";
import { showExceptions } from "./show-exception.ts";
import { ordersOfRoute } from "./show-order.ts";
import { showRow } from "./show-trip.ts";

type Input = {
  route: string;
  direction: Direction;
  stream?: string | undefined;
  search?: string | undefined;
  after?: string | undefined;
  skip?: number | undefined;
  limit: number;
};

/** A page of the order; the cursor is the place after which it begins, and rows may be left out from there. */
async function pageOfOrder(
  parts: GateParts,
  order: readonly Placed[],
  input: Input,
): Promise<{ rows: QueueEntry[]; next: string | null; matching: number }> {
  const { db } = parts.database;
  const found = input.search === undefined ? null : new Set(await searchWaiting(db, input, input.search));
  const from = Number(input.after ?? 0);
  if (!Number.isSafeInteger(from)) throw new Refusal("invalid_input", { field: "after" });
  const matching = order.filter(
    (truck) =>
      (input.stream === undefined || truck.stream === input.stream) &&
      (found === null || found.has(truck.trip)),
  );
  const wanted = matching.filter((truck) => truck.place > from).slice(input.skip);
  const page = wanted.slice(0, input.limit);
  const now = parts.clock.now().getTime();
  const read = await parts.trips(page.map((truck) => truck.trip));
  const trips = new Map(read.map((trip) => [trip.id, trip]));
  const rows = page.flatMap((truck): QueueEntry[] => {
    const trip = trips.get(truck.trip);
    if (trip === undefined) return [];
    const { place, streamPlace, way, passedOver } = truck;
    const waitedMinutes = Math.max(
      0,
      Math.floor((now - Date.parse(trip.liveAt ?? trip.declaredAt)) / 60_000),
    );
    return [{ trip: showRow(trip), place, streamPlace, way, passedOver, waitedMinutes }];
  });
  const next = wanted.length > page.length ? String(page.at(-1)?.place ?? from) : null;
  return { rows, next, matching: matching.length };
}

/** Whether this reader may send waiting trucks to another route. */
function mayDivert(actor: Actor, waiting: number): May {
  const may = mayByDuty(actor, "divert_queue");
  return waiting > 0 || !may.allowed ? may : { ...may, allowed: false, reason: "nobody_to_call" };
}

/** A page of a queue as it is for all who may read the same of it. */
export type DrawnQueue = Omit<QueueView, "mayCall" | "may"> & {
  /** Whether the route's hours and orders let anybody call, and whom. */
  calling: { open: Verdict; inOrder: number; anybody: boolean };
};

/** One queue in the order of calling, a page at a time. @throws Refusal `queue_not_found` */
export async function readQueue(parts: GateParts, caller: Actor | null, input: Input): Promise<QueueView> {
  const actor = authorise(gatePolicy, "read_queue", caller, noTrip);
  const { route, direction, stream, search, after, skip, limit } = input;
  if (!hasRoute(rulesNow(parts), route)) throw new Refusal("queue_not_found", { field: "route" });
  const named = gatePolicy.read_all_trips(actor, noTrip);
  const wanted = JSON.stringify([route, direction, stream, search, after, skip, limit, named]);
  const { calling, ...queue } = await parts.queues.once(`${momentKey(parts)} ${wanted}`, () =>
    drawQueue(parts, input, named),
  );
  return {
    ...queue,
    mayCall: mayCall(actor, calling.open, calling.anybody),
    may: [mayDivert(actor, calling.inOrder)],
  };
}

/** `named`: whether officers are named. */
async function drawQueue(parts: GateParts, input: Input, named: boolean): Promise<DrawnQueue> {
  const { route, direction } = input;
  const rules = rulesNow(parts);
  const position = parts.follower.position();
  const now = parts.clock.now();
  const figures = await selectQueueFigures(parts.database.db, route, direction, now);
  const { order, exceptions } = await parts.pictures(rules, route, direction);
  const page = await pageOfOrder(parts, order, input);
  const hours = parts.registry.openness(route, now);
  const ruled = callable(parts, rules, input, now);
  const open = ruled.allowed ? orderedOpen(callingMode(parts, input, now), input) : ruled;
  const { closesAt = null } = hours ?? {};
  const { onTheWay, inYard, wait, servicePerHour } = figures;
  return {
    route,
    direction,
    waiting: direction === "export" ? order.length : figures.waiting,
    onTheWay,
    inYard,
    yardCapacity: yardCapacity(rules, route),
    wait,
    servicePerHour,
    closesAt:
      closesAt === null
        ? null
        : instantOf(civilDay(now, parts.clock.timeZone), closesAt, parts.clock.timeZone).toISOString(),
    streams: streamsOf(rules.stream, route, direction).map(({ key, name, share }) => {
      const waiting = order.filter((truck) => truck.stream === key).length;
      return { key, name, share, waiting };
    }),
    ...page,
    exceptions: await showExceptions(parts, exceptions, named),
    position,
    calling: {
      open,
      inOrder: order.length,
      anybody: order.some((truck) => truck.passedOver === null),
    },
    orders: ordersOfRoute(parts.orders.now(), route, direction, now),
    paper: await recentPapers(parts, route),
  };
}
