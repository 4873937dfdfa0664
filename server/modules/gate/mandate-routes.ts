import { mandateRoutes } from "@moc/contract/gate/mandate.ts";
import { implement } from "@orpc/server";
import type { Call } from "../../platform/http/server.ts";
import { giveMandate } from "./give-mandate.ts";
import type { GateParts } from "./parts.ts";
import { readMandates } from "./read-mandates.ts";
import { revokeMandate } from "./revoke-mandate.ts";

/** The routes of mandates and the use case behind each. */
export function mandateHandlers(parts: GateParts) {
  const os = implement(mandateRoutes).$context<Call>();
  return {
    readMandates: os.readMandates.handler(({ context }) => readMandates(parts, context.actor)),
    giveMandate: os.giveMandate.handler(({ input, context }) => giveMandate(parts, context.actor, input)),
    revokeMandate: os.revokeMandate.handler(({ input, context }) =>
      revokeMandate(parts, context.actor, input),
    ),
  };
}
