import { automaticRoutes } from "@moc/contract/gate/automatic.ts";
import { implement } from "@orpc/server";
import type { Call } from "../../platform/http/server.ts";
import type { GateParts } from "./parts.ts";
import { readAutomatic } from "./read-automatic.ts";
import { startAutomatic, stopAutomatic } from "./switch-automatic.ts";

/** The routes of the queues that call by themselves and the use case behind each. */
export function automaticHandlers(parts: GateParts) {
  const os = implement(automaticRoutes).$context<Call>();
  return {
    readAutomatic: os.readAutomatic.handler(({ input, context }) =>
      readAutomatic(parts, context.actor, input),
    ),
    startAutomatic: os.startAutomatic.handler(({ input, context }) =>
      startAutomatic(parts, context.actor, input),
    ),
    stopAutomatic: os.stopAutomatic.handler(({ input, context }) =>
      stopAutomatic(parts, context.actor, input),
    ),
  };
}
