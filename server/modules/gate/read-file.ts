import type { TypedDeclaration } from "@moc/contract/gate/draft.ts";
import type { ImportColumn, ImportFile } from "@moc/contract/gate/import.ts";
import { mostRows } from "@moc/contract/gate/import.ts";
import { columnWords } from "@moc/contract/gate/messages/import.ts";
import { fieldFault } from "@moc/contract/platform/field-faults.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { listed } from "@moc/contract/values/sentence.ts";
import type { Language } from "@moc/contract/values/text.ts";
import {
  type CellFault,
  type Columns,
  columnsOf,
  isMoreGoods,
  kindNames,
  moreGoods,
  routeWords,
  typedRow,
} from "@moc/engines/gate/import-rows.ts";
import { declarationOf } from "@moc/engines/gate/typed.ts";
import { FileRefusal } from "../../platform/files/refusal.ts";
import { type SheetRow, sheetRows } from "../../platform/files/sheet-rows.ts";
import type { Candidate } from "./file-many.ts";
import { sidesOf, type ZoneRules } from "./parts.ts";
import { type RowSpeaker, sentenceOf } from "./row-faults.ts";

export type ReadFile = {
  rows: readonly (Candidate & { lines: readonly number[]; typed: TypedDeclaration; routeSaid: string })[];
  /** Every cell, for the digest by which the same rows are known again. */
  cells: readonly SheetRow[];
  head: RowSpeaker["head"];
};

// Head and rows, and as many empty columns as people leave standing.
const limits = { columns: 60, rows: mostRows + 1 };

function rowsIn(bytes: Uint8Array): SheetRow[] {
  try {
    return sheetRows(bytes, limits);
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    throw new Refusal(error.code, { params: { most: String(mostRows) }, field: "file" });
  }
}

const inWords = (columns: readonly string[], language: Language): string =>
  listed(
    language,
    columns.map((column) => columnWords[column as ImportColumn]?.[language] ?? column), // as: what is no column is its own word
  );

/** The rows of each truck: its own, and those that carry further lines of its goods. */
function trucksIn(rows: readonly SheetRow[], columns: Columns): [SheetRow, ...SheetRow[]][] {
  const trucks: [SheetRow, ...SheetRow[]][] = [];
  for (const row of rows) {
    const above = trucks.at(-1);
    if (above !== undefined && isMoreGoods(row.cells, columns)) above.push(row);
    else trucks.push([row]);
  }
  return trucks;
}

/** Reads a file of declarations. @throws Refusal `file_*`, `rows_none`, `rows_too_many`, `columns_*` */
export function readFile(
  rules: ZoneRules,
  file: ImportFile,
  speaking: Pick<RowSpeaker, "language" | "timeZone">,
): ReadFile {
  const cells = rowsIn(Buffer.from(file.content, "base64"));
  const [first, ...rest] = cells;
  if (first === undefined) throw new Refusal("file_empty", { field: "file" });
  const columns = columnsOf(first.cells);
  if ("code" in columns) {
    const params = { columns: inWords(columns.columns, speaking.language) };
    throw new Refusal(columns.code, { params, field: "file" });
  }
  if (rest.length === 0) throw new Refusal("rows_none", { field: "file" });
  const names = { routes: routeWords(rules.route), kinds: kindNames(sidesOf(rules)) };
  const head = (column: ImportColumn) => first.cells[columns.get(column) ?? -1] ?? null;
  const told = (row: number, faults: readonly CellFault[]) =>
    faults.map(({ column, code }) => {
      const fault = fieldFault(speaking.language, column, code, {});
      return { ...fault, message: sentenceOf(speaking, fault), row, column: head(column) };
    });
  const rows = trucksIn(rest, columns).map(([truck, ...more]) => {
    const { row, cells: texts } = truck;
    const { typed: alone, faults } = typedRow(texts, columns, names);
    const lines = more.map((line) => ({ row: line.row, ...moreGoods(line.cells, columns) }));
    const own = alone.goodsUnknown ? [] : alone.goods.map((line) => ({ row, line }));
    const all = [...own, ...lines];
    const typed =
      all.length > 0 ? { ...alone, goodsUnknown: false, goods: all.map(({ line }) => line) } : alone;
    const routeSaid = texts[columns.get("route") ?? -1] ?? "";
    return {
      row,
      raw: declarationOf(typed),
      faults: [...told(row, faults), ...lines.flatMap((line) => told(line.row, line.faults))],
      lines: all.map((line) => line.row),
      typed,
      routeSaid,
    };
  });
  return { rows, cells, head };
}
