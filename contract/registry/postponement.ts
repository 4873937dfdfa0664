import { Key } from "../values/ids.ts";
import { Direction } from "../values/traffic.ts";
import { minutes, smallCount } from "./amounts.ts";

/** How a driver may postpone his turn: so often, and for so long his place is kept. */
export const postponementRuleFields = {
  routes: Key.array().nullable().describe("null: every route"),
  direction: Direction,
  times: smallCount,
  minutes: minutes.describe("For so long a call passes the truck over; its place is kept"),
};
