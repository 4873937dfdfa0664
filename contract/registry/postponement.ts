import { z } from "zod";
import { Key } from "../values/ids.ts";
import { Direction } from "../values/traffic.ts";

/** How a driver may postpone his turn: so often, and for so long his place is kept. */
export const postponementRuleFields = {
  routes: Key.array().nullable().describe("null: every route"),
  direction: Direction,
  times: z.number().int().min(1),
  minutes: z
    .number()
    .int()
    .positive()
    .describe("For so long a call passes the truck over; its place is kept"),
};
