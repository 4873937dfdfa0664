import type { Me } from "@moc/contract/identity/account.ts";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect } from "react";
import { refreshed } from "../live/refresh.ts";
import { startLive, tellSignedOut } from "../live/stream.ts";
import { client, orpc } from "./api.ts";
import { Read } from "./read.tsx";

type SignedIn = Me & { account: NonNullable<Me["account"]> };
const Session = createContext<SignedIn | null>(null);

/** Who is signed in; only below `SessionGate`. */
export function useSession(): SignedIn {
  const me = useContext(Session);
  if (!me) throw new Error("useSession outside SessionGate");
  return me;
}

/** Shows the sign-in page to strangers, everything else to people with an account, and keeps one live stream. */
export function SessionGate({ signIn, children }: { signIn: ReactNode; children: ReactNode }) {
  const me = useQuery({ ...orpc.identity.readMe.queryOptions(), staleTime: 60_000 });
  const queries = useQueryClient();
  const signedIn = me.data?.account !== undefined && me.data.account !== null;
  useEffect(() => {
    if (!signedIn) return undefined;
    return startLive({
      onEvent: (event) => refreshed(queries, event),
      onSignedOut: () => location.assign("/"),
    });
  }, [signedIn, queries]);
  return (
    <Read of={me} rows={3} widths={[168, 320, 240]}>
      {({ account, ...rest }) =>
        account ? <Session value={{ ...rest, account }}>{children}</Session> : signIn
      }
    </Read>
  );
}

/** Ends the session here and in every other tab. */
export async function signOut(): Promise<void> {
  const { next } = await client.identity.signOut();
  forgetDrafts();
  tellSignedOut();
  // The directory that let this person in would let in the next one at this screen too.
  location.assign(next ?? "/");
}

/** Drafts hold what a person typed about others; they do not outlive the session. */
function forgetDrafts(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith("moc.draft.")) localStorage.removeItem(key);
}
