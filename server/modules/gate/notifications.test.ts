import { notificationEvents } from "@moc/contract/gate/events.ts";
import type { TellChoice } from "@moc/contract/gate/notification.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Answer, sendLater, tellIn } from "../../../test/world/letters.ts";
import { actor, openWorld, type World } from "../../../test/world/open-world.ts";
import { give, orderOf } from "../../../test/world/orders.ts";
import { testCommands } from "../../../test/world/test-commands.ts";
import { call, command, customs, dispatcher, firm, guard, holding } from "../../../test/world/trips.ts";
import type { Letter } from "../../platform/mail/smtp.ts";
import { civilDay, dayBounds } from "../../platform/time/clock.ts";
import { claimDue } from "./notification-store.ts";

let world: World;
let account: Actor;
const email = "lan@bao-son.example";
const later = (minutes: number, answer: Answer, machine = 0) => sendLater(world, minutes, answer, machine);
const dueIn = (minutes: number) => tellIn(world, minutes);

beforeAll(async () => {
  world = await openWorld();
  const admin = actor("administrator");
  const made = { userName: "lan-bao-son", name: "Lan", email, roles: ["firm" as const] };
  const organisation = firm.organisation;
  const { account: created } = await world
    .as(admin)
    .identity.createAccount({ ...command(), ...made, organisation });
  account = { ...firm, id: created.id };
});
afterAll(() => world.close());

const zone = "Asia/Ho_Chi_Minh";
/** What the pack states. */
const nightRule = {
  kind: "notification_rule",
  key: "notifications",
  retryMinutes: [1, 5, 15, 60],
  nightFrom: "22:00",
  nightTo: "05:00",
  showAheadMinutes: 30,
  returnAheadMinutes: 120,
} as const;
const endRule = (validTo: string) => {
  const { kind, key } = nightRule;
  const ended = { ...command(), kind, key, validTo, reason: "thử" };
  return world.as(actor("administrator")).registry.endRow(ended);
};
const agreed: TellChoice = { consent: true, language: "en", quiet: null };
const driverOf = (trip: string): Actor => ({
  ...firm,
  id: trip,
  kind: "link",
  roles: [],
  organisation: null,
  trip,
});
const choose = (by: Actor | null, choice: TellChoice) =>
  world.as(by).gate.chooseNotifications({ ...command(), choice });
const told = async (trip: string, by: Actor = dispatcher) =>
  (await world.as(by).gate.readNotifications({ trip })).rows;

testCommands(
  () => world,
  [
    {
      name: "chooseNotifications",
      right: firm,
      wrong: guard,
      ready: async () => ({ choice: { ...agreed, consent: false } }),
      bad: [{ choice: { ...agreed, language: "xx" } }, "invalid_input", "choice.language"],
      other: { choice: agreed },
    },
  ],
);

