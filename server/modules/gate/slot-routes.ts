import { slotRoutes } from "@moc/contract/gate/slot.ts";
import { implement } from "@orpc/server";
import type { Call } from "../../platform/http/server.ts";
import { bookSlot } from "./book-slot.ts";
import { cancelSlot } from "./cancel-slot.ts";
import type { GateParts } from "./parts.ts";
import { readSlots } from "./read-slots.ts";

/** Routes of the slots and the use case behind each. */
export function slotHandlers(parts: GateParts) {
  const os = implement(slotRoutes).$context<Call>();
  return {
    readSlots: os.readSlots.handler(({ input, context }) => readSlots(parts, context.actor, input)),
    bookSlot: os.bookSlot.handler(({ input, context }) => bookSlot(parts, context.actor, input)),
    cancelSlot: os.cancelSlot.handler(({ input, context }) => cancelSlot(parts, context.actor, input)),
  };
}
