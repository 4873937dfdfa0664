import { datedDeadlines, eventIn, type Times } from "../grammar/deadlines.ts";
import { phraseEnd } from "../grammar/lexicon.ts";
import { type Named, organisationAt, organisationsAt } from "../grammar/organisations.ts";
import { readingAt } from "../grammar/predicates.ts";
import { endOf, isMark, startOf, type Token, tokensOf } from "../grammar/tokens.ts";
import { ACTIONS, TOGETHER } from "../grammar/words.ts";
import type { Clause } from "./clause.ts";
import { type Stretch, trimmed } from "./split.ts";

/** Longer clauses are not cut: no sentence of an official document comes near. */
const LONGEST_CUT = 8_000;

/** A clause with two deadlines, or with a second subject before its deadline, is more than one task. */
export function cutAtDeadlines(text: string, stretch: Stretch, times: Times): Stretch[] {
  const words = text.slice(stretch.start, stretch.end);
  if (words.length > LONGEST_CUT) return [stretch];
  const dated = datedDeadlines(words, times);
  const first = dated[0];
  if (first === undefined) return [stretch];
  const tokens = tokensOf(words);
  const cuts: number[] = [];
  const subject = secondSubject(tokens, first.start);
  if (subject !== null) cuts.push(subject);
  let before = first;
  for (const next of dated.slice(1)) {
    const cut = secondVerb(tokens, before.end, next.start);
    if (cut !== null) cuts.push(cut);
    before = next;
  }
  const edges = [0, ...cuts];
  return edges.map((edge, k) => {
    const piece = words.slice(edge, edges[k + 1]).replace(/(?:,| và)\s*$/u, "");
    return trimmed(text, stretch.start + edge, stretch.start + edge + piece.length);
  });
}

/** Offset of "cơ quan liên quan chấp thuận …" after a comma before the deadline; those who only take part are passed over. */
function secondSubject(tokens: readonly Token[], limit: number): number | null {
  let cut: number | null = null;
  for (let i = 1; i < tokens.length && startOf(tokens, i) < limit; i += 1) {
    const together = phraseEnd(TOGETHER, tokens, i);
    const named = together > i ? organisationsAt(tokens, together) : [];
    if (named.length > 0) {
      i = named.at(-1)?.end ?? i;
      continue;
    }
    if (!isMark(tokens, i - 1, ",") || endsOrganisation(tokens, i - 1)) continue;
    const subject = organisationsAt(tokens, i);
    const end = subject.at(-1)?.end;
    if (end === undefined) continue;
    if (readingAt(tokens, end) === "order" && ACTIONS.end(tokens, end) > end && i > 4)
      cut = startOf(tokens, i);
    i = end;
  }
  return cut;
}

/** Whether an organisation's name stands right before token `i`: then a comma goes on with a list. */
function endsOrganisation(tokens: readonly Token[], i: number): boolean {
  for (let start = Math.max(0, i - 12); start < i; start += 1) {
    if (organisationAt(tokens, start)?.end === i) return true;
  }
  return false;
}

/** Offset of "và hoàn thành …" between two deadlines. */
function secondVerb(tokens: readonly Token[], from: number, to: number): number | null {
  for (const [i, token] of tokens.entries()) {
    if (token.start < from || token.start >= to) continue;
    const joint = token.low === "và" || token.text === ",";
    if (joint && readingAt(tokens, i + 1) === "order") return startOf(tokens, i + 1);
  }
  return null;
}

/** A second task inside a clause: who, from where, and where the first one ends (offsets in the clause's text). */
export interface Inner {
  readonly leads: readonly Named[];
  readonly start: number;
  readonly predicate: number;
  readonly outerEnd: number;
}

/**
 * "… ngay sau khi các quy hoạch được phê duyệt sẽ đủ điều kiện để Sở X thẩm định": what follows the event is the
 * task of Sở X and not of the one who prepares.
 */
export function taskAfterEvent(clause: Clause): Inner | null {
  const { tokens, text } = clause;
  const predicateStart = endOf(tokens, clause.predicate);
  const event = eventIn(text);
  if (event === null || event.start <= predicateStart) return null;
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token === undefined || token.start < event.end || (token.low !== "để" && token.low !== "đề"))
      continue;
    const leads = organisationsAt(tokens, i + 1);
    const end = leads.at(-1)?.end;
    if (end === undefined || readingAt(tokens, end) !== "order") continue;
    const outer = text.slice(0, event.start).replace(/[\s,]*(?:đảm bảo|bảo đảm|để)?[\s,]*$/u, "");
    return { leads, start: event.start, predicate: end, outerEnd: outer.length };
  }
  return null;
}

const BY_LETTER = /^(?:có|ban hành) (?:văn bản|công văn)$/u;
const SENDS = /(?:gửi|báo cáo|trình) /u;

/** "có văn bản đôn đốc các cơ quan xây dựng kế hoạch, kế hoạch gửi … trong tháng 11": the letter's addressees get a dated task. */
export function taskByLetter(clause: Clause, times: Times): Inner | null {
  const { tokens, text, predicate } = clause;
  const opening = tokens.slice(predicate, predicate + 3).map((token) => token.low);
  const letter = BY_LETTER.test(opening.join(" "))
    ? 3
    : BY_LETTER.test(opening.slice(0, 2).join(" "))
      ? 2
      : 0;
  const verb = ACTIONS.end(tokens, predicate + 3);
  if (letter === 0 || verb === predicate + 3) return null;
  const leads = organisationsAt(tokens, verb);
  const end = leads.at(-1)?.end;
  if (end === undefined || readingAt(tokens, end) !== "order") return null;
  const start = startOf(tokens, verb);
  const due = datedDeadlines(text, times).at(-1);
  if (due === undefined || due.start < start || !SENDS.test(text.slice(start, due.start))) return null;
  const comma = text.indexOf(",", startOf(tokens, end));
  return { leads, start, predicate: end, outerEnd: comma < 0 ? text.length : comma };
}
