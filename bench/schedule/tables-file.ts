import { writeFileSync } from "node:fs";
import type { Draws } from "../../engines/schedule/monte-carlo.ts";
import type { Plan } from "../../engines/schedule/plan.ts";

/** What the C program is to do with a plan beside passing over it. `edits`: pairs of a place and its new days. */
export type Work = { edits?: Int32Array; draws?: Draws; runs?: number };

/** Writes the plan's tables as schedule.c reads them. */
export function saveTables(path: string, plan: Plan, { edits, draws, runs = 0 }: Work = {}): void {
  const { tables } = plan;
  const list = edits ?? new Int32Array(0);
  const head = Int32Array.of(
    plan.nodes,
    plan.inFrom.length,
    tables.count.length,
    tables.span,
    list.length / 2,
    runs,
    draws?.quantiles.length ?? 0,
    plan.unknowns,
  );
  const columns = [tables.before, tables.day, tables.count, tables.headWeek, tables.tailWeek];
  columns.push(plan.calendar, plan.duration, plan.flags, plan.startFloor, plan.finishCeiling);
  columns.push(plan.in.row, plan.inFrom, plan.out.row, plan.outTo, list);
  if (draws !== undefined) columns.push(draws.keys, draws.quantileOf, draws.quantiles);
  const bytes = ({ buffer, byteOffset, byteLength }: Int32Array) =>
    Buffer.from(buffer, byteOffset, byteLength);
  writeFileSync(path, Buffer.concat([head, ...columns].map(bytes)));
}

/** FNV-1a over the tables, word by word, as the reference prints it. */
export function digestOf(tables: readonly Int32Array[]): string {
  let hash = 2_166_136_261;
  for (const table of tables) for (const value of table) hash = Math.imul(hash ^ value, 16_777_619);
  return String(hash >>> 0);
}
