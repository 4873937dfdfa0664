import { exceptionRoutes } from "@moc/contract/gate/exception.ts";
import { implement } from "@orpc/server";
import type { Call } from "../../platform/http/server.ts";
import { giveException } from "./give-exception.ts";
import { liftException } from "./lift-exception.ts";
import type { GateParts } from "./parts.ts";
import { previewPriority } from "./preview-priority.ts";
import { undoWithdrawal } from "./undo-withdrawal.ts";

/** Routes of the departures from the queue's order and the use case behind each. */
export function exceptionHandlers(parts: GateParts) {
  const os = implement(exceptionRoutes).$context<Call>();
  return {
    givePriority: os.givePriority.handler(({ input, context }) =>
      giveException(parts, context.actor, "priority", input),
    ),
    holdBack: os.holdBack.handler(({ input, context }) => giveException(parts, context.actor, "hold", input)),
    sendBack: os.sendBack.handler(({ input, context }) =>
      giveException(parts, context.actor, "return", input),
    ),
    liftException: os.liftException.handler(({ input, context }) =>
      liftException(parts, context.actor, input),
    ),
    undoWithdrawal: os.undoWithdrawal.handler(({ input, context }) =>
      undoWithdrawal(parts, context.actor, input),
    ),
    previewPriority: os.previewPriority.handler(({ input, context }) =>
      previewPriority(parts, context.actor, input),
    ),
  };
}
