import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../../../test/world/open-world.ts";
import { command, declare, dispatcher, firm, holding, route } from "../../../test/world/trips.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function pass(hours: number): Promise<void> {
  const { clock } = world.zone.platform;
  await clock.advance(new Date(clock.now().getTime() + hours * 3_600_000));
}

async function border() {
  await world.zone.platform.follower.settled();
  const { alerts, routes } = await world.as(dispatcher).gate.readOperations({});
  return {
    alert: alerts.find((alert) => alert.kind === "long_wait"),
    status: routes.find((row) => row.key === route)?.status,
  };
}

test("a wait is long, and a route congested, by the hours in which it was open, not by the night", async () => {
  await pass(8); // 16:00; the route closes at 18:00 and opens at 07:00
  const trips: string[] = [];
  for (let n = 0; n < 52; n += 1) trips.push((await holding(world)).id);
  await pass(15.5);
  expect(await border()).toEqual({ alert: undefined, status: "open" });
  await pass(1.5);
  expect(await border()).toEqual({ alert: undefined, status: "open" }); // 09:00: two hours and two hours, not more
  await pass(0.5);
  const { alert, status } = await border();
  expect(status).toBe("congested");
  expect(alert).toMatchObject({ route, harmHours: 26, params: { count: "52", hours: "26" } });
  expect(alert?.trips).toHaveLength(50);
  expect(trips).toEqual(expect.arrayContaining(alert?.trips ?? []));
});

test("the list of an alert holds every truck that it is about, page by page, also those that it does not name", async () => {
  const { alert } = await border();
  const asked = { alert: alert?.id, limit: 40 };
  const { next, ...first } = await world.as(dispatcher).gate.listTrips(asked);
  const rest = await world.as(dispatcher).gate.listTrips({ ...asked, after: next ?? "" });
  expect([first.total, rest.rows.length, rest.next]).toEqual([52, 12, null]);
  expect(new Set([...first.rows, ...rest.rows].map(({ id }) => id)).size).toBe(52);
});

test("the driver of a truck that came yesterday reads the day beside the hour at which it joined", async () => {
  const { id } = await holding(world);
  const { url } = await world.as(firm).gate.issueDriverLink({ ...command(), trip: id });
  const read = async () => (await world.zone.app.inject(`${new URL(url).pathname}?lang=en`)).body;
  expect(await read()).toContain("<b>09:30</b>");
  await pass(24);
  expect(await read()).toContain("<b>23/11 09:30</b>");
});

test("the driver of a trip that came to nothing is told in three languages how he goes all the same", async () => {
  const { id } = await declare(world);
  const { url } = await world.as(firm).gate.issueDriverLink({ ...command(), trip: id });
  await world.as(firm).gate.withdrawTrip({ ...command(), trip: id, reason: "Đổi chuyến" });
  const read = async (language: string) =>
    (await world.zone.app.inject(`${new URL(url).pathname}?lang=${language}`)).body;
  expect(await read("vi")).toContain("Khai báo đã được rút");
  expect(await read("en")).toContain("The declaration was withdrawn");
  expect(await read("zh")).toContain("申报已撤回");
  expect(await read("zh")).not.toMatch(/[\u4e00-\u9fff]\. /);
});

test("of a railway, for which nobody is declared, it is said that nobody counts, not that nobody waits", async () => {
  const { routes } = await world.as(dispatcher).gate.readOperations({});
  const figuresOf = (key: string) => {
    const { waiting, lastHour } = routes.find((row) => row.key === key)?.export ?? {};
    return { waiting, lastHour };
  };
  expect(figuresOf("dong-dang-rail")).toEqual({ waiting: null, lastHour: null });
  expect(figuresOf("chi-ma-road")).toEqual({ waiting: 0, lastHour: 0 });
});
