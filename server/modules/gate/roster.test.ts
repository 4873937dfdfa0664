import { rosterEvents } from "@moc/contract/gate/events.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actor, openWorld, type World } from "../../../test/world/open-world.ts";
import { testCommands } from "../../../test/world/test-commands.ts";
import { command, customs, dispatcher, firm, park, route } from "../../../test/world/trips.ts";
import { civilDay } from "../../platform/time/clock.ts";

let world: World;
const chief = actor("administrator", "border-guard");
const other = actor("administrator", "customs-region-6");
let officer: Actor;

beforeAll(async () => {
  world = await openWorld();
  const made = {
    userName: "bp-ca-1",
    name: "Cán bộ ca một",
    roles: ["border_guard" as const],
    organisation: "border-guard",
  };
  const { account } = await world
    .as(actor("administrator"))
    .identity.createAccount({ ...command(), ...made });
  officer = actor("border_guard", "border-guard", { id: account.id });
});
afterAll(() => world.close());

const inHours = (hours: number) =>
  new Date(world.zone.platform.clock.now().getTime() + hours * 3_600_000).toISOString();
const shift = (from: number, to: number, post = route) => ({
  post,
  officer: officer.id,
  from: inHours(from),
  to: inHours(to),
});
const plan = (by: Actor | null, wanted: ReturnType<typeof shift>) =>
  world.as(by).gate.planShift({ ...command(), ...wanted });
const roster = (day?: string) => world.as(dispatcher).gate.readRoster({ ...(day !== undefined && { day }) });

testCommands(
  () => world,
  [
    {
      name: "planShift",
      right: chief,
      wrong: customs,
      ready: async () => shift(100, 106),
      bad: [{ to: "2020-01-01T00:00:00.000Z" }, "shift_times", "from"],
      other: { post: park },
    },
    {
      name: "dropShift",
      right: chief,
      wrong: other,
      ready: () => plan(chief, shift(120, 126)),
      bad: [{ shift: "x" }, "invalid_input", "shift"],
      other: { shift: "00000000-0000-4000-8000-00000000000a" },
    },
  ],
);

test("a chief plans people of the own organisation alone, at a post of the zone", async () => {
  await expect(plan(other, shift(1, 5))).rejects.toMatchObject({
    code: "officer_unknown",
    data: { fields: [{ path: "officer" }] },
  });
  await expect(plan(actor("administrator"), shift(1, 5))).rejects.toMatchObject({ code: "not_allowed" });
  await expect(plan(chief, shift(1, 5, "nowhere"))).rejects.toMatchObject({ code: "post_unknown" });
  await expect(plan(chief, shift(1, 26))).rejects.toMatchObject({ code: "shift_times" });
  await expect(world.as(firm).gate.readRoster({})).rejects.toMatchObject({ code: "not_allowed" });
});

test("the roster of a day names gaps and double bookings, and stands beside who is on duty", async () => {
  await plan(chief, shift(1, 5));
  const { shift: doubled } = await plan(chief, shift(4, 8, park));
  const before = await roster();
  expect(before.shifts.map(({ officer: name, actual, doubled: twice }) => [name, actual, twice])).toEqual([
    ["Cán bộ ca một", "ahead", true],
    ["Cán bộ ca một", "ahead", true],
  ]);
  const gaps = before.gaps.filter((gap) => gap.post === route);
  expect(gaps.map(({ from, to }) => [from, to])).toEqual([
    [inHours(-8), inHours(1)],
    [inHours(5), inHours(16)],
  ]);
  await world.as(chief).gate.dropShift({ ...command(), shift: doubled });
  await expect(world.as(chief).gate.dropShift({ ...command(), shift: doubled })).rejects.toMatchObject({
    code: "shift_over",
  });
  const { clock } = world.zone.platform;
  await clock.advance(new Date(inHours(2)));
  expect((await roster()).shifts).toMatchObject([{ actual: "absent", doubled: false }]);
  await world.as(officer).gate.takeDuty({ ...command(), post: route });
  expect((await roster()).shifts).toMatchObject([{ actual: "on_duty" }]);
});

test("who is planned in the evening and again before that shift ends is planned twice, on either day", async () => {
  const evening = shift(12, 20); // 22:00 to 06:00
  const { shift: first } = await plan(chief, evening);
  await plan(chief, shift(15, 18, park));
  const days = [evening.from, evening.to].map((at) => civilDay(new Date(at), "Asia/Ho_Chi_Minh"));
  expect(new Set(days).size).toBe(2);
  for (const day of days)
    expect((await roster(day)).shifts.find(({ id }) => id === first)).toMatchObject({ doubled: true });
});

test("the log tells of the plan by ids alone", async () => {
  const rows = (await world.asOwner(
    "SELECT kind, data FROM event WHERE kind LIKE 'gate.shift%' ORDER BY seq",
  )) as {
    kind: keyof typeof rosterEvents;
    data: unknown;
  }[]; // as: rows of this very query
  for (const { kind, data } of rows) rosterEvents[kind].parse(data);
  expect(new Set(rows.map(({ kind }) => kind)).size).toBe(2);
  expect(JSON.stringify(rows)).not.toContain("Cán bộ");
});
