import { z } from "zod";
import { Key } from "../values/ids.ts";
import { LocalText } from "../values/text.ts";
import { ClockTime } from "../values/time.ts";

/** How the daily bulletin reckons: its cut-off, and the places under which it lists the routes. */
export const bulletinRuleFields = {
  cutOff: ClockTime.describe("A bulletin tells of the time from one cut-off to the next"),
  places: z
    .array(z.strictObject({ key: Key, name: LocalText, routes: z.array(Key).min(1) }))
    .describe("In the order of the report; what passes elsewhere is listed apart"),
};
