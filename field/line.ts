import type { PaperHour } from "./paper-hour.ts";
import { randomOf } from "./random.ts";
import { trouble } from "./volumes.ts";

/** A time in which nothing gets through from the people at a route; `paper`: they write on slips meanwhile. Moments are zone time in ms, half-open. */
export type Outage = { route: string; from: number; to: number; paper?: PaperHour };

const minuteMs = 60_000;

/** When the line of each route is down on one day; the same for the same seed and day. How often is illustrative. */
export function planOutages(
  seed: string,
  day: string,
  dayStart: number,
  routes: readonly string[],
): Outage[] {
  return routes.flatMap((route) => {
    const random = randomOf(`${seed}:${day}:${route}:line`);
    if (!random.chance(trouble.outage)) return [];
    const from = dayStart + random.between(6 * 60, 18 * 60) * minuteMs;
    return [{ route, from, to: from + random.between(5, 25) * minuteMs }];
  });
}

/** The outage in which a message is written at a route at this moment: it gets through at its end; undefined: at once. */
export function outageAt(outages: readonly Outage[], route: string, moment: number): Outage | undefined {
  return outages.find((one) => one.route === route && moment >= one.from && moment < one.to);
}

/** What the line does to a message that got through, drawn from the truck's seed and how many it has sent. */
export type Fate = "once" | "answer_lost" | "sent_again_later";

/** An answer that is lost makes the client ask again at once; an outbox that missed it does so minutes later. */
export function fateOf(seed: string, message: number): Fate {
  const draw = randomOf(`${seed}:message:${message}`).next();
  if (draw < trouble.answerLost) return "answer_lost";
  return draw < trouble.answerLost + trouble.sentAgain ? "sent_again_later" : "once";
}
