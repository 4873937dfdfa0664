import type { PlaceChange } from "@moc/contract/gate/queue.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { type PlaceStep, placeHistory } from "@moc/engines/gate/places.ts";
import { noCredit } from "@moc/engines/gate/queue.ts";
import type { Trip } from "@moc/engines/gate/trip.ts";
import { callingMode, modeKey } from "./calling-mode.ts";
import { type GateParts, rulesNow, type ZoneRules } from "./parts.ts";
import { gatePolicy } from "./policy.ts";
import { selectChanges, selectPicture, selectStays } from "./queue-store.ts";
import { tripFor } from "./read-trip.ts";
import { queueRule } from "./rules.ts";
import { showExceptions } from "./show-exception.ts";

/** Every change of a truck's place, explained, replayed from the queue's own history; `knownAt`: as recorded by then. */
export async function explainPlace(
  parts: GateParts,
  caller: Actor | null,
  input: { trip: string; knownAt?: string | undefined },
): Promise<{ changes: PlaceChange[]; place: number | null }> {
  const { trip, actor, row } = await tripFor(parts, caller, input.trip);
  const { knownAt } = input;
  const { db } = parts.database;
  const rules = rulesNow(parts);
  const stays: PlaceStep[][] = [];
  for (const { route, direction, first, last } of await selectStays(db, input.trip)) {
    const rule = queueRule(rules, route, direction);
    const picture = await selectPicture(db, route, direction, first);
    const start = {
      waiting: new Map(picture.waiting.map((truck) => [truck.trip, truck])),
      credit: picture.credit ?? noCredit,
    };
    const waits = trip.state === "holding" && trip.route === route && trip.direction === direction;
    const events = await selectChanges(db, route, direction, first, waits ? null : last);
    const known = events.filter((event) => knownAt === undefined || event.at <= knownAt);
    stays.push(placeHistory(input.trip, known, rule, start));
  }
  const changes = await told(parts, inOrder(stays), gatePolicy.read_all_trips(actor, row));
  if (trip.state === "holding" && knownAt === undefined) {
    changes.push(...(await movedByMode(parts, rules, trip, changes.at(-1))));
  }
  return { changes, place: changes.at(-1)?.to ?? null };
}

/**
 * The steps of several queues as they happened: a truck may come back to a queue that it had left. In the moment of a
 * move it leaves the one before it joins the other.
 */
function inOrder(stays: readonly (readonly PlaceStep[])[]): PlaceStep[] {
  const steps = stays.flatMap((stay, queue) => stay.map((step) => ({ queue, step })));
  return steps
    .toSorted((one, other) => {
      if (one.step.at !== other.step.at) return one.step.at < other.step.at ? -1 : 1;
      return one.queue === other.queue ? 0 : Number(other.step.to === null) - Number(one.step.to === null);
    })
    .map(({ step }) => step);
}

/** The steps with their exceptions in words. */
async function told(parts: GateParts, steps: readonly PlaceStep[], named: boolean): Promise<PlaceChange[]> {
  const raw = steps.flatMap(({ at, exception }) =>
    exception === undefined ? [] : [{ at, trip: exception.trip, exception }],
  );
  const words = (await showExceptions(parts, raw, named)).values();
  return steps.map(({ exception, ...step }): PlaceChange => {
    const shown = exception === undefined ? undefined : words.next().value;
    return shown === undefined ? step : { ...step, exception: shown };
  });
}

/** While a calendar or an order lets only some trucks be called, the calls skip the others, and places are shown by that. */
async function movedByMode(
  parts: GateParts,
  rules: ZoneRules,
  { id, route, direction }: Trip,
  last: PlaceChange | undefined,
): Promise<PlaceChange[]> {
  const mode = callingMode(parts, { route, direction }, parts.clock.now());
  const from = last?.to ?? null;
  if (modeKey(mode) === "" || from === null) return [];
  const to = (await parts.pictures(rules, route, direction)).byTrip.get(id)?.place ?? from;
  const begins = mode.orders.map((order) => order.from);
  const { registered } = mode;
  const at = [registered?.toISOString() ?? "", last?.at ?? "", ...begins].toSorted().at(-1) ?? "";
  const cause = begins.length === 0 ? "registered_first" : "steering_order";
  return from === to ? [] : [{ at, from, to, cause, count: Math.abs(from - to) }];
}
