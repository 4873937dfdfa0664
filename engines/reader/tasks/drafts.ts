import { citationsIn } from "../grammar/citations.ts";
import { datedDeadlines, deadlineIn, eventIn, isDated, type Times } from "../grammar/deadlines.ts";
import type { Named } from "../grammar/organisations.ts";
import { endOf, startOf } from "../grammar/tokens.ts";
import type { Deadline } from "../reading.ts";
import type { Mode } from "../structure/modes.ts";
import type { Placed } from "../structure/sections.ts";
import { type Clause, type Found, parseClause, partnersOf } from "./clause.ts";
import { cutAtDeadlines, type Inner, taskAfterEvent, taskByLetter } from "./cuts.ts";
import { bracketsOf, type Sentence, type Stretch, sentencesOf, trimmed } from "./split.ts";

/** Where the lead of a draft comes from. */
export type Source = "order" | "duty" | "subject" | "inherited" | "heading" | "none";

/** A task as found in one paragraph, before names are looked up. Offsets are the paragraph's. */
export interface Draft {
  readonly leads: readonly string[];
  readonly source: Source;
  readonly with: readonly string[];
  readonly actionStart: number;
  readonly start: number;
  end: number;
  deadline: Deadline;
  /** The deadline is the heading's, not the clause's own. */
  readonly borrowed: boolean;
  /** A colon opens a list: the clauses that follow may be its items. */
  readonly lists: boolean;
  readonly condition: string | null;
  readonly known: boolean;
  readonly mode: Mode;
}

export interface Surroundings {
  readonly times: Times;
  /** An authority speaks in this paragraph: a bare "Các huyện tiếp tục rà soát …" is an order. */
  readonly directed: boolean;
}

/** The tasks of one paragraph. */
export function draftsOf(placed: Placed, surroundings: Surroundings): Draft[] {
  if (placed.heading) return [];
  return new ParagraphReader(placed, surroundings).read();
}

const ONLY_A_DEADLINE =
  /^(?:\s|hoàn thành|thời gian|thời hạn|thực hiện|xong|và|yêu cầu|báo cáo|kết quả|nội dung này|việc này|[,:.])*$/iu;
const LONGEST_DEADLINE_CLAUSE = 160;

interface Told {
  readonly leads: readonly string[];
  readonly source: Source;
}

class ParagraphReader {
  readonly #placed: Placed;
  readonly #surroundings: Surroundings;
  readonly #text: string;
  readonly #brackets: Map<number, number>;
  readonly #drafts: Draft[] = [];
  #told: Told;
  /** Drafts before this one already have the deadline that closes their clauses. */
  #closed = 0;

  constructor(placed: Placed, surroundings: Surroundings) {
    this.#placed = placed;
    this.#surroundings = surroundings;
    this.#text = placed.paragraph.text;
    this.#brackets = bracketsOf(this.#text);
    const { leads } = placed.setting;
    this.#told = leads === null ? { leads: [], source: "none" } : { leads, source: "heading" };
  }

