import { civilDay } from "@moc/server/platform/time/clock.ts";
import type { Counts } from "../naive-gate/counts.ts";
import { must } from "../naive-gate/truck.ts";
import type { World } from "../open-world.ts";
import { command, customs, dispatcher, guard, route } from "../trips.ts";
import { reason } from "./random-acts.ts";
import { inMinutes, type Play } from "./random-steering.ts";

const day = 24 * 60; // minutes
const source = "Báo cáo ngày của ga";

/** Counts of places without trips: mostly of the last days, now and then of a day to come or of a road. */
export const counts = {
  recordCount: (play: Play) => {
    const { draw } = play;
    const on = civilDay(new Date(inMinutes(play, -draw.pick([0, 1, 2, 3, -1]) * day)), "Asia/Ho_Chi_Minh");
    const place = { route: draw.pick(["dong-dang-rail", "dong-dang-rail", "ba-son", route]), day: on };
    const direction = draw.pick(["export", "import"] as const);
    const count = { ...place, direction, passed: draw.upTo(40), source };
    return play.as(draw.pick([dispatcher, guard, customs])).recordCount({ ...command(), count });
  },
  correctCount: async (play: Play) => {
    const { draw, naive } = play;
    const held = [...naive.gate.counts.values()];
    if (held.length === 0) return;
    const said = {
      count: draw.pick(held).id,
      passed: draw.chance(0.2) ? null : draw.upTo(40),
      source,
      reason,
    };
    return play.as(draw.pick([dispatcher, guard, customs])).correctCount({ ...command(), ...said });
  },
};

/** What is read of a month is what the log left: of each day the last record, with as many before it as were made. */
export async function compareCounts(world: World, held: Counts): Promise<void> {
  const { routes } = await world.as(dispatcher).gate.readCounts({ days: 31 });
  const read = routes.flatMap(({ route: place, days }) =>
    days.flatMap((one) =>
      (["export", "import"] as const).flatMap((direction) => {
        const last = one[direction].at(-1);
        if (last === undefined) return [];
        must(one[direction].length === last.number + 1, "every record is kept", { place, one });
        return [`${place} ${direction} ${one.day} ${last.id} ${last.passed}`];
      }),
    ),
  );
  const first = routes[0]?.days.at(-1)?.day ?? "";
  const model = [...held]
    .filter(([key]) => key.slice(-first.length) >= first)
    .map(([key, { id, passed }]) => `${key} ${id} ${passed}`);
  must(read.toSorted().join() === model.toSorted().join(), "the counts are what was recorded", {
    read,
    model,
  });
}
