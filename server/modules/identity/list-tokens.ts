import type { Token, TokenState } from "@moc/contract/identity/token.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import type { PageRequest } from "@moc/contract/values/page.ts";
import { authorise } from "../../platform/authorise.ts";
import { cursorAfter, cutPage, readCursor } from "./cursor.ts";
import type { IdentityParts } from "./parts.ts";
import { identityPolicy } from "./policy.ts";
import { showToken } from "./show-token.ts";
import { selectTokens } from "./token-store.ts";

/** The tokens that the caller administers, newest first. */
export async function listTokens(
  parts: IdentityParts,
  caller: Actor | null,
  { after, limit, state }: PageRequest & { state?: TokenState | undefined },
): Promise<{ rows: Token[]; next: string | null; total: number }> {
  const actor = authorise(identityPolicy, "token_read", caller, {
    organisation: caller?.organisation ?? null,
  });
  const now = parts.machineNow();
  const found = await selectTokens(parts.database.db, {
    organisation: actor.organisation,
    ...(state && { state: { is: state, at: now } }),
    after: readCursor(after),
    limit: limit + 1,
  });
  const { rows, last } = cutPage(found.rows, limit);
  return {
    rows: rows.map((token) => showToken(actor, token, now)),
    next: last === undefined ? null : cursorAfter(last.made_at, last.id),
    total: found.total,
  };
}
