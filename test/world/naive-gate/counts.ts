import { hanoiTime } from "./steering.ts";
import { must, type Row } from "./truck.ts";

/** What holds of one route, direction and day that is counted without trips. */
type Held = { id: string; number: number; passed: number | null };

/** Route, direction and day, parted by blanks → the record that holds. */
export type Counts = Map<string, Held>;

type Said = { route: string; direction: string; day: string; passed: number | null };
type Corrected = Said & { corrects: string; number: number };

const keyOf = ({ route, direction, day }: Said) => `${route} ${direction} ${day}`;

function record(counts: Counts, row: Row): void {
  const said = row.data as unknown as Said; // as: the log of a test is its own, here and below
  must(!counts.has(keyOf(said)), "a day is counted once", row);
  must(said.day <= hanoiTime(row.occurred_at.toISOString()).day, "no day to come is counted", row);
  const apart = ["dong-dang-rail", "ba-son"].includes(said.route);
  must(apart, "where trucks are declared nothing is counted beside them", row);
  counts.set(keyOf(said), { id: row.subject, number: 0, passed: said.passed });
}

function correct(counts: Counts, row: Row): void {
  const said = row.data as unknown as Corrected;
  const held = counts.get(keyOf(said));
  must(held?.id === said.corrects, "a correction names the record that holds", { row, held });
  must(held.number === said.number - 1, "corrections count on", { row, held });
  counts.set(keyOf(said), { id: row.subject, number: said.number, passed: said.passed });
}

const tells: Record<string, (counts: Counts, row: Row) => void> = {
  "gate.count_recorded": record,
  "gate.count_corrected": correct,
};

/** One event of the counts. @returns whether it was one @throws Differs when the rules forbid it */
export function tellCounts(counts: Counts, row: Row): boolean {
  const tell = tells[row.kind];
  tell?.(counts, row);
  return tell !== undefined;
}
