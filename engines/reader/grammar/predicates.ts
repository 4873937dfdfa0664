import { phraseEnd } from "./lexicon.ts";
import { isMark, type Token } from "./tokens.ts";
import { ACTIONS, DUTIES, MANNERS, STATEMENTS, TOGETHER } from "./words.ts";

/** Index after the verb, manner, duty or "with" that begins at token `i`; `i` when no predicate begins there. */
export function predicateEnd(tokens: readonly Token[], i: number): number {
  return Math.max(
    ACTIONS.end(tokens, i),
    phraseEnd(MANNERS, tokens, i),
    phraseEnd(DUTIES, tokens, i),
    phraseEnd(TOGETHER, tokens, i),
  );
}

/** How the words after the one who acts read. */
export type Reading = "order" | "statement" | "unknown" | "nothing";

/** Whether an order or a statement begins at token `i`: "khẩn trương rà soát …" or "đã hoàn thành …". */
export function readingAt(tokens: readonly Token[], i: number): Reading {
  let j = i;
  for (let steps = 0; steps < 8; steps += 1) {
    if (tokens[j] === undefined || isMark(tokens, j, ".;:)")) return "nothing";
    const duty = phraseEnd(DUTIES, tokens, j);
    const action = ACTIONS.end(tokens, j);
    if (duty > j || action > j) return "order";
    const statement = phraseEnd(STATEMENTS, tokens, j);
    if (statement > j) return "statement";
    const manner = Math.max(phraseEnd(MANNERS, tokens, j), phraseEnd(TOGETHER, tokens, j));
    if (manner === j) return j > i ? "order" : "unknown";
    j = isMark(tokens, manner, ",") ? manner + 1 : manner;
  }
  return "order";
}
