import { z } from "zod";
import { Key } from "../values/ids.ts";
import { LocalText } from "../values/text.ts";
import { CivilDate, ClockTime, Instant } from "../values/time.ts";

/** `pre_registered`: open for vehicles registered beforehand only. */
export const OpeningMode = z.enum(["open", "closed", "pre_registered"]).meta({ id: "OpeningMode" });
export type OpeningMode = z.infer<typeof OpeningMode>;

/** What passes: hours differ for goods and for people. */
export const Traffic = z.enum(["goods", "people"]).meta({ id: "Traffic" });
export type Traffic = z.infer<typeof Traffic>;

/** A stretch of one day by the clock of this side, end exclusive. */
const stretch = { from: ClockTime, to: ClockTime };

/** Weekly opening hours of a route. Days 1 (Monday) to 7. Outside the bands it is closed; null: hours unknown. */
export const openingFields = {
  route: Key,
  traffic: Traffic,
  bands: z
    .array(
      z.strictObject({
        ...stretch,
        days: z.array(z.number().int().min(1).max(7)).min(1),
        mode: z.enum(["open", "pre_registered"]),
      }),
    )
    .nullable(),
};

/**
 * Days that depart from the week. `hours`: `ordinary` the week's hours in this mode; `whole_day`; `bands` those listed
 * (mode closed: closed in them, else as in the week); `unknown` in bands that the source does not state.
 */
export const openingExceptionFields = {
  routes: z.array(Key).min(1),
  traffic: Traffic,
  firstDay: CivilDate,
  lastDay: CivilDate,
  mode: OpeningMode,
  hours: z.enum(["ordinary", "whole_day", "bands", "unknown"]),
  bands: z.array(z.strictObject(stretch)),
  reason: LocalText,
};

/** A holiday or a swapped working day. `unconfirmed`: announced or expected, not yet enacted. */
export const holidayFields = {
  name: LocalText,
  firstDay: CivilDate,
  lastDay: CivilDate,
  effect: z.enum(["day_off", "working_day"]),
  side: z.enum(["VN", "CN"]),
  confirmed: z.boolean(),
};

/** One day of one route as the calendar gives it. Bands null: the hours of that day are unknown. */
export const RouteDay = z
  .strictObject({
    route: Key,
    day: CivilDate,
    bands: z.array(z.strictObject({ ...stretch, mode: z.enum(["open", "pre_registered"]) })).nullable(),
    exception: Key.nullable(),
    reason: LocalText.nullable(),
  })
  .meta({ id: "RouteDay" });
export type RouteDay = z.infer<typeof RouteDay>;

/** A route at one instant. `until`: when this state ends by calendar; null: not within the next 14 days, or unknown. */
export const RouteOpenness = z
  .strictObject({
    route: Key,
    state: z.enum(["open", "closed", "pre_registered", "hours_unknown", "no_cargo"]),
    until: Instant.nullable(),
    registeredBefore: Instant.nullable().describe(
      "State pre_registered: vehicles declared before this instant pass; when the days or hours of that mode began",
    ),
    opensAt: ClockTime.nullable().describe("First opening of the civil day"),
    closesAt: ClockTime.nullable().describe("Last closing of the civil day"),
    reason: LocalText.nullable(),
  })
  .meta({ id: "RouteOpenness" });
export type RouteOpenness = z.infer<typeof RouteOpenness>;
