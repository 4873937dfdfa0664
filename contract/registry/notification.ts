import { z } from "zod";
import { ClockTime } from "../values/time.ts";

const minutes = z.number().int().min(1).max(1440);

/**
 * When people are told of their trucks. Without such a row a message is sent once and at once: nothing is tried again,
 * no time that runs out is told beforehand, and no night is offered to drivers; their own quiet hours hold all the same.
 */
export const notificationRuleFields = {
  retryMinutes: minutes
    .array()
    .max(10)
    .describe(
      "Waits after the first, second, … failure; after as many failures and one a message is given up",
    ),
  nightFrom: ClockTime.nullable().describe("The night that a driver may ask to be left alone in; null: none"),
  nightTo: ClockTime.nullable(),
  showAheadMinutes: minutes.nullable().describe("So long before a call lapses it is told; null: never"),
  returnAheadMinutes: minutes
    .nullable()
    .describe("So long before a truck must be back it is told; null: never"),
};
