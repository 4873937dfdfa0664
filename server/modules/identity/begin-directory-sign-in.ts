import { Refusal } from "@moc/contract/values/refusal.ts";
import type { Binding } from "./directory.ts";
import { insertVisit } from "./directory-store.ts";
import { digestOf, keyedDigest, randomSecret } from "./keys.ts";
import { ownPath } from "./own-path.ts";
import type { IdentityParts } from "./parts.ts";

/** How long a browser may take at the directory, in ms of machine time. */
export const visitLength = 10 * 60_000;

/** Where the directory sends browsers back to; it must be entered there. */
export const returnPath = "/sign-in/directory/return";

/**
 * What binds a conversation to one browser: made from the browser's secret under a key of this installation, so that
 * neither the table nor what the directory sees gives it away.
 */
export function bindingOf({ keys }: IdentityParts, secret: string): Binding {
  const derive = (what: string) => keyedDigest(keys.directory, `${what} ${secret}`).toString("base64url");
  return { state: derive("state"), nonce: derive("nonce"), verifier: derive("verifier") };
}

/**
 * Begins a sign-in through the directory.
 * @param to the page from which it was begun; anything but a path of ours is dropped
 * @returns where to send the browser, and the secret that its cookie holds.
 * @throws Refusal `directory_off`, `directory_away`.
 */
export async function beginDirectorySignIn(
  parts: IdentityParts,
  to: string | undefined,
): Promise<{ url: string; secret: string }> {
  if (parts.directory === null) throw new Refusal("directory_off");
  const secret = randomSecret(32);
  const url = await parts.directory.begin(bindingOf(parts, secret), `${parts.address()}${returnPath}`);
  const now = parts.machineNow();
  const visit = { digest: digestOf(secret), account: null, return_to: ownPath(to) };
  const ends_at = new Date(now.getTime() + visitLength);
  await parts.database.transaction((tx) => insertVisit(tx, { ...visit, ends_at }, now));
  return { url, secret };
}
