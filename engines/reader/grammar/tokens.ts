import { foldTone } from "../scan/syllables.ts";

export interface Token {
  /** Lower case, tone mark in its usual place. */
  readonly low: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly kind: "word" | "number" | "mark";
  /** A word that begins with a capital letter. */
  readonly capital: boolean;
}

const TOKEN = /\p{L}[\p{L}\p{M}\p{N}]*|\p{N}[\p{N}.,/]*(?<![.,/])|[^\s]/gu;
const FIRST_CAPITAL = /^\p{Lu}/u;
const WORD = /^\p{L}/u;
const NUMBER = /^\p{N}/u;

/** Syllables, numbers and marks of a text, in order. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const raw = match[0];
    const word = WORD.test(raw);
    tokens.push({
      low: word ? foldTone(raw.toLowerCase()) : raw,
      text: raw,
      start: match.index,
      end: match.index + raw.length,
      kind: word ? "word" : NUMBER.test(raw) ? "number" : "mark",
      capital: word && FIRST_CAPITAL.test(raw),
    });
  }
  return tokens;
}

/** True when token `i` is a mark among `marks`. */
export function isMark(tokens: readonly Token[], i: number, marks: string): boolean {
  const token = tokens[i];
  return token !== undefined && token.kind === "mark" && marks.includes(token.text);
}
