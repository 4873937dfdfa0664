import { expect, test } from "vitest";
import { z } from "zod";
import { laneGroupFields } from "./place.ts";
import { callRuleFields, timeLimitFields } from "./rule.ts";
import { slotRuleFields } from "./slot.ts";

test.each([
  { what: "windows of a year, counted through at each look", field: slotRuleFields.aheadHours, most: 744 },
  { what: "lanes, each drawn", field: laneGroupFields.count, most: 50 },
  { what: "a time limit beyond every instant", field: timeLimitFields.minutes, most: 2_635_200 },
  { what: "hours on the way to a gate", field: callRuleFields.travelHours, most: 240 },
])("a row of the registry holds no more than $most: $what", ({ field, most }) => {
  const taken = (value: number) => z.safeParse(field, value).success;
  expect([taken(most), taken(most + 1), taken(Number.MAX_SAFE_INTEGER)]).toEqual([true, false, false]);
});
