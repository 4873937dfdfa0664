import { unzipSync } from "fflate";
import { FileRefusal } from "./refusal.ts";
import type { SheetLimits, SheetRow } from "./sheet-rows.ts";
import { decoded } from "./xml-text.ts";

/** Bytes of the parts that are unpacked, together: a file of ours has a hundredth of it, a bomb more. */
const mostUnpacked = 8 * 1024 * 1024;
const wanted = /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/;

// No tag reaches over the next one: hostile markup is read in one pass.
const TAG = /<(\/?)(?:\w{1,20}:)?(\w+)([^<>]*)>|([^<]+)/g;

/** Rows of the first sheet of an XLSX file. @throws FileRefusal */
export function xlsxRows(bytes: Uint8Array, limits: SheetLimits): SheetRow[] {
  const parts = unpack(bytes);
  const workbook = parts.get("xl/workbook.xml");
  if (workbook === undefined) throw new FileRefusal("file_kind_unknown");
  const sheet = parts.get(firstSheet(workbook, parts.get("xl/_rels/workbook.xml.rels") ?? ""));
  if (sheet === undefined) throw new FileRefusal("file_damaged");
  return rowsOf(sheet, sharedStrings(parts.get("xl/sharedStrings.xml") ?? ""), limits);
}

function unpack(bytes: Uint8Array): Map<string, string> {
  // Bit 0 of the flags of the first entry: encrypted (APPNOTE.TXT 4.4.4).
  if (((bytes[6] ?? 0) & 1) === 1) throw new FileRefusal("file_encrypted");
  let unpacked = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!wanted.test(name)) return false;
        unpacked += originalSize;
        if (unpacked > mostUnpacked) throw new FileRefusal("file_too_large");
        return true;
      },
    });
    const texts = Object.entries(files).map(
      ([name, part]) => [name, new TextDecoder().decode(part)] as const,
    );
    // Entities of a document's own are never expanded; no spreadsheet writes any.
    if (texts.some(([, text]) => text.includes("<!"))) throw new FileRefusal("file_damaged");
    return new Map(texts);
  } catch (error) {
    throw error instanceof FileRefusal ? error : new FileRefusal("file_damaged");
  }
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s(?:\\w{1,20}:)?${name}="([^"]*)"`).exec(tag)?.[1];

/** Path of the sheet that stands first in the workbook. */
function firstSheet(workbook: string, relations: string): string {
  const sheet = /<(?:\w{1,20}:)?sheet\s[^<>]*>/.exec(workbook)?.[0] ?? "";
  const id = /\s\w{1,20}:id="([^"]*)"/.exec(sheet)?.[1];
  for (const [tag] of relations.matchAll(/<(?:\w{1,20}:)?Relationship\s[^<>]*>/g)) {
    const target = attribute(tag, "Target");
    if (attribute(tag, "Id") === id && target !== undefined)
      return `xl/${target.replace(/^\/?(?:xl\/)?/, "")}`;
  }
  return "xl/worksheets/sheet1.xml";
}

const opens = (closing: string | undefined, attributes: string): boolean =>
  closing === "" && !attributes.endsWith("/");

/** The strings that cells refer to by number, without the readings that stand over Chinese characters (`rPh`). */
function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let inText = false;
  let reading = false;
  for (const [, closing, element, attributes = "", text] of xml.matchAll(TAG)) {
    if (text !== undefined) {
      if (inText && !reading) strings[strings.length - 1] += decoded(text);
    } else if (element === "si") {
      if (closing === "") strings.push("");
    } else if (element === "t") inText = opens(closing, attributes) && strings.length > 0;
    else if (element === "rPh") reading = closing === "";
  }
  return strings;
}

type Cell = { column: number; type: string; value: string };

function rowsOf(xml: string, strings: readonly string[], limits: SheetLimits): SheetRow[] {
  const rows: SheetRow[] = [];
  let row = 0;
  let cells: string[] = [];
  let cell: Cell | undefined;
  let inValue = false;
  for (const [, closing, element, attributes = "", text] of xml.matchAll(TAG)) {
    if (text !== undefined) {
      if (cell !== undefined && inValue) cell.value += decoded(text);
    } else if (element === "row" && closing === "") {
      row = Number(attribute(attributes, "r") ?? row + 1);
      cells = [];
    } else if (element === "row") {
      if (cells.some((value) => value.trim() !== ""))
        rows.push({ row, cells: Array.from(cells, (one) => one ?? "") });
      if (rows.length > limits.rows) throw new FileRefusal("file_too_large");
    } else if (element === "c" && closing === "") {
      const column = columnOf(attribute(attributes, "r")) ?? cells.length;
      cell = { column, type: attribute(attributes, "t") ?? "n", value: "" };
      if (attributes.endsWith("/")) cell = undefined;
    } else if (element === "c" && cell !== undefined) {
      if (cell.column < limits.columns) cells[cell.column] = textOf(cell, strings);
      else if (cell.value.trim() !== "") throw new FileRefusal("file_too_large");
      cell = undefined;
    } else if (element === "v" || element === "t") inValue = opens(closing, attributes);
  }
  return rows;
}

/** `AB12` → 27. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference ?? "")?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function textOf({ type, value }: Cell, strings: readonly string[]): string {
  if (type === "s") return strings[Number(value)] ?? "";
  if (type !== "n" || value === "") return value;
  // 15 digits are what a spreadsheet keeps of a number; a longer one is no longer what was typed.
  const number = Number(value);
  return Number.isFinite(number) && Math.abs(number) < 1e15 ? String(number) : number.toExponential();
}
