/** A stretch [start, end) of a paragraph's text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What one sentence holds: its clauses, and the sentences that stand in brackets inside it. */
export interface Sentence extends Stretch {
  readonly clauses: readonly Stretch[];
}

const ABBREVIATION =
  /(?:^|[ (])(?:TP|Tp|TX|TT|P|Q|KT|TL|TM|TUQ|TS|ThS|PGS|GS|Th|đ\/c|Đ\/c|v\.v|vv|tr|St|số|No|C|K\d|CC|\d{1,2})$/u;
const NEXT_SENTENCE = /^["”)]* *(?:$|["“(]?[\p{Lu}\d-])/u;

/** Matching brackets: opening offset → closing offset. An unmatched bracket is an ordinary mark. */
export function bracketsOf(text: string): Map<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === "(") open.push(i);
    else if (text[i] === ")") {
      const start = open.pop();
      if (start !== undefined) pairs.set(start, i);
    }
  }
  return pairs;
}

/** Sentences of text[start, end), each cut at its semicolons; brackets are not entered. */
export function sentencesOf(
  text: string,
  start: number,
  end: number,
  brackets: ReadonlyMap<number, number>,
): Sentence[] {
  const sentences: Sentence[] = [];
  let clauses: Stretch[] = [];
  let sentenceStart = start;
  let clauseStart = start;
  const closeClause = (at: number): void => {
    const stretch = trimmed(text, clauseStart, at);
    if (stretch.end > stretch.start) clauses.push(stretch);
    clauseStart = at + 1;
  };
  const closeSentence = (at: number): void => {
    closeClause(at);
    if (clauses.length > 0) sentences.push({ start: sentenceStart, end: at, clauses });
    clauses = [];
    sentenceStart = at + 1;
  };
  for (let i = start; i < end; i += 1) {
    const mark = text[i];
    if (mark === "(") i = Math.min(brackets.get(i) ?? i, end);
    else if (mark === ";") closeClause(i);
    else if ((mark === "." || mark === "!" || mark === "?" || mark === "…") && endsSentence(text, i, end))
      closeSentence(i);
  }
  closeSentence(end);
  return sentences;
}

function endsSentence(text: string, i: number, end: number): boolean {
  if (i + 1 < end && text[i + 1] !== " " && !/["”)]/u.test(text.charAt(i + 1))) return false;
  if (!NEXT_SENTENCE.test(text.slice(i + 1, Math.min(i + 6, end)))) return false;
  return text[i] !== "." || !ABBREVIATION.test(text.slice(Math.max(0, i - 5), i));
}

const EDGE = /[\s.,;:…/–-]/u;

/** The stretch without spaces and marks at its edges. */
export function trimmed(text: string, start: number, end: number): Stretch {
  let first = start;
  let last = end;
  while (first < last && EDGE.test(text.charAt(first))) first += 1;
  while (last > first && EDGE.test(text.charAt(last - 1))) last -= 1;
  return { start: first, end: last };
}
