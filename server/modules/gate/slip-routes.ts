import { slipRoutes } from "@moc/contract/gate/slip.ts";
import { implement } from "@orpc/server";
import type { Call } from "../../platform/http/server.ts";
import { issueDriverLink } from "./issue-driver-link.ts";
import type { GateParts } from "./parts.ts";
import { voidSlips } from "./void-slips.ts";

/** The routes of slips and the use case behind each. */
export function slipHandlers(parts: GateParts) {
  const os = implement(slipRoutes).$context<Call>();
  return {
    issueDriverLink: os.issueDriverLink.handler(({ input, context }) =>
      issueDriverLink(parts, context.actor, input),
    ),
    voidSlips: os.voidSlips.handler(({ input, context }) => voidSlips(parts, context.actor, input)),
  };
}
