/** What was typed at one go outside any field, and when its last key came, ms. */
export type Burst = { typed: string; at: number };

/** Keys that follow one another faster than this come from a scanner or a quick hand: they are text and never an act, ms. */
export const burstGap = 150;

export const noBurst: Burst = { typed: "", at: Number.NEGATIVE_INFINITY };

/** The burst with one more key: it goes on when the key follows at once, and else begins anew. */
export function afterKey({ typed, at }: Burst, key: string, now: number): Burst {
  return { typed: now - at < burstGap ? typed + key : key, at: now };
}