describe("a message is written with its cause", () => {
  test("and is not sent to whom nobody asked; a stranger reads nothing of it", async () => {
    const { id } = await holding(world);
    await call(world, 200);
    const [row] = await told(id);
    expect(row).toMatchObject({ cause: "called", to: "driver", state: "suppressed", reason: "no_consent" });
    await expect(told(id, actor("firm", "firm-tam-thanh"))).rejects.toMatchObject({ code: "not_allowed" });
  });

  test("the driver who agreed on his page is told on the simulated phone, once it has arrived there", async () => {
    const { id } = await holding(world);
    const driver = driverOf(id);
    await choose(driver, { ...agreed, language: "zh" });
    await call(world, 200);
    const { clock } = world.zone.platform;
    for (let tries = 0; tries < 12; tries += 1) {
      await world.zone.engines.sendOut();
      await clock.advance(new Date(clock.now().getTime() + 20 * 60_000));
    }
    await world.zone.engines.sendOut();
    const [row] = (await told(id, driver)).filter(({ cause }) => cause === "called");
    expect(row).toMatchObject({ state: "delivered", simulated: true, to: "driver" });
    expect(row?.text).toMatch(/已叫号/);
    expect((await world.as(driver).gate.readNotifications({ trip: id })).choice).toMatchObject({
      language: "zh",
    });
  });

  test("the driver says on his page, without script, that he wants to be told, and that he does not", async () => {
    const { id } = await holding(world);
    const { url } = await world.as(firm).gate.issueDriverLink({ ...command(), trip: id });
    const path = new URL(url).pathname;
    const { app } = world.zone;
    const press = async (answer: string) => {
      const posted = await app.inject({
        method: "POST",
        url: `${path}/${answer}?lang=en`,
        headers: { "content-type": "application/x-www-form-urlencoded" },
      });
      expect(posted.statusCode).toBe(303);
      return (await app.inject(`${path}?lang=en`)).body;
    };
    expect((await app.inject(`${path}?lang=en`)).body).toContain("Shall we write");
    expect(await press("tell")).toContain("We write to the telephone you gave.");
    expect(await press("tell_not")).toContain("Shall we write");
    expect(await press("tell_by_day")).toContain("not 22:00–05:00.");
    const { choice } = await world.as(driverOf(id)).gate.readNotifications({ trip: id });
    expect(choice).toEqual({ ...agreed, quiet: { from: "22:00", to: "05:00" } });
  });

  test("a time that runs out is told once, half an hour before a call lapses", async () => {
    const { id } = await holding(world);
    await call(world, 200);
    const rows = await world.asOwner("SELECT show_by FROM gate_trip WHERE id = $1", [id]);
    const [row] = rows as { show_by: Date }[]; // as: the row of this very query
    const left = ((row?.show_by.getTime() ?? 0) - world.zone.platform.clock.now().getTime()) / 60_000;
    const deadlines = async () => (await told(id)).filter(({ cause }) => cause === "deadline");
    await later(left - 31, async () => "taken");
    expect(await deadlines()).toEqual([]);
    await later(left - 20, async () => "taken");
    await later(left - 10, async () => "taken");
    expect(await deadlines()).toHaveLength(1);
  });

  test("a check on hold, unknown goods and an order each tell whom they touch, an order once", async () => {
    const waiting = await holding(world, { goods: [] });
    await choose(driverOf(waiting.id), agreed);
    const hold = { check: "customs", decision: "hold", reason: "Thiếu giấy" } as const;
    await world.as(customs).gate.decideCheck({ ...command(), trip: waiting.id, ...hold });
    await give(world, orderOf({ kind: "max_per_hour", count: 9 }));
    const causes = (await told(waiting.id)).map(({ cause }) => cause);
    expect(causes.toSorted()).toEqual(["missing", "missing", "order"]);
  });
});

