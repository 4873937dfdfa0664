import type { Confidence } from "../../values/source.ts";
import type { Language } from "../../values/text.ts";
import type { OpeningMode } from "../calendar.ts";
import type { DutyName } from "../organisation.ts";
import type { GateClass, RouteKind } from "../place.ts";
import type { RegistryRefusal } from "../refusals.ts";
import type { Capacity, RowKind } from "../rows.ts";
import type { TimeLimitName } from "../rule.ts";
import { en } from "./en.ts";
import { vi } from "./vi.ts";
import { zh } from "./zh.ts";

/** The texts of the registry in one language; a missing key fails the compiler. */
export type RegistryMessages = {
  refusals: Record<RegistryRefusal, string>;
  reasons: Record<"role_lacks", string>;
  kinds: Record<RowKind, string>;
  gateClasses: Record<GateClass, string>;
  routeKinds: Record<RouteKind, string>;
  laneClasses: Record<"ordinary" | "guided" | "oversize", string>;
  openingModes: Record<OpeningMode, string>;
  confidences: Record<Confidence, string>;
  measures: Record<Capacity["measure"], string>;
  qualifiers: Record<"exact" | "about" | "over", string>;
  timeLimits: Record<TimeLimitName, string>;
  duties: Record<DutyName, string>;
};

export const registryMessages: Record<Language, RegistryMessages> = { vi, en, zh };
