import type { RecordedVersion } from "@moc/contract/registry/events.ts";
import type { Validity } from "@moc/contract/values/source.ts";

/** Days in which something holds: `YYYY-MM-DD`, end exclusive, null without end. Such texts order as days do. */
export type Span = { validFrom: string | null; validTo: string | null };

export function holdsOn(span: Span, day: string): boolean {
  return (span.validFrom === null || span.validFrom <= day) && (span.validTo === null || day < span.validTo);
}

/** Whether the system knew a version at an instant; null asks for what is known now. */
export function wasKnown(
  validity: Pick<Validity, "recordedFrom" | "recordedTo">,
  at: string | null,
): boolean {
  if (at === null) return validity.recordedTo === null;
  return validity.recordedFrom <= at && (validity.recordedTo === null || at < validity.recordedTo);
}

export function overlap(a: Span, b: Span): boolean {
  const aBeforeB = a.validTo !== null && b.validFrom !== null && a.validTo <= b.validFrom;
  const bBeforeA = b.validTo !== null && a.validFrom !== null && b.validTo <= a.validFrom;
  return !aBeforeB && !bBeforeA;
}

/** Earliest first; a version without first day comes before all. */
export function byTime(a: Span, b: Span): number {
  const [x, y] = [a.validFrom ?? "", b.validFrom ?? ""];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** What is left of a version outside the given days: nothing, one piece or two. */
function outside(version: RecordedVersion, days: Span): RecordedVersion[] {
  if (!overlap(version, days)) return [version];
  const pieces: RecordedVersion[] = [];
  if (days.validFrom !== null && (version.validFrom === null || version.validFrom < days.validFrom)) {
    pieces.push({ ...version, validTo: days.validFrom });
  }
  if (days.validTo !== null && (version.validTo === null || days.validTo < version.validTo)) {
    pieces.push({ ...version, validFrom: days.validTo });
  }
  return pieces;
}

/** A timeline after one version was stated anew: it wins in its own days, the others keep the rest of theirs. */
export function restate(timeline: readonly RecordedVersion[], version: RecordedVersion): RecordedVersion[] {
  return [...timeline.flatMap((other) => outside(other, version)), version].toSorted(byTime);
}

/** A timeline after its row was ended: nothing holds from the day on. */
export function endFrom(timeline: readonly RecordedVersion[], day: string): RecordedVersion[] {
  return timeline.flatMap((version) => outside(version, { validFrom: day, validTo: null }));
}
