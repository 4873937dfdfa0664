import { postponementRoutes } from "@moc/contract/gate/postponement.ts";
import { implement } from "@orpc/server";
import type { Call } from "../../platform/http/server.ts";
import type { GateParts } from "./parts.ts";
import { postpone, resume } from "./postpone.ts";

/** Routes of the postponement and the use case behind each. */
export function postponementHandlers(parts: GateParts) {
  const os = implement(postponementRoutes).$context<Call>();
  return {
    postpone: os.postpone.handler(({ input, context }) => postpone(parts, context.actor, input)),
    resume: os.resume.handler(({ input, context }) => resume(parts, context.actor, input)),
  };
}
