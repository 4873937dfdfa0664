import { slipRoutes } from "@moc/contract/gate/slip.ts";
import { implement } from "@orpc/server";
import type { Call } from "../../platform/http/server.ts";
import type { GateParts } from "./parts.ts";
import { voidSlips } from "./void-slips.ts";

/** The route of slips and the use case behind it. */
export function slipHandlers(parts: GateParts) {
  const os = implement(slipRoutes).$context<Call>();
  return {
    voidSlips: os.voidSlips.handler(({ input, context }) => voidSlips(parts, context.actor, input)),
  };
}
