import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../../test/world/open-world.ts";
import {
  barrier,
  customs,
  dispatcher,
  firm,
  guard,
  health,
  plant,
  position,
} from "../../test/world/trips.ts";
import { copiesOf, type Sample } from "./copies.ts";
import { markOf, readSample, repeat } from "./history.ts";
import { type Hands, playSample } from "./play.ts";

const trips = 8;
let world: World;
let first: Sample;
let second: Sample;

function hands(): Hands {
  const { clock } = world.zone.platform;
  return {
    firm: world.as(firm),
    barrier: world.as(barrier),
    position: world.as(position),
    dispatcher: world.as(dispatcher),
    border_guard: world.as(guard),
    customs: world.as(customs),
    health_quarantine: world.as(health),
    plant_quarantine: world.as(plant),
    pass: async (minutes) => void (await clock.advance(new Date(clock.now().getTime() + minutes * 60_000))),
  };
}

async function played(number: number): Promise<Sample> {
  const { db } = world.zone.platform.database;
  const mark = await markOf(db);
  await playSample(hands(), { trips, first: number, atOnce: 1 });
  return readSample(db, mark, trips / 2);
}

beforeAll(async () => {
  world = await openWorld();
  first = await played(0);
  second = await played(trips / 2);
}, 180_000);
afterAll(() => world.close());

/** With ids numbered as they come and without the codes, which are chance: all else must be equal. */
function plain({ events, commands }: Pick<Sample, "events" | "commands">) {
  const known = new Map<string, string>();
  const numbered = (text: string) =>
    text
      .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
        if (!known.has(id)) known.set(id, `#${known.size}`);
        return known.get(id) ?? "";
      })
      .replaceAll(/[A-Z0-9]{4}-\d{4}/g, "CODE");
  const told = events.map((event) => numbered(JSON.stringify({ ...event, data: JSON.parse(event.data) })));
  const done = commands.map(({ actor_id, result, recorded_at }) =>
    numbered(JSON.stringify({ actor_id, result: JSON.parse(result), recorded_at })),
  );
  return { told, done: done.toSorted() };
}

test("a copied sample is what the real commands write when the same is played once more", () => {
  const copy = copiesOf(first)(1);
  expect(copy.events.length).toBeGreaterThan(trips * 12);
  expect(plain(copy)).toEqual(plain(second));
});

test("the read models made from copies fold without a fault, and those of what was really played are equal to the stored ones", async () => {
  const { database } = world.zone.platform;
  const rebuilt = await world.zone.gate.rebuild();
  expect(rebuilt.after).toBe(rebuilt.before);
  const written = await repeat(database, first, 3);
  const { folded } = await world.zone.gate.rebuild();
  expect(folded).toBe(rebuilt.folded + written);
  const { rows } = await sql<{ trips: number; codes: number; over: number }>`
    SELECT count(*) AS trips, count(DISTINCT code) AS codes, count(ended_at) AS over FROM gate_trip`.execute(
    database.db,
  );
  expect(rows).toEqual([{ trips: trips * 5, codes: trips * 5, over: trips * 5 }]);
});
