/** Answers that were worked out for a key; whoever asks for the same key while one is kept shares it. */
export type Kept<Answer> = { once(key: string, work: () => Promise<Answer>): Promise<Answer> };

/** Keeps the last `count` answers. A failed one is forgotten. */
export function keepLast<Answer>(count: number): Kept<Answer> {
  const kept = new Map<string, Promise<Answer>>();
  return {
    once(key, work) {
      const known = kept.get(key);
      if (known !== undefined) return known;
      const answer = work();
      kept.set(key, answer);
      answer.catch(() => kept.delete(key));
      const oldest = kept.keys().next();
      if (kept.size > count && oldest.done !== true) kept.delete(oldest.value);
      return answer;
    },
  };
}
