import type { ShiftActual } from "@moc/contract/gate/roster.ts";
import type { Instant } from "@moc/contract/values/time.ts";

/** A stretch of time, half-open. */
export interface Stint {
  from: Instant;
  to: Instant;
}

const share = (one: Stint, other: Stint): boolean => one.from < other.to && other.from < one.to;

/** The stretches of `whole` that no shift covers, in order. */
export function gapsIn(whole: Stint, shifts: readonly Stint[]): Stint[] {
  const gaps: Stint[] = [];
  let covered = whole.from;
  for (const { from, to } of shifts.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (to <= covered) continue;
    if (from >= whole.to) break;
    if (from > covered) gaps.push({ from: covered, to: from });
    covered = to;
  }
  return covered < whole.to ? [...gaps, { from: covered, to: whole.to }] : gaps;
}

/** Whether a shift shares time with another one of the same officer. */
export function isDoubled<S extends Stint & { id: string; account: string }>(
  shift: S,
  all: readonly S[],
): boolean {
  return all.some((other) => other.id !== shift.id && other.account === shift.account && share(shift, other));
}

/** What became of a shift, by the duties that its officer stood at its post; `to` null: still on duty. */
export function actualOf(
  shift: Stint,
  duties: readonly { from: Instant; to: Instant | null }[],
  now: Instant,
): ShiftActual {
  const stood = duties.filter((duty) => share(shift, { from: duty.from, to: duty.to ?? shift.to }));
  if (stood.some((duty) => duty.to === null) && now < shift.to) return "on_duty";
  if (stood.length > 0) return "stood";
  return now < shift.from ? "ahead" : "absent";
}
