import { divertQueueRoutes } from "@moc/contract/gate/divert-queue.ts";
import { onTheWayRoutes } from "@moc/contract/gate/on-the-way.ts";
import { implement } from "@orpc/server";
import type { Call } from "../../platform/http/server.ts";
import { divertQueue } from "./divert-queue.ts";
import { divertTrip } from "./divert-trip.ts";
import { pairTransfer } from "./pair-transfer.ts";
import type { GateParts } from "./parts.ts";
import { previewDiversion } from "./preview-diversion.ts";
import { swapUnit } from "./swap-unit.ts";

/** Routes of what changes on the way and the use case behind each. */
export function onTheWayHandlers(parts: GateParts) {
  const os = implement({ ...onTheWayRoutes, ...divertQueueRoutes }).$context<Call>();
  return {
    pairTransfer: os.pairTransfer.handler(({ input, context }) => pairTransfer(parts, context.actor, input)),
    swapUnit: os.swapUnit.handler(({ input, context }) => swapUnit(parts, context.actor, input)),
    divertTrip: os.divertTrip.handler(({ input, context }) => divertTrip(parts, context.actor, input)),
    previewDiversion: os.previewDiversion.handler(({ input, context }) =>
      previewDiversion(parts, context.actor, input),
    ),
    divertQueue: os.divertQueue.handler(({ input, context }) => divertQueue(parts, context.actor, input)),
  };
}