describe("an e-mail to an account of the firm that agreed", () => {
  beforeAll(() => choose(account, agreed));
  const own = async (trip: string) => (await told(trip)).filter(({ to }) => to === "firm");

  test("holds no name, no plate and no telephone, and is sent", async () => {
    const trip = await dueIn(600);
    const letters: Letter[] = [];
    await later(601, async (letter) => {
      letters.push(letter);
      return "taken";
    });
    expect(letters.map((letter) => letter.to)).toContain(email);
    expect(letters[0]?.text).toMatch(/declaration .* is called/);
    expect(JSON.stringify(letters)).not.toMatch(/Nguyễn|84912345678|29C/);
    expect(await own(trip)).toMatchObject([{ state: "sent", attempts: 1, simulated: false }]);
  });

  test("is tried five times and given up, refused at once when the address is none, and waits in quiet hours", async () => {
    const [tried, refused] = [await dueIn(700), await dueIn(701)];
    await later(702, async (letter) => (letter.subject === "" ? "taken" : "again"));
    expect(await own(tried)).toMatchObject([{ state: "queued", reason: "tried_again", attempts: 1 }]);
    for (const minutes of [710, 730, 760, 900]) await later(minutes, async () => "again");
    expect(await own(tried)).toMatchObject([{ state: "failed", reason: "given_up", attempts: 5 }]);
    expect(await own(refused)).toMatchObject([{ state: "failed" }]);
    const none = await dueIn(1000);
    await later(1001, async () => "refused");
    expect(await own(none)).toMatchObject([{ state: "failed", reason: "refused", attempts: 1 }]);
    await choose(account, { ...agreed, quiet: { from: "00:00", to: "24:00" } });
    const quiet = await dueIn(1100);
    await later(1101, async () => "taken");
    expect(await own(quiet)).toMatchObject([{ state: "queued", reason: "quiet_hours", attempts: 0 }]);
    await choose(account, { ...agreed, consent: false });
    await later(3000, async () => "taken");
    expect(await own(quiet)).toMatchObject([{ state: "suppressed", reason: "no_consent" }]);
    await choose(account, agreed);
  });

  test("that a process dies over is sent by the next one: one repeat, under the same name, and no loss", async () => {
    const trip = await dueIn(4000);
    const sent: string[] = [];
    // Sends and dies before it can record anything.
    void later(4001, (letter) => {
      sent.push(letter.id);
      return new Promise(() => undefined);
    });
    await expect.poll(() => sent.length, { timeout: 60_000 }).toBe(1);
    await later(4001, async (letter) => (sent.push(letter.id), "taken"));
    expect(sent).toHaveLength(1);
    await later(4001, async (letter) => (sent.push(letter.id), "taken"), 180_000);
    await later(4001, async (letter) => (sent.push(letter.id), "taken"), 400_000);
    expect(sent).toHaveLength(2);
    expect(new Set(sent).size).toBe(1);
    expect(await own(trip)).toMatchObject([{ state: "sent", attempts: 2 }]);
  });

  test("is claimed by one of two senders only", async () => {
    await dueIn(5000);
    const { database, clock } = world.zone.platform;
    const now = new Date(clock.now().getTime() + 5001 * 60_000);
    const claim = () => database.transaction((tx) => claimDue(tx, now, new Date(), 50));
    const [one, other] = [await claim(), await claim()];
    expect([one.length > 0, other.length]).toEqual([true, 0]);
  });

  test("follows the rule of the moment: one stated from a day on counts from then, and without one it is sent once", async () => {
    const { clock } = world.zone.platform;
    const days = [5, 6].map((ahead) => civilDay(new Date(clock.now().getTime() + ahead * 86_400_000), zone));
    const [changed = "", ended = ""] = days;
    const [first = 0, second = 0] = days.map(
      (day) => (dayBounds(day, zone).from.getTime() - clock.now().getTime()) / 60_000,
    );
    await world.as(actor("administrator")).registry.editRow({
      ...command(),
      statement: { ...nightRule, retryMinutes: [3] },
      validFrom: changed,
      validTo: null,
      citation: "thử",
      reason: "thử",
    });
    await endRule(ended);
    const before = await dueIn(first - 30);
    await later(first - 29, async () => "again");
    await later(first - 27, async () => "again");
    expect(await own(before)).toMatchObject([{ state: "queued", reason: "tried_again", attempts: 2 }]);
    const after = await dueIn(first + 10);
    await later(first + 11, async () => "again");
    await later(first + 13, async () => "again");
    expect(await own(after)).toMatchObject([{ state: "queued", reason: "tried_again", attempts: 1 }]);
    await later(first + 15, async () => "again");
    expect(await own(after)).toMatchObject([{ state: "failed", reason: "given_up", attempts: 2 }]);
    const [lost, sent] = [await dueIn(second + 10), await dueIn(second + 20)];
    await later(second + 11, async () => "again");
    expect(await own(lost)).toMatchObject([{ state: "failed", reason: "no_rule", attempts: 1 }]);
    await later(second + 21, async () => "taken");
    expect(await own(sent)).toMatchObject([{ state: "sent", attempts: 1 }]);
  });

  test("is not sent to who was erased, and the erasure leaves no address behind", async () => {
    const trip = await dueIn(6000);
    const admin = actor("administrator");
    const rows = await world.asOwner("SELECT person FROM identity_account WHERE id = $1", [account.id]);
    const person = String((rows[0] as { person: string }).person); // as: the row of this very query
    await world
      .as(admin)
      .identity.erasePerson({ ...command(), person, ground: "request", why: "đã yêu cầu" });
    await later(6001, async () => "taken", 900_000);
    expect(await own(trip)).toMatchObject([{ state: "suppressed", reason: "no_address" }]);
    const tables = await world.asOwner(
      "SELECT n::text FROM gate_notification n UNION ALL SELECT c::text FROM gate_tell_choice c",
    );
    expect(JSON.stringify(tables)).not.toContain(email);
  });
});

test("where no rule says when it is night, a driver is not offered to be left alone in it", async () => {
  const { id } = await holding(world);
  const { url } = await world.as(firm).gate.issueDriverLink({ ...command(), trip: id });
  const path = new URL(url).pathname;
  const { app, platform } = world.zone;
  const page = async () => (await app.inject(`${path}?lang=en`)).body;
  expect(await page()).toContain("/tell_by_day");
  await endRule(civilDay(platform.clock.now(), zone));
  expect(await page()).not.toContain("/tell_by_day");
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  await app.inject({ method: "POST", url: `${path}/tell_by_day?lang=en`, headers });
  const choice = async () => (await world.as(driverOf(id)).gate.readNotifications({ trip: id })).choice;
  expect(await choice()).toBeNull();
  await app.inject({ method: "POST", url: `${path}/tell?lang=en`, headers });
  expect(await choice()).toEqual(agreed);
});

test("a choice is in the log, as the contract says it", async () => {
  const rows = (await world.asOwner(
    "SELECT data FROM event WHERE kind = 'gate.notifications_chosen' ORDER BY seq",
  )) as {
    data: unknown;
  }[]; // as: rows of this very query
  expect(rows.length).toBeGreaterThan(3);
  for (const { data } of rows) notificationEvents["gate.notifications_chosen"].parse(data);
});
