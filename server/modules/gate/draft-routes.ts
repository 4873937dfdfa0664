import { draftRoutes } from "@moc/contract/gate/draft.ts";
import { implement } from "@orpc/server";
import type { Call } from "../../platform/http/server.ts";
import { dropDraft } from "./drop-draft.ts";
import { keepDraft } from "./keep-draft.ts";
import type { GateParts } from "./parts.ts";
import { listDrafts, readDraft } from "./read-draft.ts";

/** The routes of drafts and templates and the use case behind each. */
export function draftHandlers(parts: GateParts) {
  const os = implement(draftRoutes).$context<Call>();
  return {
    listDrafts: os.listDrafts.handler(({ context }) => listDrafts(parts, context.actor)),
    readDraft: os.readDraft.handler(({ input, context }) => readDraft(parts, context.actor, input)),
    keepDraft: os.keepDraft.handler(({ input, context }) => keepDraft(parts, context.actor, input)),
    dropDraft: os.dropDraft.handler(({ input, context }) => dropDraft(parts, context.actor, input)),
  };
}
