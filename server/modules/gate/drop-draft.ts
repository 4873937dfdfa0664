import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { authorise, roleAmong } from "../../platform/authorise.ts";
import type { Tx } from "../../platform/database/handle.ts";
import { setTimer } from "../../platform/time/timers.ts";
import { deleteDraft, lockDraft, renewDraft, type StoredDraft } from "./draft-store.ts";
import { duties } from "./duties.ts";
import { type GateParts, rulesNow } from "./parts.ts";
import { gatePolicy, noTrip } from "./policy.ts";
import { limitEnd } from "./rules.ts";
import { personsOf } from "./show-draft.ts";
import { draftTimer } from "./timer-kinds.ts";

type Parts = Pick<GateParts, "identity">;

async function drop(parts: Parts, tx: Tx, draft: StoredDraft): Promise<void> {
  await deleteDraft(tx, draft.id);
  await parts.identity.discardPersons(tx, personsOf(draft));
}

/** Throws a draft or template away, with what is personal in it. @throws Refusal `draft_not_found` */
export async function dropDraft(
  parts: GateParts,
  caller: Actor | null,
  input: { command: string; draft: string },
): Promise<{ dropped: string }> {
  const actor = authorise(gatePolicy, "keep_draft", caller, noTrip);
  const role = roleAmong(actor, duties.keep_draft);
  return parts.once({ name: "gate.drop_draft", actor, role, input }, async ({ tx }) => {
    const draft = await lockDraft(tx, input.draft);
    if (draft?.organisation !== actor.organisation) throw new Refusal("draft_not_found");
    await drop(parts, tx, draft);
    return { dropped: draft.id };
  });
}

/** Its time is over: nobody kept it again. Nothing is left to do when it was filed or thrown away before. */
export async function expireDraft(parts: Parts, tx: Tx, id: string): Promise<void> {
  const draft = await lockDraft(tx, id);
  if (draft !== undefined) await drop(parts, tx, draft);
}

/** What a declaration was prepared in: a draft goes with the filing, a template starts its time anew. */
export async function useUpDraft(
  parts: GateParts,
  tx: Tx,
  actor: Actor,
  used: { draft: string; route: string; at: Date },
): Promise<void> {
  const draft = await lockDraft(tx, used.draft);
  // Filed from another screen, or expired meanwhile: that is no reason against the declaration.
  if (draft?.organisation !== actor.organisation) return;
  if (draft.template === null) return drop(parts, tx, draft);
  const expiresAt = limitEnd(rulesNow(parts), "template_kept", used.route, used.at);
  await renewDraft(tx, draft.id, expiresAt);
  await setTimer(tx, draftTimer, draft.id, expiresAt);
}
