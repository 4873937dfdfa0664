import { Declaration } from "@moc/contract/gate/declaration.ts";
import type { RowFault } from "@moc/contract/gate/import.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { goodsLineOf } from "@moc/engines/gate/import-rows.ts";
import type { Work } from "../../platform/once.ts";
import { filerOf } from "./behalf.ts";
import { fileDeclaration } from "./file-declaration.ts";
import type { GateParts, ZoneRules } from "./parts.ts";
import { type RowSpeaker, rowFaults } from "./row-faults.ts";

/**
 * One truck: the row that declares it, what it declares, not yet checked, and what was wrong before it could be. `lines`:
 * the rows of its lines of goods, when they have rows of their own.
 */
export type Candidate = {
  row: number;
  raw: unknown;
  faults: readonly RowFault[];
  lines?: readonly number[];
};
export type ManyFiled = { trips: { row: number; trip: string }[]; faults: RowFault[] };

/**
 * Files every row that can be filed within the caller's command and collects what is wrong with the others; whoever calls
 * takes all back when there is a fault.
 */
export async function fileMany(
  parts: GateParts,
  work: Work,
  rules: ZoneRules,
  rows: readonly Candidate[],
  speaker: RowSpeaker,
): Promise<ManyFiled> {
  const filed: ManyFiled = { trips: [], faults: [] };
  const filer = filerOf(work.actor, rules, undefined);
  for (const { row, raw, faults, lines = [] } of rows) {
    const at = (found: RowFault[]) =>
      found.map((fault) => ({ ...fault, row: lines[goodsLineOf(fault.path) ?? 0] ?? row }));
    const parsed = Declaration.safeParse(raw, { reportInput: true });
    if (!parsed.success || faults.length > 0) {
      const told = new Set(faults.map((fault) => `${fault.row} ${fault.column}`));
      const issues = parsed.success ? [] : at(rowFaults(speaker, row, parsed.error.issues));
      // A cell that could not be read is told once, by what is wrong with the cell.
      filed.faults.push(...faults, ...issues.filter((fault) => !told.has(`${fault.row} ${fault.column}`)));
      continue;
    }
    try {
      filed.trips.push({
        row,
        trip: await fileDeclaration(parts, work, rules, { declaration: parsed.data, filer }),
      });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      filed.faults.push(...at(rowFaults(speaker, row, error)));
    }
  }
  return filed;
}

/** @throws Refusal `rows_faulty` with every fault, when there is one */
export function refuseFaulty({ faults }: ManyFiled): void {
  if (faults.length === 0) return;
  const rows = new Set(faults.map((fault) => fault.row)).size;
  throw new Refusal("rows_faulty", {
    params: { rows: String(rows) },
    faults: faults.map(({ row, path, code, message }) => ({ path: `rows.${row}.${path}`, code, message })),
  });
}
