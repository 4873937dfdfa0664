import type { NoticeCause, NoticeSays } from "@moc/contract/gate/notice.ts";
import type { OrderAction } from "@moc/contract/gate/steering.ts";
import type { GoodsClass } from "@moc/contract/values/traffic.ts";
import { type Random, randomOf } from "./random.ts";
import { trouble } from "./volumes.ts";

/** The order with which the gate centre answers a notice, for exports of its route. Moments are zone time in ms. */
export type Answer = {
  action: OrderAction;
  goods: GoodsClass[] | null;
  givenAt: number;
  from: number;
  to: number;
};

/** What the other side tells about one route on a simulated day, and what follows. */
export type Episode = {
  route: string;
  tellAt: number;
  says: NoticeSays;
  cause: NoticeCause;
  /** null: the hours alone close it. */
  answer: Answer | null;
  /** When the other side is done earlier than it said; null: it keeps to its time. */
  endsEarly: number | null;
};

type Day = { route: string; day: string; dayStart: number; elsewhere: string | null };

const minuteMs = 60_000;
const instant = (moment: number) => new Date(moment).toISOString();

/**
 * What the other side tells in one day: closures and refused goods at short notice, two hours or so before; shorter hours
 * and a smaller intake in the morning. The same for the same seed and day. How often is illustrative; that it comes at
 * short notice is not.
 * @param dayStart zone midnight in ms. @param neighbour the route to which exports of a route can be sent instead.
 */
export function planEpisodes(
  seed: string,
  day: string,
  dayStart: number,
  routes: readonly string[],
  neighbour: (route: string) => string | null,
): Episode[] {
  return routes.flatMap((route) => {
    const where = { route, day, dayStart, elsewhere: neighbour(route) };
    // Each is drawn for itself, so that the others stay as they were.
    return kinds.flatMap(({ name, share, plan }) => {
      const random = randomOf(`${seed}:${day}:${route}:${name}`);
      return random.chance(share) ? [plan(random, where)] : [];
    });
  });
}

const causes = ["system", "congestion", "inspection"] as const satisfies readonly NoticeCause[];

function closure(random: Random, { route, dayStart }: Day): Episode {
  const tellAt = dayStart + random.between(8 * 60, 12 * 60) * minuteMs;
  const from = tellAt + random.between(90, 130) * minuteMs;
  const to = from + random.between(40, 90) * minuteMs;
  const cause = random.pick(causes);
  const givenAt = tellAt + random.between(4, 20) * minuteMs;
  const endsEarly = random.chance(0.4) ? to - random.between(10, 25) * minuteMs : null;
  const says = { kind: "closure", from: instant(from), to: instant(to) } as const;
  const answer = { action: { kind: "stop_intake" }, goods: null, givenAt, from, to } as const;
  return { route, tellAt, says, cause, answer, endsEarly };
}

function shortHours(random: Random, { route, day, dayStart }: Day): Episode {
  const tellAt = dayStart + random.between(6 * 60, 9 * 60) * minuteMs;
  const closes = `${random.between(14, 16)}:00`;
  const says = { kind: "hours", day, opens: "07:00", closes } as const;
  return { route, tellAt, says, cause: random.pick(causes), answer: null, endsEarly: null };
}

function fewer(random: Random, { route, day, dayStart }: Day): Episode {
  const tellAt = dayStart + random.between(7 * 60, 9 * 60) * minuteMs;
  const perHour = random.between(3, 6);
  const givenAt = tellAt + random.between(4, 20) * minuteMs;
  const says = { kind: "intake", day, vehicles: perHour * 10 } as const;
  const action = { kind: "max_per_hour", count: perHour } as const;
  const answer = {
    action,
    goods: null,
    givenAt,
    from: givenAt + minuteMs,
    to: dayStart + 17 * 60 * minuteMs,
  };
  return { route, tellAt, says, cause: "congestion", answer, endsEarly: null };
}

function noDurian(random: Random, { route, dayStart, elsewhere }: Day): Episode {
  const tellAt = dayStart + random.between(8 * 60, 11 * 60) * minuteMs;
  const from = tellAt + random.between(60, 120) * minuteMs;
  const to = from + random.between(120, 240) * minuteMs;
  const givenAt = tellAt + random.between(4, 20) * minuteMs;
  const goods: GoodsClass[] = ["durian"];
  const action: OrderAction =
    elsewhere === null ? { kind: "stop_intake" } : { kind: "divert", route: elsewhere };
  const says: NoticeSays = { kind: "goods", from: instant(from), to: instant(to), goods };
  return {
    route,
    tellAt,
    says,
    cause: "inspection",
    answer: { action, goods, givenAt, from, to },
    endsEarly: null,
  };
}

const kinds = [
  { name: "closure", share: trouble.closure, plan: closure },
  { name: "short-hours", share: trouble.shortHours, plan: shortHours },
  { name: "fewer", share: trouble.fewer, plan: fewer },
  { name: "no-durian", share: trouble.noDurian, plan: noDurian },
] as const satisfies readonly { name: string; share: number; plan: (random: Random, day: Day) => Episode }[];
