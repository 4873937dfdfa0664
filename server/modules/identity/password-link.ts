import type { OneTimeLink } from "@moc/contract/identity/account.ts";
import type { Tx } from "../../platform/database/handle.ts";
import { deletePasswordLinks, insertPasswordLink } from "./account-store.ts";
import { digestOf, randomSecret } from "./keys.ts";
import type { IdentityParts } from "./parts.ts";

// A new colleague gets it by hand or by post within the working week; machine time.
const linkLength = 3 * 24 * 3600_000;

/**
 * Makes the one link by which an account's holder sets the password; an earlier one ends. The secret stands behind `#`,
 * which browsers keep to themselves: it reaches no server log.
 */
export async function makePasswordLink(tx: Tx, parts: IdentityParts, account: string): Promise<OneTimeLink> {
  const secret = randomSecret(24);
  const now = parts.machineNow();
  const ends = new Date(now.getTime() + linkLength);
  await deletePasswordLinks(tx, account);
  await insertPasswordLink(tx, { digest: digestOf(secret), account, made_at: now, ends_at: ends });
  return { url: `${parts.address()}/set-password#${secret}`, expiresAt: ends.toISOString() };
}
