import { noticeRoutes } from "@moc/contract/gate/notice.ts";
import { implement } from "@orpc/server";
import type { Call } from "../../platform/http/server.ts";
import type { GateParts } from "./parts.ts";
import { readNotices } from "./read-notices.ts";
import { recordNotice } from "./record-notice.ts";
import { withdrawNotice } from "./withdraw-notice.ts";

/** The routes of the other side's notices and the use case behind each. */
export function noticeHandlers(parts: GateParts) {
  const os = implement(noticeRoutes).$context<Call>();
  return {
    readNotices: os.readNotices.handler(({ context }) => readNotices(parts, context.actor)),
    recordNotice: os.recordNotice.handler(({ input, context }) => recordNotice(parts, context.actor, input)),
    withdrawNotice: os.withdrawNotice.handler(({ input, context }) =>
      withdrawNotice(parts, context.actor, input),
    ),
  };
}
