import { basename } from "node:path";
import { platformContract } from "@moc/contract/platform/routes.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { implement } from "@orpc/server";
import { authorise, holds, type Policy, type Rule } from "../authorise.ts";
import { keepBackup } from "../backup/keep-backup.ts";
import type { Platform } from "../platform.ts";
import { civilDay } from "../time/clock.ts";
import { judge } from "../upkeep/judge.ts";
import { measure } from "../upkeep/measure.ts";
import type { Call } from "./server.ts";

/** A person who administers the whole zone, not one organisation in it. */
const operates: Rule<null> = (actor) =>
  actor.kind === "account" && actor.organisation === null && actor.roles.includes("administrator");

const policy = {
  set_speed: (actor, row) => holds("dispatcher", "board_leader", "administrator")(actor, row),
  make_backup: operates,
  read_alerts: operates,
  advance_clock: (actor: Actor) => actor.kind === "token" && actor.scopes.includes("demo:clock"),
} satisfies Policy<string, null>;

/** Zone time, its speed, the simulated field's hand on it, and the backup. */
export function platformRoutes({ clock, database, settings }: Platform, runTimers: () => Promise<unknown>) {
  const os = implement(platformContract).$context<Call>();
  const view = () => ({
    mode: clock.mode,
    now: clock.now().toISOString(),
    day: civilDay(clock.now(), clock.timeZone),
    speed: clock.speed(),
    timeZone: clock.timeZone,
  });
  const mustBeDemo = () => {
    if (clock.mode === "live") throw new Refusal("live_zone");
  };
  return os.router({
    readClock: os.readClock.handler(view),
    setSpeed: os.setSpeed.handler(async ({ input, context }) => {
      authorise(policy, "set_speed", context.actor, null);
      mustBeDemo();
      await clock.setSpeed(input.speed);
      return view();
    }),
    makeBackup: os.makeBackup.handler(async ({ context }) => {
      authorise(policy, "make_backup", context.actor, null);
      const kept = await keepBackup(database, settings.dataDir);
      return { ...kept, file: basename(kept.file) };
    }),
    readAlerts: os.readAlerts.handler(async ({ context }) => {
      authorise(policy, "read_alerts", context.actor, null);
      return judge(await measure(database, clock, settings.dataDir), context.language);
    }),
    advanceClock: os.advanceClock.handler(async ({ input, context }) => {
      authorise(policy, "advance_clock", context.actor, null);
      mustBeDemo();
      if (!(await clock.advance(new Date(input.to)))) throw new Refusal("clock_backwards");
      await runTimers();
      return view();
    }),
  });
}
