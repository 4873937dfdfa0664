import { bulletinRoutes } from "@moc/contract/gate/bulletin.ts";
import { implement } from "@orpc/server";
import type { Call } from "../../platform/http/server.ts";
import { correctBulletin } from "./correct-bulletin.ts";
import { issueBulletin } from "./issue-bulletin.ts";
import type { GateParts } from "./parts.ts";
import { readBulletin } from "./read-bulletin.ts";

/** The bulletin's routes and the use case behind each. */
export function bulletinHandlers(parts: GateParts) {
  const os = implement(bulletinRoutes).$context<Call>();
  return {
    readLatestBulletin: os.readLatestBulletin.handler(({ context }) =>
      readBulletin(parts, context.actor, {}),
    ),
    readBulletin: os.readBulletin.handler(({ input, context }) => readBulletin(parts, context.actor, input)),
    issueBulletin: os.issueBulletin.handler(({ input, context }) =>
      issueBulletin(parts, context.actor, input),
    ),
    correctBulletin: os.correctBulletin.handler(({ input, context }) =>
      correctBulletin(parts, context.actor, input),
    ),
  };
}
