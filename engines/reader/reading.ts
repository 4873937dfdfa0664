/** Half-open range [start, end) in UTF-16 units of the original text, as JavaScript's `slice` takes it. */
export type Span = readonly [start: number, end: number];

/** A document that the text names. Notations are kept as written: joining `53/QĐ-UBND` with `53/2016/QĐ-UBND` is the register's work. */
export interface Citation {
  /** Kind in words ("Quyết định"), or null when only a number stands there. */
  readonly kind: string | null;
  /** "239"; null for a document known by its title alone ("Luật Đất đai 2024"). */
  readonly number: string | null;
  /** "KH-UBND", "2016/QĐ-UBND", "KL/TU"; null when the text gives none. */
  readonly symbol: string | null;
  /** ISO day, or null. One number with two dates gives two citations. */
  readonly date: string | null;
  readonly text: string;
  readonly span: Span;
}

export interface DocumentHead {
  /** Null while the number is still blank ("Số: /TB-UBND"). */
  readonly number: string | null;
  readonly symbol: string | null;
  /** ISO day, or null while the day is still blank. */
  readonly date: string | null;
  readonly issuer: string | null;
  /** "Thông báo", "Kế hoạch", …; null for a text that is no official document. */
  readonly kind: string | null;
  readonly subject: string | null;
  readonly cites: readonly Citation[];
  readonly recipients: readonly string[];
}

/** An organisation as named (`text`, empty when the text names none) and as registered on the document's date. */
export interface Party {
  readonly text: string;
  readonly organisation: string | null;
}

export type DeadlineKind = "date" | "before" | "month" | "range" | "recurring" | "event" | "none";

/**
 * When a task is due. `date`: that day at the latest; `before`: earlier than that day; `month`, `range`: from–to,
 * both days included; `recurring`, `event`, `none`: words only, never an invented day.
 */
export interface Deadline {
  readonly kind: DeadlineKind;
  readonly date?: string;
  readonly from?: string;
  readonly to?: string;
  /** The words of the text, scanning faults mended; empty when nothing is said. */
  readonly text: string;
  /** The last day is no working day; the date stays as written. */
  readonly warning?: "non_working_day";
}

export interface Proposal {
  readonly lead: Party;
  readonly with: readonly Party[];
  readonly action: string;
  readonly deadline: Deadline;
  /** What must happen first, in the words of the text. */
  readonly condition?: string;
  readonly span: Span;
  /** Number of the logical paragraph (broken lines rejoined), from 1. */
  readonly paragraph: number;
  /** From 0 to 1: how much of the sentence's grammar was explicit. Not a probability. */
  readonly confidence: number;
}

/** A result credited or a difficulty named by the document. */
export interface Passage {
  readonly text: string;
  readonly span: Span;
  readonly paragraph: number;
}

export interface Reading {
  readonly document: DocumentHead;
  readonly tasks: readonly Proposal[];
  readonly results: readonly Passage[];
  readonly difficulties: readonly Passage[];
}
