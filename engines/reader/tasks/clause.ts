import { phraseEnd } from "../grammar/lexicon.ts";
import { momentsIn } from "../grammar/moments.ts";
import { type Named, organisationAt, organisationsAt } from "../grammar/organisations.ts";
import { predicateEnd, readingAt } from "../grammar/predicates.ts";
import { isMark, lowOf, type Token, tokensOf } from "../grammar/tokens.ts";
import {
  ACTIONS,
  ADJUNCTS,
  CONNECTORS,
  DUTIES,
  MANNERS,
  ORDERS,
  STATEMENTS,
  TOGETHER,
} from "../grammar/words.ts";

/** How the grammar found who is to act. */
export type Found = "order" | "subject" | "duty" | "bare" | "statement" | "nothing";

/** One clause read: who is told (token ranges), from where the order runs, where its predicate begins. */
export interface Clause {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly found: Found;
  readonly leads: readonly Named[];
  /** Token from which the proposal quotes the text. */
  readonly from: number;
  /** Token where the predicate begins. */
  readonly predicate: number;
  /** The verb is one of the lexicon. */
  readonly known: boolean;
  /** "trong đó …" without a lead of its own specifies the clause before. */
  readonly specifies: boolean;
}

/** Longer clauses are read up to here: no sentence of an official document comes near. */
const MOST_TOKENS = 600;
/** How far from its start a clause can still name who acts, after words about when and what. */
const FAR = 160;

/** Reads one clause. Never throws; a clause without an order is "statement" or "nothing". */
export function parseClause(text: string): Clause {
  const all = tokensOf(text.slice(0, 8_000));
  const tokens = all.length > MOST_TOKENS ? all.slice(0, MOST_TOKENS) : all;
  const { start, specifies } = skipConnectors(tokens);
  const base = { text, tokens, specifies, known: true };
  const ordered = findOrder(tokens, start);
  if (ordered !== null) return { ...base, ...ordered };
  const subject = subjectAt(tokens, start, start);
  if (subject !== null) return { ...base, ...subject };
  const adjunct = afterAdjunct(text, tokens, start);
  if (adjunct !== null) return { ...base, ...adjunct };
  if (isOrder(tokens, start)) return { ...base, found: "bare", leads: [], from: start, predicate: start };
  return { ...base, ...(afterTopic(tokens, start) ?? nothing(tokens, start)) };
}

type Parsed = Pick<Clause, "found" | "leads" | "from" | "predicate"> & { readonly known?: boolean };

const nothing = (tokens: readonly Token[], start: number): Parsed => ({
  found: readingAt(tokens, start) === "statement" ? "statement" : "nothing",
  leads: [],
  from: start,
  predicate: start,
});

function skipConnectors(tokens: readonly Token[]): { start: number; specifies: boolean } {
  let i = 0;
  let specifies = false;
  for (;;) {
    const end = phraseEnd(CONNECTORS, tokens, i);
    if (end > i) specifies ||= tokens[i]?.low === "trong" && tokens[i + 1]?.low === "đó";
    const next = isMark(tokens, end, ",(") ? end + 1 : end;
    if (next === i) return { start: i, specifies };
    i = next;
  }
}

/** A predicate that orders; a noun such as "Công tác …" or a statement is none. */
function isOrder(tokens: readonly Token[], i: number): boolean {
  return predicateEnd(tokens, i) > i && readingAt(tokens, i) === "order";
}

/** "Giao Sở …", "…, yêu cầu Chủ tịch …", "UBND tỉnh yêu cầu các cơ quan …". */
function findOrder(tokens: readonly Token[], start: number): Parsed | null {
  let clauseStart = start;
  for (let j = start; j < tokens.length; j += 1) {
    if (isMark(tokens, j, ",:")) clauseStart = j + 1;
    const end = phraseEnd(ORDERS, tokens, j);
    if (end === j) continue;
    const after = isMark(tokens, end, ":") ? end + 1 : end;
    const leads = organisationsAt(tokens, after);
    const last = leads.at(-1)?.end ?? j;
    if (last > j && standsAsOrder(tokens, j, clauseStart) && told(tokens, last)) {
      return {
        found: "order",
        leads,
        from: keepsTime(tokens, start, j) ? start : j,
        predicate: skipColon(tokens, last),
        known: ACTIONS.end(tokens, firstVerb(tokens, skipColon(tokens, last))) > 0,
      };
    }
    j = Math.max(j, last - 1, end - 1);
  }
  return null;
}

const skipColon = (tokens: readonly Token[], i: number): number => (isMark(tokens, i, ":,") ? i + 1 : i);

/** After the one who is told comes what to do; a mere mention goes on with "của" or ends. */
function told(tokens: readonly Token[], i: number): boolean {
  const reading = readingAt(tokens, skipColon(tokens, i));
  return (
    reading === "order" || (reading === "unknown" && tokens[i]?.kind === "word" && tokens[i]?.low !== "của")
  );
}

