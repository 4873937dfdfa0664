import type { NewCount } from "@moc/contract/gate/count.ts";
import type { Agenda } from "./agenda.ts";
import { randomOf } from "./random.ts";
import { sendOnce } from "./send.ts";
import type { Site } from "./site.ts";
import { minuteMs } from "./truck.ts";
import { wagonsPerDay } from "./volumes.ts";

// The report of a whole day is there in the morning after; the hour is illustrative.
const reportedAt = 6 * 60 + 30;

/**
 * What the stations report of a day: the wagons that went out and came in. The same for the same seed and day. Of markets
 * no source states a figure, so nobody enters one.
 */
export function planWagons(seed: string, day: string, railways: readonly string[]): NewCount[] {
  return railways.flatMap((route) =>
    (["export", "import"] as const).map((direction) => {
      const [low, high] = wagonsPerDay[direction];
      const passed = randomOf(`${seed}:${day}:${route}:${direction}:wagons`).between(low, high);
      return { route, day, direction, passed, source: "Báo cáo ngày của ga" };
    }),
  );
}

/** The guard at the station enters the wagons of the day before. @param dayStart zone midnight in ms, of the day on which they are entered */
export function playWagons(site: Site, agenda: Agenda, counts: readonly NewCount[], dayStart: number): void {
  const at = dayStart + reportedAt * minuteMs;
  if (at < site.now()) return; // after a restart they have been entered
  for (const count of counts)
    agenda.plan(at, async () => {
      const command = crypto.randomUUID();
      await sendOnce(() => site.crew.guard.gate.recordCount({ command, count }), site.tally.refuse);
    });
}
