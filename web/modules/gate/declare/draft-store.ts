import { DraftRow } from "@moc/contract/gate/draft.ts";
import { useMemo, useSyncExternalStore } from "react";
import { type Draft, emptyDraft } from "./draft.ts";

// What is in hand stays on this device and ends with the session: it holds a driver's data (see `forgetDrafts`). What is
// kept for another day lies with the firm, on the server.
const keyOf = (name: string) => `moc.draft.${name}`;
const listeners = new Set<() => void>();
const untouched: Partial<Draft> = {};
const cache = new Map<string, { text: string | null; typed: Partial<Draft> }>();

function parsed(text: string | null): Partial<Draft> {
  if (text === null) return untouched;
  try {
    const kept: unknown = JSON.parse(text);
    return typeof kept === "object" && kept !== null ? kept : untouched;
  } catch {
    return untouched;
  }
}

/** What was typed under a name: the same object until it changes. */
function typedIn(name: string): Partial<Draft> {
  const text = localStorage.getItem(keyOf(name));
  const known = cache.get(name);
  if (known?.text === text) return known.typed;
  const typed = parsed(text);
  cache.set(name, { text, typed });
  return typed;
}

function write(name: string, typed: Partial<Draft> | undefined): void {
  if (typed) localStorage.setItem(keyOf(name), JSON.stringify(typed));
  else localStorage.removeItem(keyOf(name));
  for (const listener of listeners) listener();
}

const listen = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export type DraftInHand = { draft: Draft; change: (part: Partial<Draft>) => void; clear: () => void };

/**
 * A draft of this device: what was typed over what it began with. Every change is kept at once, so that leaving the page
 * loses nothing; what was not typed follows the beginning.
 */
export function useDraft(name: string, beginning: Draft): DraftInHand {
  const typed = useSyncExternalStore(listen, () => typedIn(name));
  const draft = useMemo(() => ({ ...beginning, ...typed }), [beginning, typed]);
  return {
    draft,
    change: (part) => write(name, { ...typedIn(name), ...part }),
    clear: () => write(name, undefined),
  };
}

/** The declaration that is being filled in on this device. */
export const useDeclarationDraft = (): DraftInHand => useDraft("declaration", emptyDraft);

/** Where the declaration in hand is kept with the firm, or which template it began with. */
export type Origin = Pick<DraftRow, "id" | "template" | "version">;
const originName = "declaration-origin";
const Kept = DraftRow.pick({ id: true, template: true, version: true });

/** The paper of the firm that the declaration in hand came from, read when it is needed. */
export const origin = {
  read: (): Origin | undefined => Kept.safeParse(parsed(localStorage.getItem(keyOf(originName)))).data,
  keep: (from: Origin | undefined): void => {
    if (from === undefined) localStorage.removeItem(keyOf(originName));
    else {
      const { id, template, version } = from;
      localStorage.setItem(keyOf(originName), JSON.stringify({ id, template, version }));
    }
  },
};
