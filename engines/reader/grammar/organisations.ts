import { phraseEnd } from "./lexicon.ts";
import {
  BARE_NOUNS,
  FIELD_HEADS,
  FIELDS,
  GENERIC_NOUNS,
  LEVEL_HEADS,
  LEVELS,
  NAME_NOUNS,
  NAME_VERBS,
  OPEN_HEADS,
  PLURALS,
  QUALIFIERS,
  TITLES,
} from "./organisation-words.ts";
import { predicateEnd } from "./predicates.ts";
import { isMark, type Token } from "./tokens.ts";
import { ACTIONS } from "./words.ts";

/** An organisation named in a text: tokens [start, end). */
export interface Named {
  readonly start: number;
  readonly end: number;
  /** "các cơ quan liên quan", "nhà thầu": a kind, not a body with a name. */
  readonly generic: boolean;
}

/** The organisation that begins at token `i`, or null. Grammar only: no register is asked. */
export function organisationAt(tokens: readonly Token[], i: number): Named | null {
  const afterTitle = titleEnd(tokens, i);
  const body = namedBody(tokens, afterTitle) ?? genericBody(tokens, afterTitle);
  if (body !== null) return { ...body, start: i };
  return null;
}

/** One or more organisations joined by commas and "và", from token `i`; empty when none begins there. */
export function organisationsAt(tokens: readonly Token[], i: number): Named[] {
  const list: Named[] = [];
  let next: Named | null = organisationAt(tokens, i);
  while (next !== null) {
    list.push(next);
    let k = next.end;
    if (isMark(tokens, k, ",") || isWord(tokens, k, "và") || isWord(tokens, k, "cùng")) {
      k += 1;
      if (isWord(tokens, k, "và")) k += 1;
    } else break;
    next = organisationAt(tokens, k);
  }
  return list;
}

const HAS_LOWER = /\p{Ll}/u;
const isWord = (tokens: readonly Token[], i: number, low: string): boolean => tokens[i]?.low === low;
const isCapital = (tokens: readonly Token[], i: number): boolean => tokens[i]?.capital === true;

function titleEnd(tokens: readonly Token[], i: number): number {
  let end = phraseEnd(TITLES, tokens, i);
  if (end === i) return i;
  if (isMark(tokens, end, ",")) end = phraseEnd(TITLES, tokens, end + 1);
  return headEnd(tokens, end) > end || phraseEnd(PLURALS, tokens, end) > end ? end : i;
}

function headEnd(tokens: readonly Token[], i: number): number {
  return Math.max(
    phraseEnd(FIELD_HEADS, tokens, i),
    phraseEnd(LEVEL_HEADS, tokens, i),
    phraseEnd(OPEN_HEADS, tokens, i),
  );
}

/** A head is a name only with a capital: "Sở Xây dựng" is one, "ban hành" and "tổ chức" are none. */
function namedBody(tokens: readonly Token[], i: number): Named | null {
  // "Tổ chức …" and "Ban hành …" open an order, although "Tổ" and "Ban" are heads.
  const capitals = [tokens[i], tokens[i + 1]].some(
    (token) => token !== undefined && HAS_LOWER.test(token.text),
  );
  if (ACTIONS.end(tokens, i) > headEnd(tokens, i) && !(capitals && isCapital(tokens, i + 1))) return null;
  if (!isCapital(tokens, i)) return lowerHead(tokens, i);
  const level = phraseEnd(LEVEL_HEADS, tokens, i);
  const field = phraseEnd(FIELD_HEADS, tokens, i);
  const open = phraseEnd(OPEN_HEADS, tokens, i);
  if (level > i && level >= field && level >= open) {
    return { start: i, end: levelTail(tokens, level), generic: false };
  }
  if (field > i && field >= open) return { start: i, end: fieldTail(tokens, field), generic: false };
  if (open > i) return { start: i, end: openTail(tokens, open), generic: false };
  return null;
}

