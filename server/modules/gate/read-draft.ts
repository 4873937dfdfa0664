import type { DraftRow, DraftView } from "@moc/contract/gate/draft.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { authorise } from "../../platform/authorise.ts";
import { findDraft, selectDrafts } from "./draft-store.ts";
import { organisationName } from "./owner.ts";
import { type GateParts, rulesNow } from "./parts.ts";
import { gatePolicy, noTrip } from "./policy.ts";
import { personsOf, showDraft } from "./show-draft.ts";

/** Drafts and templates of the caller's organisation, last kept first. */
export async function listDrafts(parts: GateParts, caller: Actor | null): Promise<{ rows: DraftRow[] }> {
  const actor = authorise(gatePolicy, "keep_draft", caller, noTrip);
  const drafts = await selectDrafts(parts.database.db, actor.organisation ?? "");
  return { rows: drafts.map(showDraft) };
}

/** One of them, whole, to go on with. Each reading of its persons leaves a row in the audit. @throws Refusal `draft_not_found` */
export async function readDraft(
  parts: GateParts,
  caller: Actor | null,
  input: { draft: string },
): Promise<{ draft: DraftView }> {
  const actor = authorise(gatePolicy, "keep_draft", caller, noTrip);
  const draft = await findDraft(parts.database.db, input.draft);
  if (draft?.organisation !== actor.organisation) throw new Refusal("draft_not_found");
  const ids = personsOf(draft);
  const persons = await parts.database.transaction((tx) =>
    parts.identity.readPersons(tx, actor, ids, "draft of a declaration"),
  );
  const driver = persons.get(draft.driver ?? "");
  const ownerName =
    draft.owner_organisation === null
      ? persons.get(draft.owner_person ?? "")?.name
      : organisationName(rulesNow(parts), draft.owner_organisation, actor.language);
  return {
    draft: {
      ...showDraft(draft),
      typed: {
        ...draft.content,
        driverName: driver?.name ?? "",
        driverPaper: driver?.paper ?? "",
        driverPhone: driver?.phone ?? "",
        note: driver?.note ?? "",
        owner: ownerName ?? "",
      },
      persons: ids,
      erased: ids.some((id) => persons.get(id) === null),
    },
  };
}
