import { rosterRoutes } from "@moc/contract/gate/roster.ts";
import { implement } from "@orpc/server";
import type { Call } from "../../platform/http/server.ts";
import type { GateParts } from "./parts.ts";
import { readRoster } from "./read-roster.ts";
import { dropShift, planShift } from "./roster.ts";

/** The routes of the roster and the use case behind each. */
export function rosterHandlers(parts: GateParts) {
  const os = implement(rosterRoutes).$context<Call>();
  return {
    readRoster: os.readRoster.handler(({ input, context }) => readRoster(parts, context.actor, input)),
    planShift: os.planShift.handler(({ input, context }) => planShift(parts, context.actor, input)),
    dropShift: os.dropShift.handler(({ input, context }) => dropShift(parts, context.actor, input)),
  };
}