/** Scans and old papers write "sở Xây dựng" and "ban quản lý Khu …" in lower case. */
function lowerHead(tokens: readonly Token[], i: number): Named | null {
  const field = phraseEnd(FIELD_HEADS, tokens, i);
  if (field > i && isCapital(tokens, field)) {
    return { start: i, end: fieldTail(tokens, field), generic: false };
  }
  const open = phraseEnd(OPEN_HEADS, tokens, i);
  if (open > i + 1 && isCapital(tokens, open)) {
    return { start: i, end: openTail(tokens, open), generic: false };
  }
  const level = phraseEnd(LEVEL_HEADS, tokens, i);
  if (level > i && phraseEnd(LEVELS, tokens, level) > level) {
    return { start: i, end: levelTail(tokens, level), generic: false };
  }
  return null;
}

/** "tỉnh", "huyện Cao Lộc", "các huyện, thành phố", "các huyện: Cao Lộc, Văn Lãng và thành phố Lạng Sơn". */
function levelTail(tokens: readonly Token[], i: number): number {
  let j = phraseEnd(PLURALS, tokens, i);
  const plural = j > i;
  let end = i;
  for (;;) {
    const level = phraseEnd(LEVELS, tokens, j);
    let named = isMark(tokens, level, ":") && isCapital(tokens, level + 1) && plural ? level + 1 : level;
    named = capitalsEnd(tokens, named);
    if (named === j) break;
    end = named > level || level > j ? Math.max(named, level) : end;
    if (isMark(tokens, end, ":")) break;
    const joint = isMark(tokens, end, ",") || isWord(tokens, end, "và") ? end + 1 : end;
    if (joint === end) break;
    const again = phraseEnd(PLURALS, tokens, joint);
    const goesOn =
      phraseEnd(LEVELS, tokens, again) > again ||
      (plural &&
        isCapital(tokens, joint) &&
        headEnd(tokens, joint) === joint &&
        titleEnd(tokens, joint) === joint);
    if (!goesOn) break;
    j = again;
  }
  return qualifiersEnd(tokens, end);
}

/** Proper names: capitals, joined by a dash where the name has one. */
function capitalsEnd(tokens: readonly Token[], i: number): number {
  let j = i;
  for (;;) {
    if (isCapital(tokens, j)) j += 1;
    else if (j > i && isMark(tokens, j, "-–") && isCapital(tokens, j + 1)) j += 2;
    else return j;
  }
}

/** "Xây dựng", "Kế hoạch và Đầu tư", "Lao động - Thương binh và Xã hội": a field is a capital and the syllables that follow. */
function fieldTail(tokens: readonly Token[], i: number): number {
  let j = i;
  for (;;) {
    const next = fieldEnd(tokens, j);
    if (next === j) break;
    j = next;
    const joined = isWord(tokens, j, "và") || isMark(tokens, j, "-–&");
    if (!joined || !isCapital(tokens, j + 1) || headEnd(tokens, j + 1) > j + 1) break;
    j += 1;
  }
  return phraseEnd(LEVELS, tokens, j) > j ? capitalsEnd(tokens, phraseEnd(LEVELS, tokens, j)) : j;
}

function fieldEnd(tokens: readonly Token[], i: number): number {
  const known = phraseEnd(FIELDS, tokens, i);
  if (known > i) return known;
  if (!isCapital(tokens, i)) return i;
  let j = i + 1;
  while (isCapital(tokens, j) && headEnd(tokens, j) === j) j += 1;
  const lower = tokens[j];
  const belongs =
    lower?.kind === "word" && !lower.capital && lower.low !== "và" && predicateEnd(tokens, j) === j;
  return belongs && j === i + 1 ? j + 1 : j;
}

/** Capitals and name words up to a level ("… đầu tư xây dựng tỉnh"), backed off to where a predicate or a mark follows. */
function openTail(tokens: readonly Token[], i: number): number {
  let j = i;
  let hasNoun = tokens[i - 1]?.low === "án";
  for (;;) {
    const level = phraseEnd(LEVELS, tokens, j);
    if (level > j) return capitalsEnd(tokens, level);
    const noun = phraseEnd(NAME_NOUNS, tokens, j);
    const verb = hasNoun ? phraseEnd(NAME_VERBS, tokens, j) : j;
    const inner = headEnd(tokens, j);
    if (isCapital(tokens, j) && inner > j && inner > j + 1) j = inner;
    else if (isCapital(tokens, j)) j = openCapital(tokens, j);
    else if (noun > j) {
      hasNoun = true;
      j = noun;
    } else if (verb > j && nameGoesOn(tokens, verb)) j = verb;
    else if (j > i && isMark(tokens, j, "-–&") && isCapital(tokens, j + 1)) j += 1;
    else if (
      j > i &&
      isWord(tokens, j, "và") &&
      isCapital(tokens, j + 1) &&
      headEnd(tokens, j + 1) === j + 1
    ) {
      if (titleEnd(tokens, j + 1) > j + 1) return j;
      j += 1;
    } else return j;
  }
}

