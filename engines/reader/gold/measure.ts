import type { Proposal } from "../reading.ts";
import type { GoldRow } from "./tables.ts";

export interface Scores {
  readonly gold: number;
  readonly proposed: number;
  readonly matched: number;
  readonly leads: number;
  readonly deadlines: number;
  readonly missed: readonly string[];
}

/** Characters shared by two spans, as a part of all that they cover. */
export function overlap(a: readonly [number, number], b: readonly [number, number]): number {
  const shared = Math.min(a[1], b[1]) - Math.max(a[0], b[0]);
  return shared <= 0 ? 0 : shared / (Math.max(a[1], b[1]) - Math.min(a[0], b[0]));
}

/**
 * Scores proposals against gold rows. A proposal matches at most one row and a row at most one proposal; they match
 * when their spans overlap by half of their union (which lies in one paragraph). Best overlaps are taken first.
 */
export function measure(tasks: readonly Proposal[], rows: readonly GoldRow[]): Scores {
  const pairs = rows.flatMap((row) =>
    tasks
      .map((task) => ({ row, task, share: overlap(row.span, task.span) }))
      .filter(({ share }) => share >= 0.5),
  );
  pairs.sort((a, b) => b.share - a.share);
  const taken = new Map<GoldRow, Proposal>();
  const used = new Set<Proposal>();
  for (const { row, task } of pairs) {
    if (taken.has(row) || used.has(task)) continue;
    taken.set(row, task);
    used.add(task);
  }
  const matches = [...taken];
  return {
    gold: rows.length,
    proposed: tasks.length,
    matched: matches.length,
    leads: matches.filter(([row, task]) => row.lead === task.lead.organisation).length,
    deadlines: matches.filter(([row, task]) => sameDeadline(row, task)).length,
    missed: rows.filter((row) => !taken.has(row)).map((row) => row.id),
  };
}

function sameDeadline({ deadline: gold }: GoldRow, { deadline: found }: Proposal): boolean {
  return (
    gold.kind === found.kind && gold.date === found.date && gold.from === found.from && gold.to === found.to
  );
}

/** The scores of several texts as if they were one. */
export function pooled(all: readonly Scores[]): Scores {
  const sum = (pick: (scores: Scores) => number): number =>
    all.reduce((total, scores) => total + pick(scores), 0);
  return {
    gold: sum((s) => s.gold),
    proposed: sum((s) => s.proposed),
    matched: sum((s) => s.matched),
    leads: sum((s) => s.leads),
    deadlines: sum((s) => s.deadlines),
    missed: all.flatMap((s) => s.missed),
  };
}

export const ratios = (s: Scores): Record<"precision" | "recall" | "lead" | "deadline", number> => ({
  precision: s.matched / s.proposed,
  recall: s.matched / s.gold,
  lead: s.leads / s.matched,
  deadline: s.deadlines / s.matched,
});
