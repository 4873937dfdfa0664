import type { Language } from "../../values/text.ts";
import type { GateRefusal } from "../refusals.ts";
import type { MissingRule } from "../rule.ts";
import type { Party, TripState } from "../trip.ts";
import { en } from "./en.ts";
import { vi } from "./vi.ts";
import { zh } from "./zh.ts";

/** The texts of the gate in one language; a missing key fails the compiler. */
export type GateMessages = {
  refusals: Record<GateRefusal, string>;
  /** Where a trip stands, as people say it. `checks_done` is never "cleared": that is an act of customs alone. */
  states: Record<TripState, string>;
  /** Dated rules, as a refusal names a missing one. */
  rules: Record<MissingRule, string>;
  /** People and things in their capacity towards one trip, and whose something is beside them, as in "this is for …". */
  parties: Record<Party | "board_leader", string>;
};

export const gateMessages: Record<Language, GateMessages> = { vi, en, zh };
