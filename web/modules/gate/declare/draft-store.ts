import { useSyncExternalStore } from "react";
import { type Draft, emptyDraft } from "./draft.ts";

// Drafts stay on this device and end with the session: they hold a driver's data (see `forgetDrafts`).
const draftKey = "moc.draft.declaration";
const templateKey = "moc.draft.template";
const listeners = new Set<() => void>();
let cache: { text: string | null; draft: Draft } = { text: null, draft: emptyDraft };

function read(key: string): Draft | undefined {
  const text = localStorage.getItem(key);
  if (text === null) return undefined;
  try {
    const kept: unknown = JSON.parse(text);
    return typeof kept === "object" && kept !== null ? { ...emptyDraft, ...kept } : undefined;
  } catch {
    return undefined;
  }
}

function snapshot(): Draft {
  const text = localStorage.getItem(draftKey);
  if (text !== cache.text) cache = { text, draft: read(draftKey) ?? emptyDraft };
  return cache.draft;
}

function write(draft: Draft | undefined): void {
  if (draft) localStorage.setItem(draftKey, JSON.stringify(draft));
  else localStorage.removeItem(draftKey);
  for (const listener of listeners) listener();
}

const listen = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The draft of this device; every change is kept at once, so that leaving the page loses nothing. */
export function useDraft() {
  const draft = useSyncExternalStore(listen, snapshot);
  return {
    draft,
    change: (part: Partial<Draft>) => write({ ...snapshot(), ...part }),
    clear: () => write(undefined),
  };
}

/** Keeps what a next declaration is likely to repeat: everything but driver, plate and papers. */
export function keepTemplate(draft: Draft): void {
  const personal = { driverName: "", driverPaper: "", driverPhone: "" };
  const once = {
    plate: "",
    trailer: "",
    container: "",
    vin: "",
    customsNumbers: "",
    quarantineNumber: "",
    note: "",
  };
  localStorage.setItem(templateKey, JSON.stringify({ ...draft, ...personal, ...once }));
}

/** The last declaration filed on this device, as a beginning for the next. */
export const template = (): Draft | undefined => read(templateKey);
