import { tripKinds } from "@moc/contract/gate/declaration.ts";
import type { Way } from "@moc/contract/gate/queue.ts";
import { callOrder, noCredit } from "@moc/engines/gate/queue.ts";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorld, type World } from "../../../test/world/open-world.ts";
import { liftAll } from "../../../test/world/orders.ts";
import { everyCommand } from "../../../test/world/random-days/played-commands.ts";
import { playRandomly } from "../../../test/world/random-days/random-gate.ts";
import { dispatcher, route } from "../../../test/world/trips.ts";
import { queueRule } from "./rules.ts";

const deep = process.env.MOC_DEEP === "1";
/** How many commands are played, and which: a long proof is made of many runs. */
const size = Number(process.env.MOC_RANDOM_COMMANDS ?? (deep ? 20_000 : 400));
const seed = Number(process.env.MOC_RANDOM_SEED ?? 20_260_115);

/** What was played, for the proof that the runs make together. */
function tell({ accepted, refused, events, compared, played: of }: typeof played, begun: number): void {
  const seconds = Math.round((performance.now() - begun) / 1_000);
  const engine = process.env.MOC_TEST_ENGINE ?? "pglite";
  const run = { engine, seed, commands: accepted + refused, accepted, events, compared, seconds, of };
  process.stdout.write(`random-days ${JSON.stringify(run)}\n`);
}

let world: World;
let played: Awaited<ReturnType<typeof playRandomly>>;
beforeAll(async () => {
  world = await openWorld();
  const begun = performance.now();
  played = await playRandomly(
    world,
    seed,
    size,
    deep ? { hands: 24, open: 140, firms: 60, every: 2_000 } : {},
  );
  if (deep) tell(played, begun);
}, 4 * 3_600_000);
afterAll(() => world.close());

async function dump() {
  const { db } = world.zone.platform.database;
  const read = async (table: string, order: string) =>
    (await sql`SELECT * FROM ${sql.table(table)} ORDER BY ${sql.raw(order)}`.execute(db)).rows;
  return {
    trips: await read("gate_trip", "id"),
    queues: await read("gate_queue", "route, direction"),
    changes: await read("gate_queue_change", "route, direction, number"),
    transfers: await read("gate_transfer", "trip, home"),
  };
}

describe("after a day of random commands by everybody", () => {
  test("the log broke no rule of the naive model, and what is stored is what the model says", () => {
    expect(played.compared).toBeGreaterThan(0);
    expect(played.events).toBeGreaterThan(played.accepted / 2);
  });

  test("commands of every kind were tried, and in long days each was accepted, on trucks of every kind", async () => {
    const tried = everyCommand.filter((name) => played.played[name] !== undefined);
    const accepted = everyCommand.filter((name) => (played.played[name]?.accepted ?? 0) > 0);
    expect(tried.length).toBeGreaterThan(everyCommand.length / 2);
    // A correction needs an evening on paper that was entered on the next morning.
    const rare = size < 100_000 ? ["correctBulletin"] : [];
    if (size < 20_000) return;
    expect([...accepted, ...rare]).toEqual(expect.arrayContaining([...everyCommand]));
    const kinds = await world.asOwner("SELECT DISTINCT trip ->> 'kind' AS kind FROM gate_trip ORDER BY 1");
    expect(kinds).toEqual(tripKinds.toSorted().map((kind) => ({ kind })));
  });

  test("many were accepted, many refused, and trucks got far", async () => {
    expect(played.accepted).toBeGreaterThan(60);
    expect(played.refused).toBeGreaterThan(60);
    const { trips, changes } = await dump();
    expect(new Set(trips.map((row) => (row as { state: string }).state)).size).toBeGreaterThan(2); // as: dumped rows
    expect(changes.length).toBeGreaterThan(10);
  });

  test("the read models made anew from the log are equal to the stored ones", async () => {
    const before = await dump();
    const rebuilt = await world.zone.gate.rebuild();
    expect(rebuilt.folded).toBeGreaterThan(played.accepted / 2);
    expect(rebuilt.after).toBe(rebuilt.before);
    expect(await dump()).toEqual(before);
  });

  test("a read model that has left the log is found by its digest and brought back", async () => {
    const before = await dump();
    await world.asOwner(
      "UPDATE gate_trip SET plate = 'X' WHERE id = (SELECT min(id::text)::uuid FROM gate_trip)",
    );
    const rebuilt = await world.zone.gate.rebuild();
    expect(rebuilt.after).not.toBe(rebuilt.before);
    expect(await dump()).toEqual(before);
  });

  test("the queue stands in the order of the tickets, stream by stream, and is the engine's order of calling", async () => {
    const { database, clock } = world.zone.platform;
    await liftAll(world); // an order leaves trucks standing that the rule alone would call
    const waiting = await sql<{ trip: string; stream: string; ticket: number; way: Way; passedOver: null }>`
      SELECT id AS trip, stream, ticket, way, passed_over AS "passedOver" FROM gate_trip
      WHERE state = 'holding' AND route = ${route}`.execute(database.db);
    const queue = await sql<{ credit: typeof noCredit }>`
      SELECT credit FROM gate_queue WHERE route = ${route}`.execute(database.db);
    const rule = queueRule(world.zone.registry.rows(clock.now()), route, "export");
    const order = callOrder(waiting.rows, rule, queue.rows[0]?.credit ?? noCredit);
    const shown = await world.as(dispatcher).gate.readQueue({ route, direction: "export", limit: 200 });
    expect(shown.rows.map((row) => [row.trip.id, row.place, row.streamPlace])).toEqual(
      order.map((truck) => [truck.trip, truck.place, truck.streamPlace]),
    );
  });

  test("the explained history of every place ends at the place that is shown", async () => {
    const shown = await world.as(dispatcher).gate.readQueue({ route, direction: "export", limit: 200 });
    for (const row of shown.rows) {
      const explained = await world.as(dispatcher).gate.explainPlace({ trip: row.trip.id });
      expect(explained.place).toBe(row.place);
    }
  });

  test("no window was booked beyond its published capacity, and every booked truck waits with its slot or in the live queue", async () => {
    const rows = await world.asOwner(
      "SELECT count(*)::int AS taken FROM gate_trip WHERE booked_from IS NOT NULL AND ended_at IS NULL AND trip -> 'booking' ->> 'state' <> 'missed' GROUP BY route, stream, booked_from",
    );
    const capacity = Math.max(
      ...world.zone.registry.rows(world.zone.platform.clock.now()).slot_rule.map((rule) => rule.capacity),
    );
    const booked = await world.asOwner("SELECT seq FROM event WHERE kind = 'gate.slot_booked'");
    expect(booked.length).toBeGreaterThan(0);
    for (const row of rows) expect((row as { taken: number }).taken).toBeLessThanOrEqual(capacity); // as: selected above
  });

  test("nothing in the log or the command register names a driver", async () => {
    const rows = await world.asOwner(
      "SELECT data::text AS text FROM event UNION ALL SELECT result::text FROM command UNION ALL SELECT trip::text FROM gate_trip",
    );
    const text = JSON.stringify(rows);
    for (const secret of ["Nguyễn Văn Thử", "012345678901", "84912345678"])
      expect(text).not.toContain(secret);
  });
});
