import { join } from "node:path";
import { momentOf } from "@moc/field/border.ts";
import { planEpisodes } from "@moc/field/counterpart.ts";
import { planOutages } from "@moc/field/line.ts";
import { planPaperHours } from "@moc/field/paper-hour.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "./open-world.ts";
import { openFieldHere, type PlayedField } from "./play-field.ts";

// A day of its own, so that the same happens whenever it is run.
const day = "2030-03-12";
const timeZone = "Asia/Vientiane";
const routes = ["duong-tren", "duong-duoi"];
const at = (clock: string) => momentOf(day, clock, timeZone);
const seed = "day-180";

let world: World;
let field: PlayedField;
beforeAll(async () => {
  world = await openWorld({ pack: join(import.meta.dirname, "bien-xa") });
  await world.zone.platform.clock.advance(new Date(at("08:00")));
  const volumes = routes.map((route) => ({ route, out: 12, in: 12 }));
  field = await openFieldHere(world, seed, volumes);
  await field.play(7.5 * 60);
}, 300_000);
afterAll(() => world.close());

type Row = { kind: string; at: Date; route: string; subject: string; simulated: boolean };
const told = async (...kinds: string[]): Promise<Row[]> => {
  const rows = await world.asOwner(
    `SELECT event.kind, recorded_at AS at, trip.route, event.subject, event.simulated
     FROM event JOIN gate_trip AS trip ON trip.id = event.subject WHERE event.kind = ANY($1) ORDER BY seq`,
    [kinds],
  );
  return rows as Row[]; // as: the columns of this query
};

test("the day has a closure at short notice and a line that fails", () => {
  const episodes = planEpisodes(seed, day, at("00:00"), routes, () => null);
  expect(episodes.map(({ says }) => says.kind)).toContain("closure");
  expect(planOutages(seed, day, at("00:00"), routes).length).toBeGreaterThan(0);
});

test("has an hour on paper: what was written then is entered afterwards, from one slip for each truck", async () => {
  const [hour] = planPaperHours(seed, day, at("00:00"), routes);
  if (hour === undefined) throw new Error("the day has an hour on paper");
  const entered = await world.asOwner("SELECT * FROM gate_paper_entry ORDER BY slip");
  type Entry = { slip: number; trip: string; occurred_at: Date; recorded_at: Date; simulated: boolean };
  const entries = entered as Entry[]; // as: the columns of this table
  expect(entries.length).toBeGreaterThan(0);
  for (const { occurred_at: written, recorded_at: told, simulated } of entries) {
    expect([written.getTime() >= hour.from, written.getTime() < hour.to]).toEqual([true, true]);
    expect([told.getTime() >= hour.to, simulated]).toEqual([true, true]);
  }
  const slips = new Map(entries.map(({ slip, trip }) => [slip, trip]));
  expect(new Set(slips.values()).size).toBe(slips.size);
});

test("has drivers who say whether they want to be told, and an agent who declares for the firm that lets it", async () => {
  const chosen = await world.asOwner(
    "SELECT data ->> 'consent' AS consent FROM event WHERE kind = $1 ORDER BY seq",
    ["gate.notifications_chosen"],
  );
  expect(chosen.length).toBeGreaterThan(0);
  const filed = await world.asOwner(
    "SELECT 1 FROM event WHERE kind = 'gate.declared' AND data -> 'onBehalf' ->> 'ground' = 'agent_of_firm'",
  );
  expect(filed.length).toBeGreaterThan(0);
});

test("is played without one refusal, though messages arrive late and doubled", () => {
  expect(Object.fromEntries(field.tally.refusals)).toEqual({});
  expect(field.tally.sent).toBeGreaterThan(150);
  expect(field.tally.late).toBeGreaterThan(0);
  expect(field.tally.again).toBeGreaterThan(0);
});

test("nothing that was sent twice was done twice, and everything is marked simulated", async () => {
  const steps = await told("gate.declared", "gate.reached", "gate.yard_entered", "gate.released");
  const once = new Set(steps.map(({ kind, subject }) => `${kind} ${subject}`));
  expect(steps.length).toBeGreaterThan(40);
  expect(once.size).toBe(steps.length);
  expect(steps.every(({ simulated }) => simulated)).toBe(true);
});

test("nobody passes Km0 while the other side is closed, and they pass before and after", async () => {
  const closed = planEpisodes(seed, day, at("00:00"), routes, () => null).flatMap(
    ({ route, says, endsEarly }) =>
      says.kind === "closure" && says.to !== null
        ? [{ route, from: Date.parse(says.from), to: endsEarly ?? Date.parse(says.to) }]
        : [],
  );
  const passed = await told("gate.crossed_in", "gate.crossed_out", "gate.returned");
  expect(passed.length).toBeGreaterThan(15);
  for (const { route, from, to } of closed) {
    const here = passed.filter((one) => one.route === route).map((one) => one.at.getTime());
    expect(here.filter((moment) => moment >= from && moment < to)).toEqual([]);
    expect(here.some((moment) => moment < from)).toBe(true);
    expect(here.some((moment) => moment >= to)).toBe(true);
  }
});