/** The verb opens its clause, or its subject is an authority: "Chủ tịch UBND tỉnh Nguyễn Văn A yêu cầu". */
function standsAsOrder(tokens: readonly Token[], verb: number, clauseStart: number): boolean {
  if (verb === clauseStart) return true;
  let subject = phraseEnd(CONNECTORS, tokens, clauseStart);
  if (subject === verb) return true;
  const organisation = organisationAt(tokens, subject);
  if (organisation !== null && !organisation.generic) subject = organisation.end;
  else if (tokens[subject]?.low === "tôi") subject += 1;
  else if (tokens[subject]?.low === "đồng" && tokens[subject + 1]?.low === "chí") subject += 2;
  else return false;
  while (tokens[subject]?.capital === true || isMark(tokens, subject, "-–")) subject += 1;
  const manner = phraseEnd(MANNERS, tokens, subject);
  return manner === verb || subject === verb;
}

/** Words about a time before the order ("Trước ngày 15/12/2024, giao …") belong to it; a topic does not. */
function keepsTime(tokens: readonly Token[], start: number, end: number): boolean {
  if (phraseEnd(ADJUNCTS, tokens, start) === start) return false;
  const opening = tokens[start]?.low;
  if (opening === "đối" || opening === "về" || opening === "riêng" || opening === "để" || opening === "liên")
    return false;
  return end - start <= 40;
}

function firstVerb(tokens: readonly Token[], start: number): number {
  let i = start;
  while (i < start + 8 && i < tokens.length && ACTIONS.end(tokens, i) === i) i += 1;
  return i;
}

/** The organisations at token `i` when an order follows them. */
function subjectAt(tokens: readonly Token[], i: number, from: number): Parsed | null {
  const leads = organisationsAt(tokens, i);
  const end = leads.at(-1)?.end;
  if (end === undefined) return null;
  const predicate = skipColon(tokens, end);
  const reading = readingAt(tokens, predicate);
  if (reading === "statement") return { found: "statement", leads, from, predicate };
  if (reading === "nothing") return null;
  const known = reading === "order";
  const opensWord = tokens[predicate]?.kind === "word" && !isLinking(tokens, predicate);
  if (!known && (!opensWord || leads.some((lead) => lead.generic))) return null;
  return { found: hasDuty(tokens, predicate) ? "duty" : "subject", leads, from, predicate, known };
}

const LINKING = new Set("và của về tại thì mà hoặc hay để cho ở với như gồm bao".split(" "));
const isLinking = (tokens: readonly Token[], i: number): boolean => LINKING.has(lowOf(tokens, i));

function hasDuty(tokens: readonly Token[], start: number): boolean {
  for (let i = start; i < start + 6; i += 1) {
    if (phraseEnd(DUTIES, tokens, i) > i) return true;
    if (ACTIONS.end(tokens, i) > i) return false;
  }
  return false;
}

/** "Trên cơ sở …, Ban Quản lý …", "hết tháng 11/2024 Ban có trách nhiệm …", "đối với các nhà đầu tư cần …". */
function afterAdjunct(text: string, tokens: readonly Token[], start: number): Parsed | null {
  const adjunct = phraseEnd(ADJUNCTS, tokens, start);
  if (adjunct === start) return null;
  const direct = subjectAt(tokens, adjunct, start);
  if (direct?.found === "duty") return direct;
  const momentEnds = new Set(momentsIn(text.slice(0, 400), null).map((moment) => moment.end));
  let bare: Parsed | null = null;
  for (let j = adjunct; j < Math.min(tokens.length, start + FAR); j += 1) {
    const afterComma = isMark(tokens, j - 1, ",:");
    if (!afterComma && !momentEnds.has(tokens[j - 1]?.end ?? -1)) continue;
    const subject = subjectAt(tokens, j, keepsTime(tokens, start, j) ? start : j);
    if (subject !== null && subject.found !== "statement") return subject;
    j = Math.max(j, subject === null ? j : subject.predicate - 1);
    if (bare === null && afterComma && isOrder(tokens, j)) {
      bare = { found: "bare", leads: [], from: start, predicate: j };
    }
  }
  return isOrder(tokens, start) && bare === null ? null : bare;
}

/** "Điều chỉnh … thị trấn …: hoàn thành báo cáo UBND tỉnh chậm nhất ngày …": the topic is part of the action. */
function afterTopic(tokens: readonly Token[], start: number): Parsed | null {
  for (let j = start; j < Math.min(tokens.length, start + FAR); j += 1) {
    if (phraseEnd(STATEMENTS, tokens, j) > j && tokens[j]?.low === "đã") return null;
    if (!isMark(tokens, j, ":")) continue;
    const subject = subjectAt(tokens, j + 1, j + 1);
    if (subject !== null) return subject;
    return isOrder(tokens, j + 1) ? { found: "bare", leads: [], from: start, predicate: start } : null;
  }
  return null;
}

/** Those who take part: the organisations after "phối hợp với", "cùng với", at most one list in a clause. */
export function partnersOf(clause: Clause): Named[] {
  for (let i = clause.predicate; i < clause.tokens.length; i += 1) {
    const end = phraseEnd(TOGETHER, clause.tokens, i);
    if (end === i) continue;
    const named = organisationsAt(clause.tokens, end);
    if (named.length > 0) return named;
    i = end - 1;
  }
  return [];
}
