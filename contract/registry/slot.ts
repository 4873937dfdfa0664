import { Key } from "../values/ids.ts";
import { Direction } from "../values/traffic.ts";
import { count, smallCount } from "./amounts.ts";

/** Slots of one stream that can be booked ahead, and how its calls are shared between slot holders and the live queue. */
export const slotRuleFields = {
  routes: Key.array().nullable().describe("null: every route"),
  direction: Direction,
  stream: Key,
  windowMinutes: count
    .min(10)
    .max(24 * 60)
    .describe("Windows begin at midnight of the zone and lie inside the opening hours"),
  capacity: count.describe("Trucks that may book one window"),
  slotShare: smallCount.describe(
    "Of slotShare + liveShare calls, while both ways wait: how many are for slot holders",
  ),
  liveShare: smallCount,
  aheadHours: count.max(31 * 24).describe("How far ahead a window can be booked"),
  perDeclarant: count.describe("Trucks of one declarant in one window"),
  bookings: smallCount.describe("How often one trip may book, moves of its slot included"),
};
