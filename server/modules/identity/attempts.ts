import { Refusal } from "@moc/contract/values/refusal.ts";
import { keyedDigest } from "./keys.ts";
import type { IdentityParts } from "./parts.ts";
import { type Attempts, countAttempts } from "./session-store.ts";

// After `free` failures each further one doubles a pause that begins at 15 s and is never longer than 15 minutes. One
// address trying one account is held back first; the wider counts let an office behind one address, and an account under
// attack from many, go on working.
const allowance = { pair: 5, account: 40, address: 60 } as const;
const firstPause = 15;
const longestPause = 15 * 60;
const forgetAfter = 3600_000;

/** Seconds that remain of the pause after these failures; 0 when there is none. */
export function pauseLeft(attempts: Attempts | undefined, free: number, now: Date): number {
  if (attempts === undefined || attempts.failures < free) return 0;
  const pause = Math.min(longestPause, firstPause * 2 ** Math.min(attempts.failures - free, 20));
  return Math.max(0, Math.ceil((attempts.last_at.getTime() - now.getTime()) / 1000) + pause);
}

/** The keys under which attempts on an account from an address are counted: pair, account, address. */
export function attemptDigests(parts: IdentityParts, account: string, address: string) {
  const digest = (what: string) => keyedDigest(parts.keys.lookup, `attempt ${what}`);
  return {
    pair: digest(`${account} from ${address}`),
    account: digest(account),
    address: digest(`from ${address}`),
  };
}

type AttemptDigests = ReturnType<typeof attemptDigests>;

/** Counts an attempt, before anything is looked at. @throws Refusal `sign_in_paused` with the seconds to wait. */
export async function takeAttempt(parts: IdentityParts, digests: AttemptDigests): Promise<void> {
  const now = parts.machineNow();
  const names = ["pair", "account", "address"] as const;
  await parts.database.transaction(async (tx) => {
    const forgetBefore = new Date(now.getTime() - forgetAfter);
    const before = await countAttempts(
      tx,
      names.map((name) => digests[name]),
      now,
      forgetBefore,
    );
    const wait = Math.max(...names.map((name, index) => pauseLeft(before[index], allowance[name], now)));
    if (wait > 0) throw new Refusal("sign_in_paused", { params: { seconds: String(wait) } });
  });
}
