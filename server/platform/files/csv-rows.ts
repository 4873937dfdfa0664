import { FileRefusal } from "./refusal.ts";
import type { SheetLimits, SheetRow } from "./sheet-rows.ts";

/** Spreadsheets of Vietnam write a semicolon where the decimal comma is at home. */
const delimiters = [",", ";", "\t"] as const;

function delimiterOf(text: string): string {
  const end = text.search(/[\r\n]/);
  const first = end < 0 ? text : text.slice(0, end);
  const count = (mark: string) => first.split(mark).length;
  return delimiters.toSorted((a, b) => count(b) - count(a))[0] ?? ",";
}

/** Rows of a CSV text (RFC 4180, and its cousins with semicolon or tab). @throws FileRefusal `file_damaged`, `file_too_large` */
export function csvRows(given: string, limits: SheetLimits): SheetRow[] {
  const text = given.replace(/^\ufeff/, "");
  const mark = delimiterOf(text);
  const rows: SheetRow[] = [];
  let cells: string[] = [];
  let row = 1;
  let at = 0;
  const endRow = () => {
    if (cells.some((cell) => cell.trim() !== "")) rows.push({ row, cells });
    if (rows.length > limits.rows) throw new FileRefusal("file_too_large");
    cells = [];
    row += 1;
  };
  while (at < text.length) {
    const [cell, next] = text[at] === '"' ? quoted(text, at) : plain(text, at, mark);
    cells.push(cell);
    if (cells.length > limits.columns) throw new FileRefusal("file_too_large");
    const after = text[next];
    at = next + 1;
    if (after === mark) {
      // A line that ends in a delimiter ends in an empty cell.
      if (at === text.length || text[at] === "\r" || text[at] === "\n") cells.push("");
      else continue;
    }
    const ending = after === mark ? text[at] : after;
    if (after === mark) at += 1;
    if (ending !== undefined && ending !== "\r" && ending !== "\n") throw new FileRefusal("file_damaged");
    if (ending === "\r" && text[at] === "\n") at += 1;
    endRow();
  }
  return rows;
}

/** A quoted cell that begins at `start`. @returns its text, and where it ends */
function quoted(text: string, start: number): [string, number] {
  const parts: string[] = [];
  let from = start + 1;
  for (;;) {
    const end = text.indexOf('"', from);
    if (end < 0) throw new FileRefusal("file_damaged");
    parts.push(text.slice(from, end));
    if (text[end + 1] !== '"') return [parts.join('"'), end + 1];
    from = end + 2;
  }
}

/** A cell without quotes. @returns its text, and where it ends */
function plain(text: string, start: number, mark: string): [string, number] {
  let end = start;
  while (end < text.length && text[end] !== mark && text[end] !== "\r" && text[end] !== "\n") end += 1;
  return [text.slice(start, end), end];
}
