import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../../../test/world/open-world.ts";
import { arrive, command, declare, dispatcher, firm, holding, route } from "../../../test/world/trips.ts";

let world: World;
let plates: string[];
beforeAll(async () => {
  world = await openWorld();
  plates = [];
  for (let n = 0; n < 5; n += 1) plates.push((await holding(world)).plate.number);
});
afterAll(() => world.close());

const queue = (input: { limit: number; skip?: number; search?: string; after?: string }) =>
  world.as(dispatcher).gate.readQueue({ route, direction: "export", ...input });

test("a long queue is opened anywhere, and says how many match on all pages", async () => {
  const middle = await queue({ limit: 2, skip: 2 });
  expect(middle.rows.map((row) => row.place)).toEqual([3, 4]);
  expect([middle.matching, middle.waiting]).toEqual([5, 5]);
  const rest = await queue({ limit: 10, after: middle.next ?? "" });
  expect(rest.rows.map((row) => row.place)).toEqual([5]);
  expect(rest.matching).toBe(5);
  expect(await queue({ limit: 2, skip: 9 })).toMatchObject({ rows: [], next: null, matching: 5 });
});

test("a search finds the waiting truck however many earlier trips of its plate are over", async () => {
  const [first = ""] = plates;
  await world.asOwner(
    `INSERT INTO gate_trip SELECT (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(),
       'code', 'OVER-' || n, 'state', 'closed', 'ended_at', now(), 'state_since', now() + interval '1 year'))).*
     FROM gate_trip t, generate_series(1, 250) n WHERE plate = $1`,
    [first],
  );
  const found = await queue({ limit: 10, search: first });
  expect(found.rows.map((row) => row.trip.plate.number)).toEqual([first]);
  expect([found.matching, found.waiting]).toEqual([1, 5]);
});

test("all who ask in one moment are given one answer, and a command shows in the very next one", async () => {
  await world.zone.platform.follower.settled();
  const first = async () => (await queue({ limit: 1 })).rows[0]?.trip.plate.number;
  const [plate = ""] = plates;
  const painted = "29H99999";
  const paint = (from: string, to: string) =>
    world.asOwner(
      `UPDATE gate_trip SET trip = jsonb_set(trip, '{vehicle,plate,number}', to_jsonb($2::text)) WHERE plate = $1 AND ended_at IS NULL AND trip #>> '{vehicle,plate,number}' = $3`,
      [plate, to, from],
    );
  expect(await first()).toBe(plate);
  await paint(plate, painted);
  expect(await first(), "nothing that this process knows of has changed").toBe(plate);
  await declare(world);
  expect(await first()).toBe(painted);
  await paint(painted, plate);
});

const elsewhere = "1116-1117";
const amend = async (trip: string, to: string) =>
  (await world.as(firm).gate.amendDeclaration({ ...command(), trip, route: to })).trip.route;

test("a truck that changes its route on the way joins the queue there, also as its first", async () => {
  const { id } = await declare(world);
  expect(await amend(id, elsewhere)).toBe(elsewhere);
  expect((await arrive(world, id)).state).toBe("holding");
  const there = await world
    .as(dispatcher)
    .gate.readQueue({ route: elsewhere, direction: "export", limit: 9 });
  expect(there.rows.map((row) => [row.trip.id, row.place])).toEqual([[id, 1]]);
});

test("trucks that change places between two queues at one moment all get there, and none waits in both", async () => {
  const [here, there] = [new Set<string>(), new Set<string>()];
  for (let pair = 0; pair < 6; pair += 1) {
    here.add((await holding(world)).id);
    there.add((await holding(world, { route: elsewhere })).id);
  }
  await Promise.all([
    ...[...here].map((trip) => amend(trip, elsewhere)),
    ...[...there].map((trip) => amend(trip, route)),
  ]);
  const standing = async (on: string) =>
    (await world.as(dispatcher).gate.readQueue({ route: on, direction: "export", limit: 50 })).rows.map(
      (row) => row.trip.id,
    );
  expect(here.isSubsetOf(new Set(await standing(elsewhere)))).toBe(true);
  expect(there.isSubsetOf(new Set(await standing(route)))).toBe(true);
  expect(here.isDisjointFrom(new Set(await standing(route)))).toBe(true);
});
