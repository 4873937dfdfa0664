import { dropTone, foldTone } from "../scan/syllables.ts";

/** What a piece of text is, wherever it stands. */
interface Shape {
  /** Lower case, tone mark in its usual place. */
  readonly low: string;
  /** The same without its tone. */
  readonly bare: string;
  readonly kind: "word" | "number" | "mark";
  /** A word that begins with a capital letter. */
  readonly capital: boolean;
}

export interface Token extends Shape {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const TOKEN = /\p{L}[\p{L}\p{M}\p{N}]*|\p{N}[\p{N}.,/]*(?<![.,/])|[^\s]/gu;
const FIRST_CAPITAL = /^\p{Lu}/u;
const WORD = /^\p{L}/u;
const NUMBER = /^\p{N}/u;

/** Shapes of the pieces met so far: official Vietnamese has few syllables. Bounded, and a matter of speed only. */
const shapes = new Map<string, Shape>();
const MOST_SHAPES = 20_000;

/** Syllables, numbers and marks of a text, in order. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const piece = match[0];
    const { low, bare, kind, capital } = shapes.get(piece) ?? shapeOf(piece);
    tokens.push({
      low,
      bare,
      kind,
      capital,
      text: piece,
      start: match.index,
      end: match.index + piece.length,
    });
  }
  return tokens;
}

function shapeOf(piece: string): Shape {
  const word = WORD.test(piece);
  const low = word ? foldTone(piece.toLowerCase()) : piece;
  const kind = word ? "word" : NUMBER.test(piece) ? "number" : "mark";
  const shape: Shape = {
    low,
    bare: word ? dropTone(low) : low,
    kind,
    capital: word && FIRST_CAPITAL.test(piece),
  };
  if (shapes.size >= MOST_SHAPES) shapes.clear();
  shapes.set(piece, shape);
  return shape;
}

/** True when token `i` is a mark among `marks`. */
export function isMark(tokens: readonly Token[], i: number, marks: string): boolean {
  const token = tokens[i];
  return token !== undefined && token.kind === "mark" && marks.includes(token.text);
}

/** Offset where token `i` begins; the text's end past the last token, 0 before the first. */
export const startOf = (tokens: readonly Token[], i: number): number =>
  tokens[i]?.start ?? (i < 0 ? 0 : endOf(tokens, tokens.length - 1));

/** Offset where token `i` ends; 0 for none. */
export const endOf = (tokens: readonly Token[], i: number): number => tokens[i]?.end ?? 0;

/** Lower-case form of token `i`; empty past the end. */
export const lowOf = (tokens: readonly Token[], i: number): string => tokens[i]?.low ?? "";
