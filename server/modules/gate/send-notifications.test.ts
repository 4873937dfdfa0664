import { afterAll, beforeAll, expect, test } from "vitest";
import { type Answer, tellIn } from "../../../test/world/letters.ts";
import { actor, openWorld, type World } from "../../../test/world/open-world.ts";
import { command, firm } from "../../../test/world/trips.ts";
import { sendNotifications } from "./send-notifications.ts";

let world: World;
/** Machine time that has gone by, ms. */
let machine = 0;
beforeAll(async () => {
  world = await openWorld();
  const made = {
    userName: "lan-bao-son",
    name: "Lan",
    email: "lan@bao-son.example",
    roles: ["firm" as const],
    organisation: firm.organisation,
  };
  const { account } = await world
    .as(actor("administrator"))
    .identity.createAccount({ ...command(), ...made });
  const choice = { consent: true, language: "en" as const, quiet: null };
  await world.as({ ...firm, id: account.id }).gate.chooseNotifications({ ...command(), choice });
});
afterAll(() => world.close());

/** One process sends what is due in so many minutes. */
async function send(minutes: number, answer: Answer, over?: () => boolean): Promise<void> {
  const { database, clock } = world.zone.platform;
  const now = new Date(clock.now().getTime() + minutes * 60_000);
  const mail = { send: answer, close: () => undefined };
  const machineNow = () => new Date(Date.now() + machine);
  const { identity, registry } = world.zone;
  const at = { ...clock, now: () => now };
  await sendNotifications({
    database,
    identity,
    registry,
    clock: at,
    mail,
    machineNow,
    ...(over && { over }),
  });
}

test("at a slow mail server two processes send each letter once, however long the round of one takes", async () => {
  for (let n = 0; n < 3; n += 1) await tellIn(world, 600);
  const sent: string[] = [];
  const other: Answer = async ({ id }) => (sent.push(id), "taken");
  await send(601, async ({ id }) => {
    sent.push(id);
    machine += 70_000;
    if (sent.length === 2) await send(601, other);
    return "taken";
  });
  expect(sent).toHaveLength(3);
  expect(new Set(sent).size).toBe(3);
});

test("a process that ends stops between two letters, and the next one sends the rest", async () => {
  for (let n = 0; n < 3; n += 1) await tellIn(world, 700);
  const sent: string[] = [];
  const take: Answer = async ({ id }) => (sent.push(id), "taken");
  await send(701, take, () => sent.length > 0);
  expect(sent).toHaveLength(1);
  machine += 180_000;
  await send(701, take);
  expect(sent).toHaveLength(3);
  expect(new Set(sent).size).toBe(3);
});
