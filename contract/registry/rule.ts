import { z } from "zod";
import { Key } from "../values/ids.ts";
import { LocalText } from "../values/text.ts";
import { CheckKind, Direction, GoodsClass, PayloadClass, Regime, TripKind } from "../values/traffic.ts";
import { countOrNone, minutes, smallCount } from "./amounts.ts";

const everyRoute = Key.array().nullable().describe("null: every route");

/** A stream of the queues: which goods wait in it and its share of a call. The rule is published. */
export const streamFields = {
  name: LocalText,
  direction: Direction,
  routes: everyRoute,
  share: smallCount.describe("Trucks called from it per round, relative to the other streams"),
  goods: z
    .array(GoodsClass)
    .describe("A truck belongs to the first stream, by `rank`, that has one of its goods"),
  unsorted: z.boolean().describe("Holds trucks whose goods are not yet known"),
  rank: smallCount,
};

// Rows and records from before a filter was known have none; they fit always, as they did.
const filter = <Item extends z.ZodType>(item: Item) => z.array(item).min(1).nullable().default(null);

/** A kind of check applies when one of its rules fits: every filter of it; null: fits always. */
export const checkRuleFields = {
  check: CheckKind,
  gates: filter(Key),
  direction: Direction.nullable().default(null),
  tripKinds: filter(TripKind),
  vehicles: filter(PayloadClass).describe("Fits vehicles of these payload classes"),
  routes: everyRoute,
  regimes: z.array(Regime).min(1).nullable(),
  goods: z
    .array(GoodsClass)
    .min(1)
    .nullable()
    .describe("Fits when one of the goods lines is of these classes"),
};

/** How many to call: measured rate × travel + buffer − on the way, bounded by yard room (gate.md). */
export const callRuleFields = {
  routes: everyRoute,
  direction: Direction,
  travelHours: z.number().positive().max(240).describe("From the holding place to the gate"),
  buffer: countOrNone.describe("Vehicles that should stand ready at the gate"),
  assumedPerHour: z
    .number()
    .positive()
    .max(10_000)
    .nullable()
    .describe("Service rate of the route while nothing is measured; null: unknown"),
};

/** Time limits of a trip and of what is prepared for one. `two_way_abroad` holds while the pilot of two-way carriage is in force. */
export const TimeLimitName = z
  .enum([
    "declaration_not_arrived",
    "show_after_call",
    "abroad",
    "two_way_abroad",
    "draft_kept",
    "template_kept",
    "goods_named",
  ])
  .meta({ id: "TimeLimitName" });
export type TimeLimitName = z.infer<typeof TimeLimitName>;

export const timeLimitFields = {
  limit: TimeLimitName,
  routes: everyRoute,
  minutes,
};
