import { steeringRoutes } from "@moc/contract/gate/steering.ts";
import { implement } from "@orpc/server";
import type { Call } from "../../platform/http/server.ts";
import { giveOrder } from "./give-order.ts";
import { liftOrder } from "./lift-order.ts";
import type { GateParts } from "./parts.ts";
import { previewOrder } from "./preview-order.ts";
import { readSteering } from "./read-steering.ts";

/** The routes of steering and the use case behind each. */
export function steeringHandlers(parts: GateParts) {
  const os = implement(steeringRoutes).$context<Call>();
  return {
    readSteering: os.readSteering.handler(({ context }) => readSteering(parts, context.actor)),
    previewOrder: os.previewOrder.handler(({ input, context }) => previewOrder(parts, context.actor, input)),
    giveOrder: os.giveOrder.handler(({ input, context }) => giveOrder(parts, context.actor, input)),
    liftOrder: os.liftOrder.handler(({ input, context }) => liftOrder(parts, context.actor, input)),
  };
}
