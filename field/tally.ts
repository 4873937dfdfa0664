/** What the field has sent since it began, and what was refused: a refusal that no real client would meet is its defect. */
export type Tally = {
  sent: number;
  /** Written while the line was down and sent after it. */
  late: number;
  /** Sent again with the same id. */
  again: number;
  refusals: ReadonlyMap<string, number>;
  /** @param code of the refusal; `late:` before it when the message had waited for the line, `again:` when it was a repeat. */
  refuse(code: string): void;
};

export function makeTally(): Tally {
  const refusals = new Map<string, number>();
  return {
    sent: 0,
    late: 0,
    again: 0,
    refusals,
    refuse: (code) => void refusals.set(code, (refusals.get(code) ?? 0) + 1),
  };
}
