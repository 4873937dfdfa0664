import { makeAgenda } from "@moc/field/agenda.ts";
import { momentOf } from "@moc/field/border.ts";
import { planWagons, playWagons } from "@moc/field/count-wagons.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "./open-world.ts";
import { give, orderOf } from "./orders.ts";
import { openFieldHere, type PlayedField } from "./play-field.ts";
import { dispatcher, park } from "./trips.ts";

// A day of its own, so that the same happens whenever it is run.
const day = "2030-03-12";
const at = (clock: string) => new Date(momentOf(day, clock, "Asia/Ho_Chi_Minh"));
const [busy, beside] = ["1119-1120", "1116-1117"];

let world: World;
let field: PlayedField;
let turned: string;
beforeAll(async () => {
  world = await openWorld();
  await world.zone.platform.clock.advance(at("09:00"));
  const volumes = [busy, beside].map((route) => ({ route, out: 24, in: 6 }));
  field = await openFieldHere(world, "orders-1395", volumes);
  await field.play(40);
  // A few minutes ahead, as people order it: nobody meets an order of which nobody has heard.
  const from = at("09:46").toISOString();
  const divert = { kind: "divert", route: beside } as const;
  turned = (await give(world, orderOf(divert, { goods: ["durian", "fruit"], routes: [busy], from }))).id;
  await give(world, orderOf({ kind: "max_per_hour", count: 2 }, { routes: [busy], from }));
  await give(world, orderOf({ kind: "hold_in_park", park }, { routes: [beside], from }));
  await give(world, orderOf({ kind: "stop_intake" }, { direction: "import", routes: [busy, beside], from }));
  await field.play(170);
}, 300_000);
afterAll(() => world.close());

type Row = { at: Date; route: string; data: Record<string, unknown> };
const told = async (kind: string): Promise<Row[]> => {
  const rows = await world.asOwner(
    `SELECT recorded_at AS at, trip.route, data FROM event JOIN gate_trip AS trip ON trip.id = event.subject
     WHERE event.kind = $1 ORDER BY seq`,
    [kind],
  );
  return rows as Row[]; // as: the columns of this query
};
const given = at("09:46");

test("orders that people give are followed by everybody without one refusal", () => {
  expect(Object.fromEntries(field.tally.refusals)).toEqual({});
});

test("trucks whose goods are diverted are sent on by the order, one by one, and arrive on the other route", async () => {
  const diversions = await told("gate.diverted");
  const own = diversions.filter(({ data }) => data.order === turned);
  expect(own.length).toBeGreaterThan(0);
  for (const { data } of own) expect([data.from, data.to]).toEqual([busy, beside]);
  const waiting = await world.as(dispatcher).gate.listTrips({ state: "holding", route: busy, limit: 200 });
  const goods = waiting.rows.flatMap((row) => row.goods.map((line) => line.class));
  expect(goods.filter((one) => one === "durian" || one === "fruit")).toEqual([]);
});

test("drivers go to the park that an order names, nobody is called faster than it says, and imports wait", async () => {
  const places = (await told("gate.signalled")).filter((one) => one.at > given && one.route === beside);
  expect(places.length).toBeGreaterThan(3);
  expect(new Set(places.map(({ data }) => data.place))).toEqual(new Set([park]));
  const calls = (await told("gate.called")).filter((one) => one.at > given && one.route === busy);
  for (const { at: moment } of calls) {
    const hour = calls.filter((one) => one.at >= moment && one.at.getTime() < moment.getTime() + 3_600_000);
    expect(hour.length).toBeLessThanOrEqual(2);
  }
  expect((await told("gate.crossed_in")).filter((one) => one.at > given)).toEqual([]);
});

test("drivers who are not ready postpone within the rule", async () => {
  expect((await told("gate.postponed")).length).toBeGreaterThan(0);
});

test("the guard enters the wagons that the station reports, marked as simulated, and not again after a restart", async () => {
  const { site } = field;
  const [agenda, counts] = [makeAgenda(), planWagons("s", day, site.places.railways)];
  playWagons(site, agenda, counts, at("00:00").getTime());
  expect(agenda.take(Infinity)).toBeUndefined();
  playWagons(site, agenda, counts, at("24:00").getTime());
  for (let entry = agenda.take(Infinity); entry !== undefined; entry = agenda.take(Infinity))
    await entry.act();
  const { routes } = await world.as(dispatcher).gate.readCounts({ to: day, days: 1 });
  const station = routes.find(({ unit }) => unit === "wagon")?.days[0];
  expect(station?.export).toEqual([expect.objectContaining({ passed: 25, simulated: true })]);
  expect(station?.import).toEqual([expect.objectContaining({ simulated: true })]);
  const market = routes.find(({ unit }) => unit === "vehicle")?.days[0];
  expect([market?.export, market?.import]).toEqual([[], []]);
});