/** A capital with the one lower syllable that completes it ("Hải quan"), unless that opens a predicate. */
function openCapital(tokens: readonly Token[], i: number): number {
  const lower = tokens[i + 1];
  if (lower?.kind !== "word" || lower.capital || lower.low === "và") return i + 1;
  const opens =
    predicateEnd(tokens, i + 1) > i + 1 ||
    phraseEnd(LEVELS, tokens, i + 1) > i + 1 ||
    phraseEnd(NAME_NOUNS, tokens, i + 1) > i + 1;
  return opens || SMALL_WORDS.has(lower.low) ? i + 1 : i + 2;
}

const SMALL_WORDS = new Set(
  "tại của cho với trong theo để về các những này trên từ khi như do gồm thuộc nhằm có hai ba".split(" "),
);

/** "xây dựng" belongs to the name when more name follows or a predicate does, not when its object does. */
function nameGoesOn(tokens: readonly Token[], i: number): boolean {
  return (
    phraseEnd(LEVELS, tokens, i) > i ||
    phraseEnd(NAME_NOUNS, tokens, i) > i ||
    phraseEnd(NAME_VERBS, tokens, i) > i ||
    predicateEnd(tokens, i) > i ||
    tokens[i] === undefined ||
    isMark(tokens, i, ",;:.)")
  );
}

/** "các sở, ban, ngành liên quan", "nhà thầu", "chủ đầu tư dự án". */
function genericBody(tokens: readonly Token[], i: number): Named | null {
  const plural = phraseEnd(PLURALS, tokens, i);
  const bare = phraseEnd(BARE_NOUNS, tokens, i);
  if (plural === i) return bare === i ? null : { start: i, end: qualifiersEnd(tokens, bare), generic: true };
  let j = plural;
  let end = i;
  for (;;) {
    const noun = Math.max(phraseEnd(GENERIC_NOUNS, tokens, j), headEnd(tokens, j));
    if (noun === j) break;
    end = qualifiersEnd(tokens, fieldList(tokens, noun));
    const joint = isMark(tokens, end, ",") || isWord(tokens, end, "và") ? end + 1 : end;
    if (joint === end || phraseEnd(GENERIC_NOUNS, tokens, joint) === joint || isCapital(tokens, joint)) break;
    j = joint;
  }
  return end === i ? null : { start: i, end, generic: true };
}

/** "các Sở: Kế hoạch và Đầu tư, Tài chính" names several in one. */
function fieldList(tokens: readonly Token[], i: number): number {
  let j = isMark(tokens, i, ":") && isCapital(tokens, i + 1) ? i + 1 : i;
  if (!isCapital(tokens, j)) return i;
  j = fieldTail(tokens, j);
  while (isMark(tokens, j, ",") && isCapital(tokens, j + 1) && headEnd(tokens, j + 1) === j + 1) {
    j = fieldTail(tokens, j + 1);
  }
  return j;
}

function qualifiersEnd(tokens: readonly Token[], i: number): number {
  let j = i;
  for (;;) {
    const qualifier = phraseEnd(QUALIFIERS, tokens, j);
    if (qualifier === j) return j;
    const owner = tokens[qualifier - 1]?.low;
    if (owner === "của" || owner === "thuộc") {
      const head = headEnd(tokens, qualifier);
      const level = Math.max(head, phraseEnd(LEVELS, tokens, head));
      if (level === qualifier) return j;
      j = capitalsEnd(tokens, level);
    } else j = capitalsEnd(tokens, qualifier);
  }
}
