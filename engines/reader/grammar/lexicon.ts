import { dropTone, foldTone } from "../scan/syllables.ts";
import type { Token } from "./tokens.ts";

/** Phrases by first syllable, longest first, so that the first that fits is the longest. */
export type Lexicon = ReadonlyMap<string, readonly (readonly string[])[]>;

/** Builds a lexicon from phrases separated by "|". */
export function lexicon(...lists: string[]): Lexicon {
  const byFirst = new Map<string, string[][]>();
  for (const phrase of lists.join("|").split("|")) {
    const syllables = foldTone(phrase.trim()).split(" ");
    const [first = ""] = syllables;
    const known = byFirst.get(first) ?? [];
    known.push(syllables);
    byFirst.set(first, known);
  }
  for (const phrases of byFirst.values()) phrases.sort((a, b) => b.length - a.length);
  return byFirst;
}

/** Index after the longest phrase of `words` that begins at token `i`; `i` itself when none does. */
export function phraseEnd(words: Lexicon, tokens: readonly Token[], i: number): number {
  const first = tokens[i];
  if (first === undefined || first.kind !== "word") return i;
  for (const phrase of words.get(first.low) ?? NO_PHRASES) {
    let k = 1;
    while (k < phrase.length && tokens[i + k]?.low === phrase[k]) k += 1;
    if (k === phrase.length) return i + k;
  }
  return i;
}

const NO_PHRASES: readonly (readonly string[])[] = [];

/**
 * The same for phrases whose tones a scanner misread ("kiêm điểm" for "kiểm điểm"). Only phrases of two syllables
 * or more are compared so: single syllables differ by tone alone far too often.
 */
export class ScannedLexicon {
  readonly #exact: Lexicon;
  readonly #toneless = new Map<string, string[][]>();

  constructor(...lists: string[]) {
    this.#exact = lexicon(...lists);
    for (const phrases of this.#exact.values()) {
      for (const phrase of phrases) {
        if (phrase.length < 2) continue;
        const bare = phrase.map(dropTone);
        const key = `${bare[0]} ${bare[1]}`;
        const known = this.#toneless.get(key) ?? [];
        known.push(bare);
        this.#toneless.set(key, known);
      }
    }
  }

  /** Index after the phrase at token `i`, or `i`. */
  end(tokens: readonly Token[], i: number): number {
    const exact = phraseEnd(this.#exact, tokens, i);
    const second = tokens[i + 1];
    if (exact > i || second === undefined || second.kind !== "word") return exact;
    const first = tokens[i];
    if (first === undefined || first.kind !== "word") return i;
    const phrases = this.#toneless.get(`${first.bare} ${second.bare}`);
    const found = phrases?.find((phrase) => phrase.every((syllable, k) => tokens[i + k]?.bare === syllable));
    return found === undefined ? i : i + found.length;
  }
}
