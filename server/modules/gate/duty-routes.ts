import { dutyRoutes } from "@moc/contract/gate/duty.ts";
import { implement } from "@orpc/server";
import type { Call } from "../../platform/http/server.ts";
import { handOver, takeDuty } from "./duty.ts";
import { closeIncident, reportIncident } from "./incidents.ts";
import type { GateParts } from "./parts.ts";
import { readDutyLog } from "./read-duty-log.ts";

/** The routes of duty and incidents and the use case behind each. */
export function dutyHandlers(parts: GateParts) {
  const os = implement(dutyRoutes).$context<Call>();
  return {
    readDutyLog: os.readDutyLog.handler(({ input, context }) => readDutyLog(parts, context.actor, input)),
    takeDuty: os.takeDuty.handler(({ input, context }) => takeDuty(parts, context.actor, input)),
    handOver: os.handOver.handler(({ input, context }) => handOver(parts, context.actor, input)),
    reportIncident: os.reportIncident.handler(({ input, context }) =>
      reportIncident(parts, context.actor, input),
    ),
    closeIncident: os.closeIncident.handler(({ input, context }) =>
      closeIncident(parts, context.actor, input),
    ),
  };
}
