import { notificationRoutes } from "@moc/contract/gate/notification.ts";
import { implement } from "@orpc/server";
import type { Call } from "../../platform/http/server.ts";
import { chooseNotifications, readNotifications } from "./notifications.ts";
import type { GateParts } from "./parts.ts";

/** The routes of what people are told of a trip and the use case behind each. */
export function notificationHandlers(parts: GateParts) {
  const os = implement(notificationRoutes).$context<Call>();
  return {
    readNotifications: os.readNotifications.handler(({ input, context }) =>
      readNotifications(parts, context.actor, input),
    ),
    chooseNotifications: os.chooseNotifications.handler(({ input, context }) =>
      chooseNotifications(parts, context.actor, input),
    ),
  };
}
