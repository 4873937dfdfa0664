import { z } from "zod";
import { Key } from "../values/ids.ts";
import { Direction } from "../values/traffic.ts";

/** That a queue may be set to call by itself, and within which bounds. Without such a row people alone call. */
export const automaticRuleFields = {
  routes: Key.array().nullable().describe("null: every route"),
  direction: Direction,
  everyMinutes: z.number().int().min(1).max(240).describe("Zone time between two looks at the queue"),
  most: z.number().int().min(1).max(200).describe("Trucks of one automatic call"),
};
