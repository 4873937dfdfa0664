import type { DraftRow } from "@moc/contract/gate/draft.ts";
import type { StoredDraft } from "./draft-store.ts";

/** One paper as it lies on the desk, without what is personal in it. */
export function showDraft(draft: StoredDraft): DraftRow {
  const { id, template, content, version } = draft;
  return {
    id,
    template,
    kind: content.kind,
    route: content.route,
    plate: content.plate,
    keptAt: draft.kept_at.toISOString(),
    expiresAt: draft.expires_at.toISOString(),
    version,
  };
}

/** Persons whom identity keeps for this paper. */
export function personsOf({ driver, owner_person }: StoredDraft): string[] {
  return [driver, owner_person].filter((id) => id !== null);
}
