import type { Tx } from "../../platform/database/handle.ts";
import { selectPapers } from "./paper-store.ts";

/** To declare paper mode after a standstill, and to enter what was done in it; ms. */
const timeToSay = 3_600_000;
const timeToEnter = 2 * 3_600_000;

/**
 * Until when an expiry that fell due has to wait: what the truck did may stand on paper. That is so while its route works
 * on paper and for two hours after that was said or ended, and for an hour after a standstill of the system itself, in
 * which nobody could say so. null: it need not wait.
 */
export async function expiryWaits(
  tx: Tx,
  { route, due, openedAt, now }: { route: string; due: Date; openedAt: Date; now: Date },
): Promise<Date | null> {
  const said = new Date(openedAt.getTime() + timeToSay);
  if (due < openedAt && now < said) return said;
  for (const { from_at, to_at, declared_at } of await selectPapers(tx, route, due)) {
    if (from_at > due) continue;
    const known = Math.max((to_at ?? now).getTime(), declared_at.getTime());
    const entered = new Date(known + timeToEnter);
    if (entered > now) return entered;
  }
  return null;
}
