import { insertTold } from "@moc/server/modules/gate/notification-store.ts";
import { sendNotifications } from "@moc/server/modules/gate/send-notifications.ts";
import type { Letter, Posted } from "@moc/server/platform/mail/smtp.ts";
import type { World } from "./open-world.ts";
import { firm, holding } from "./trips.ts";

/** What a mail server makes of a letter. */
export type Answer = (letter: Letter) => Promise<Posted>;

/** Sends as a process of a later time would: what the world itself sends meanwhile is not due yet. `machine`: ms ahead. */
export async function sendLater(world: World, minutes: number, answer: Answer, machine = 0): Promise<void> {
  const { database, clock } = world.zone.platform;
  const now = new Date(clock.now().getTime() + minutes * 60_000);
  await sendNotifications({
    database,
    identity: world.zone.identity,
    registry: world.zone.registry,
    clock: { ...clock, now: () => now },
    mail: { send: answer, close: () => undefined },
    machineNow: () => new Date(Date.now() + machine),
  });
}

/** One message to the firm's account that is due only in so many minutes. @returns its trip */
export async function tellIn(world: World, minutes: number): Promise<string> {
  const trip = await holding(world);
  const { database, clock } = world.zone.platform;
  const at = new Date(clock.now().getTime() + minutes * 60_000);
  const declarant = firm.organisation ?? "";
  const told = { trip: trip.id, declarant, cause: "called", about: null, simulated: false } as const;
  await database.transaction((tx) => insertTold(tx, [told], at));
  return trip.id;
}
