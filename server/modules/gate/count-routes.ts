import { countRoutes } from "@moc/contract/gate/count.ts";
import { implement } from "@orpc/server";
import type { Call } from "../../platform/http/server.ts";
import { correctCount } from "./correct-count.ts";
import type { GateParts } from "./parts.ts";
import { readCounts } from "./read-counts.ts";
import { recordCount } from "./record-count.ts";

/** The routes of the counts without trips and the use case behind each. */
export function countHandlers(parts: GateParts) {
  const os = implement(countRoutes).$context<Call>();
  return {
    readCounts: os.readCounts.handler(({ input, context }) => readCounts(parts, context.actor, input)),
    recordCount: os.recordCount.handler(({ input, context }) => recordCount(parts, context.actor, input)),
    correctCount: os.correctCount.handler(({ input, context }) => correctCount(parts, context.actor, input)),
  };
}
