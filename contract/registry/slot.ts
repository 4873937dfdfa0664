import { z } from "zod";
import { Key } from "../values/ids.ts";
import { Direction } from "../values/traffic.ts";

const count = z.number().int().min(1);

/** Slots of one stream that can be booked ahead, and how its calls are shared between slot holders and the live queue. */
export const slotRuleFields = {
  routes: Key.array().nullable().describe("null: every route"),
  direction: Direction,
  stream: Key,
  windowMinutes: count
    .max(24 * 60)
    .describe("Windows begin at midnight of the zone and lie inside the opening hours"),
  capacity: count.describe("Trucks that may book one window"),
  slotShare: count.describe(
    "Of slotShare + liveShare calls, while both ways wait: how many are for slot holders",
  ),
  liveShare: count,
  aheadHours: count.describe("How far ahead a window can be booked"),
  perDeclarant: count.describe("Trucks of one declarant in one window"),
  bookings: count.describe("How often one trip may book, moves of its slot included"),
};
