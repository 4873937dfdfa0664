import { useMemo, useSyncExternalStore } from "react";
import { type Draft, emptyContainer, emptyDraft } from "./draft.ts";

// Drafts stay on this device and end with the session: they hold a driver's data (see `forgetDrafts`).
const keyOf = (name: string) => `moc.draft.${name}`;
const templateName = "template";
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

/** Keeps what a next declaration is likely to repeat: everything but driver, plate and papers. */
export function keepTemplate(draft: Draft): void {
  const personal = { driverName: "", driverPaper: "", driverPhone: "" };
  const once = {
    plate: "",
    trailer: "",
    containers: [emptyContainer],
    vin: "",
    customsNumbers: "",
    quarantineNumber: "",
    note: "",
  };
  write(templateName, { ...draft, ...personal, ...once });
}

/** The last declaration filed on this device, as a beginning for the next. */
export function template(): Draft | undefined {
  const kept = typedIn(templateName);
  return kept === untouched ? undefined : { ...emptyDraft, ...kept };
}
