import { paperRoutes } from "@moc/contract/gate/paper.ts";
import { implement } from "@orpc/server";
import type { Call } from "../../platform/http/server.ts";
import { enterPaper } from "./enter-paper.ts";
import { declarePaper, endPaper } from "./paper-mode.ts";
import type { GateParts } from "./parts.ts";
import { readPaper } from "./read-paper.ts";
import { reserveSlips } from "./reserve-slips.ts";
import { voidPaperSlip } from "./void-paper-slip.ts";

/** The routes of paper mode and the use case behind each. */
export function paperHandlers(parts: GateParts) {
  const os = implement(paperRoutes).$context<Call>();
  return {
    readPaper: os.readPaper.handler(({ context }) => readPaper(parts, context.actor)),
    declarePaper: os.declarePaper.handler(({ input, context }) => declarePaper(parts, context.actor, input)),
    endPaper: os.endPaper.handler(({ input, context }) => endPaper(parts, context.actor, input)),
    reserveSlips: os.reserveSlips.handler(({ input, context }) => reserveSlips(parts, context.actor, input)),
    voidPaperSlip: os.voidPaperSlip.handler(({ input, context }) =>
      voidPaperSlip(parts, context.actor, input),
    ),
    enterPaper: os.enterPaper.handler(({ input, context }) => enterPaper(parts, context.actor, input)),
  };
}
