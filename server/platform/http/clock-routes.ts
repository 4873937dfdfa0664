import { platformContract } from "@moc/contract/platform/routes.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { implement } from "@orpc/server";
import { authorise, holds, type Policy } from "../authorise.ts";
import type { Platform } from "../platform.ts";
import { civilDay } from "../time/clock.ts";
import type { Call } from "./server.ts";

const policy = {
  set_speed: (actor, row) => holds("dispatcher", "board_leader", "administrator")(actor, row),
  advance_clock: (actor: Actor) => actor.kind === "token" && actor.scopes.includes("demo:clock"),
} satisfies Policy<string, null>;

/** Zone time, its speed, and the simulated field's hand on it. */
export function clockRoutes({ clock }: Platform, runTimers: () => Promise<unknown>) {
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
    advanceClock: os.advanceClock.handler(async ({ input, context }) => {
      authorise(policy, "advance_clock", context.actor, null);
      mustBeDemo();
      if (!(await clock.advance(new Date(input.to)))) throw new Refusal("clock_backwards");
      await runTimers();
      return view();
    }),
  });
}
