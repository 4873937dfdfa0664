import { sql } from "kysely";
import { type Gate, judgePlaces } from "../naive-gate/line.ts";
import { must, standsFor, type Truck, wayOf } from "../naive-gate/truck.ts";
import type { World } from "../open-world.ts";
import { dispatcher } from "../trips.ts";

type Stored = {
  id: string;
  state: string;
  route: string;
  direction: string;
  stream: string;
  ticket: number | null;
  way: string;
  passed_over: string | null;
  booked_from: Date | null;
  yard: string | null;
  yard_out: Date | null;
  ended_at: Date | null;
  version: number;
  checks: { kind: string; state: string }[];
};

const checksOf = (checks: readonly { kind: string; state: string }[]) =>
  checks
    .map(({ kind, state }) => `${kind} ${state}`)
    .toSorted()
    .join();

/** What the rules speak of in one trip, as text. */
function spoken(trip: Omit<Stored, "id" | "direction" | "checks"> & { checks: string }): string {
  const { state, version, route, stream, ticket, way, passed_over, booked_from, yard, ended_at, checks } =
    trip;
  const slot = booked_from?.toISOString() ?? null;
  const over = ended_at?.toISOString() ?? null;
  return JSON.stringify([state, version, route, stream, ticket, way, passed_over, slot, yard, over, checks]);
}

/** One stored trip is the model's truck, in all that the rules speak of. */
function judgeTrip(truck: Truck, row: Stored): void {
  const stored = { ...row, checks: checksOf(row.checks), yard: row.yard_out === null ? row.yard : null };
  const { state, version, route, stream, ticket, yard, slot, endedAt } = truck;
  const model = {
    state,
    version,
    route,
    stream,
    ticket,
    yard,
    yard_out: null,
    way: wayOf(truck),
    passed_over: standsFor(truck),
    booked_from: slot === null ? null : new Date(slot.from),
    ended_at: endedAt === null ? null : new Date(endedAt),
    checks: checksOf([...truck.checks].map(([kind, checked]) => ({ kind, state: checked }))),
  };
  const same = spoken(stored) === spoken(model);
  must(same, "the stored trip is the model's", { id: row.id, stored, model });
}

/** Every open trip and every one that the model still looks at. */
async function judgeTrips({ zone }: World, gate: Gate): Promise<void> {
  const known = [...gate.trucks.keys()];
  const { rows } = await sql<Stored>`
    SELECT id, state, route, direction, stream, ticket, way, passed_over, booked_from, yard, yard_out, ended_at,
      (trip ->> 'version')::int AS version, trip -> 'checks' AS checks
    FROM gate_trip WHERE ended_at IS NULL OR id = ANY (${known}::uuid[])`.execute(zone.platform.database.db);
  must(rows.length === known.length, "every open trip is known", {
    stored: rows.length,
    known: known.length,
  });
  for (const row of rows) {
    const truck = gate.trucks.get(row.id);
    must(truck !== undefined, "every stored trip is in the log", row);
    judgeTrip(truck, row);
  }
}

/** By the queues' own histories each truck stands in one queue, and just those that wait stand in one. */
async function judgeQueues({ zone }: World, gate: Gate): Promise<void> {
  const known = [...gate.trucks.keys()];
  const { rows } = await sql<{ trip: string; route: string }>`
    SELECT trip, route FROM (
      SELECT DISTINCT ON (route, direction, trip) trip, route, kind FROM gate_queue_change
      WHERE trip = ANY (${known}::uuid[]) ORDER BY route, direction, trip, number DESC) AS latest
    WHERE kind IN ('joined', 'held', 'excepted')`.execute(zone.platform.database.db);
  const trips = rows.map(({ trip }) => trip);
  must(new Set(trips).size === trips.length, "no trip stands in two queues", { trips });
  const waiting = [...gate.trucks.values()].filter((truck) => truck.state === "holding");
  must(trips.length === waiting.length, "who waits stands in a queue", { trips, waiting: waiting.length });
  for (const { trip, route } of rows)
    must(gate.trucks.get(trip)?.route === route, "it stands in the queue of its route", { trip, route });
}

/** Nothing is overdue once the timers have run, but what may stand on paper: nobody waits for ever. */
function judgeOverdue(gate: Gate, now: string): void {
  for (const truck of gate.trucks.values()) {
    if (truck.state !== "holding") continue;
    must(truck.postponedUntil === null || truck.postponedUntil > now, "a postponement ends", { now, truck });
    must(truck.slot?.state !== "early" || truck.slot.from > now, "a window opens for who waits", {
      now,
      truck,
    });
  }
}

/**
 * No window of any stream has more holders than its published capacity, as the database counts them. Who missed his holds
 * none: nothing binds him to its route any more.
 */
async function judgeWindows({ zone }: World, { rules }: Gate): Promise<void> {
  const { rows } = await sql<{ route: string; stream: string; taken: number }>`
    SELECT route, stream, count(*)::int AS taken FROM gate_trip
    WHERE booked_from IS NOT NULL AND ended_at IS NULL AND trip -> 'booking' ->> 'state' <> 'missed'
    GROUP BY route, stream, booked_from`.execute(zone.platform.database.db);
  for (const { route, stream, taken } of rows) {
    const rule = rules.slot_rule.find(
      (one) => one.stream === stream && (one.routes?.includes(route) ?? true),
    );
    must(taken <= (rule?.capacity ?? 0), "a window takes no more than its capacity", {
      route,
      stream,
      taken,
    });
  }
}

/** All that is stored of open trips and of the queues, held against the model. @throws Differs */
export async function compareStored(world: World, gate: Gate): Promise<void> {
  const at = world.zone.platform.clock.now().toISOString();
  await judgeTrips(world, gate);
  await judgeQueues(world, gate);
  await judgeWindows(world, gate);
  judgeOverdue(gate, at);
  for (const route of gate.lines.keys()) {
    const { rows } = await world.as(dispatcher).gate.readQueue({ route, direction: "export", limit: 200 });
    must(
      rows.every((row, index) => row.place === index + 1),
      "places count from one",
      { route },
    );
    judgePlaces(
      gate,
      route,
      at,
      rows.map((row) => row.trip.id),
    );
  }
}