  read(): Draft[] {
    for (const sentence of sentencesOf(this.#text, this.#placed.offset, this.#text.length, this.#brackets)) {
      this.#sentence(sentence);
    }
    return this.#drafts;
  }

  #sentence(sentence: Sentence): void {
    const first = this.#drafts.length;
    for (const whole of sentence.clauses) {
      if (this.#closesWithDeadline(whole, first)) continue;
      const nested = this.#toldInBrackets(whole);
      const outer = nested === null ? whole : trimmed(this.#text, whole.start, nested.start);
      for (const stretch of cutAtDeadlines(this.#text, outer, this.#surroundings.times)) {
        this.#clause(stretch, first);
      }
      if (nested === null) continue;
      for (const inner of sentencesOf(this.#text, nested.start + 1, nested.end, this.#brackets))
        this.#sentence(inner);
    }
  }

  /** "…; hoàn thành chậm nhất 10/12/2024" dates every task of its sentence that has no day yet. */
  #closesWithDeadline(stretch: Stretch, first: number): boolean {
    const text = this.#text.slice(stretch.start, stretch.end);
    if (text.length > LONGEST_DEADLINE_CLAUSE || this.#drafts.length === 0) return false;
    const due = datedDeadlines(text, this.#surroundings.times).at(-1);
    if (due === undefined || !ONLY_A_DEADLINE.test(text.slice(0, due.start) + text.slice(due.end)))
      return false;
    const from = Math.max(this.#closed, Math.min(first, this.#drafts.length - 1));
    for (const draft of this.#drafts.slice(from)) {
      if (draft.borrowed || !isDated(draft.deadline)) draft.deadline = due.deadline;
    }
    this.#closed = this.#drafts.length;
    const last = this.#drafts.at(-1);
    if (last !== undefined) last.end = stretch.end;
    return true;
  }

  /** A whole order in brackets at the end of a clause: "(Ban Quản lý … có văn bản đôn đốc …)". */
  #toldInBrackets(stretch: Stretch): Stretch | null {
    const open = stretch.start + this.#text.slice(stretch.start, stretch.end).indexOf("(");
    const close = this.#brackets.get(open);
    if (open <= stretch.start || close === undefined || close > stretch.end) return null;
    if (trimmed(this.#text, close + 1, stretch.end).end > close + 1) return null;
    const clause = parseClause(this.#text.slice(open + 1, close));
    const told = clause.found === "order" || clause.found === "subject" || clause.found === "duty";
    return told ? { start: open, end: close } : null;
  }

  #clause(stretch: Stretch, first: number): void {
    const text = this.#text.slice(stretch.start, stretch.end);
    const clause = parseClause(text);
    const last = this.#drafts.at(-1);
    const goesOn = clause.specifies || this.#drafts.length > first;
    if (clause.found === "nothing" || (clause.specifies && clause.found === "bare")) {
      // "gồm: Dự án A; Dự án B" and "rà soát quy hoạch X; quy hoạch Y" go on with their list.
      const list = this.#drafts.length > first && (/^\p{Ll}/u.test(text) || last?.lists === true);
      if (last !== undefined && goesOn && (clause.specifies || list)) last.end = stretch.end;
      return;
    }
    const deadline = this.#deadline(text);
    const inherits = clause.found === "bare" && this.#drafts.length > first;
    if (!accepted(clause, this.#placed.setting.mode, deadline, inherits, this.#surroundings)) return;
    this.#told = this.#nextTold(clause);
    this.#add(clause, stretch, deadline);
  }

  #nextTold(clause: Clause): Told {
    if (clause.leads.length > 0)
      return { leads: this.#names(clause, clause.leads), source: sourceOf(clause.found) };
    if (this.#told.source === "none" || this.#told.source === "heading") return this.#told;
    return { leads: this.#told.leads, source: "inherited" };
  }

  /** Several named bodies each get the task; a list with "các cơ quan …" in it is one addressee. */
  #names(clause: Clause, named: readonly Named[]): string[] {
    const words = (from: Named, to: Named): string =>
      clause.text.slice(startOf(clause.tokens, from.start), endOf(clause.tokens, to.end - 1));
    const [first, last] = [named[0], named.at(-1)];
    if (first === undefined || last === undefined) return [];
    return named.some((name) => name.generic) ? [words(first, last)] : named.map((name) => words(name, name));
  }

  #deadline(text: string): Deadline {
    const cited = citationsIn(text).map(({ start, end }) => [start, end] as const);
    const found = deadlineIn(text, this.#surroundings.times, cited);
    return found.kind === "none" ? (this.#placed.setting.period ?? found) : found;
  }

  #add(clause: Clause, stretch: Stretch, deadline: Deadline): void {
    const inner = taskAfterEvent(clause);
    const letter = inner === null ? taskByLetter(clause, this.#surroundings.times) : null;
    const outerEnd = stretch.start + (inner?.outerEnd ?? letter?.outerEnd ?? clause.text.length);
    const at = (token: number): number => stretch.start + startOf(clause.tokens, token);
    const outerText = this.#text.slice(stretch.start, outerEnd);
    const due = inner === null ? deadline : this.#deadline(outerText);
    const opening = openingEvent(clause);
    this.#drafts.push({
      leads: this.#told.leads,
      source: this.#told.source,
      with: partnersOf(clause).flatMap((name) => this.#names(clause, [name])),
      actionStart: at(clause.predicate),
      start: at(clause.from),
      end: outerEnd,
      deadline: opening !== null && due.kind === "event" ? { ...due, text: opening } : due,
      borrowed: due === this.#placed.setting.period,
      lists: outerText.includes(":"),
      condition: opening ?? eventIn(outerText)?.deadline.text ?? null,
      known: clause.known,
      mode: this.#placed.setting.mode,
    });
    const second = inner ?? letter;
    if (second !== null) this.#addInner(clause, stretch, second);
  }

  #addInner(clause: Clause, stretch: Stretch, inner: Inner): void {
    const text = clause.text.slice(inner.start);
    this.#drafts.push({
      leads: this.#names(clause, inner.leads),
      source: "subject",
      with: [],
      actionStart: stretch.start + startOf(clause.tokens, inner.predicate),
      start: stretch.start + inner.start,
      end: stretch.end,
      deadline: this.#deadline(text),
      borrowed: false,
      lists: false,
      condition: eventIn(text)?.deadline.text ?? null,
      known: true,
      mode: this.#placed.setting.mode,
    });
  }
}

/** "Trên cơ sở …," before the one who acts, whole, whatever commas it holds. */
function openingEvent(clause: Clause): string | null {
  const actor = clause.leads[0]?.start ?? clause.predicate;
  if (actor <= clause.from) return null;
  const words = clause.text.slice(startOf(clause.tokens, clause.from), startOf(clause.tokens, actor));
  return OPENS_EVENT.test(words) ? words.replace(/[\s,:]+$/u, "") : null;
}

const OPENS_EVENT = /^(?:trên cơ sở|(?:ngay )?sau khi|ngay sau|khi|trường hợp|nếu) /iu;

const sourceOf = (found: Found): Source => (found === "order" || found === "duty" ? found : "subject");

/** Whether what a clause says is a task, given the section in which it stands. */
function accepted(
  clause: Clause,
  mode: Mode,
  deadline: Deadline,
  inherits: boolean,
  around: Surroundings,
): boolean {
  const { found } = clause;
  if (found === "statement" || found === "nothing") return false;
  switch (mode) {
    case "tasks":
      return true;
    case "conclusion":
      return found !== "bare" || inherits || isDated(deadline);
    case "other":
      return found === "order" || found === "duty" || inherits || (found === "subject" && around.directed);
    default:
      // A report of results gives an order only where it looks ahead: a day after the document's own.
      return found !== "bare" && isDated(deadline) && around.times.reference !== null;
  }
}
