import { useSyncExternalStore } from "react";
import { parseUnsent, type Unsent } from "./unsent.ts";

// Plates and reasons: they stay on this device, belong to one account and end with the session (see `forgetDrafts`).
const keyOf = (account: string) => `moc.draft.desk.${account}`;
const listeners = new Set<() => void>();
let kept: { key: string; text: string | null; all: readonly Unsent[] } | undefined;

function read(account: string): readonly Unsent[] {
  const key = keyOf(account);
  const text = localStorage.getItem(key);
  if (kept?.key !== key || kept.text !== text) kept = { key, text, all: parseUnsent(text) };
  return kept.all;
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener("storage", listener); // what another tab has sent or taken away
  return () => {
    listeners.delete(listener);
    removeEventListener("storage", listener);
  };
}

/** The decisions of one account that the server has not confirmed, over reloads and for all tabs of the browser. */
export const outbox = {
  read,
  listen,
  change(account: string, to: (all: readonly Unsent[]) => readonly Unsent[]): void {
    const before = read(account);
    const after = to(before);
    if (after === before) return;
    if (after.length === 0) localStorage.removeItem(keyOf(account));
    else localStorage.setItem(keyOf(account), JSON.stringify(after));
    for (const listener of listeners) listener();
  },
};

/** The same as a value of the screen. */
export const useOutbox = (account: string): readonly Unsent[] =>
  useSyncExternalStore(listen, () => read(account));
