import { csvRows } from "./csv-rows.ts";
import { kindOf } from "./kind.ts";
import { plainText } from "./plain-text.ts";
import { FileRefusal } from "./refusal.ts";
import { xlsxRows } from "./xlsx-rows.ts";

/** One row that is not empty, numbered from 1 as a spreadsheet numbers it. */
export type SheetRow = { row: number; cells: string[] };

/** A sheet may be so wide and so long; what lies beyond is no form of ours. */
export type SheetLimits = { columns: number; rows: number };

/** Name of the stream that an encrypted XLSX carries inside its compound file, in UTF-16. */
const ENCRYPTED_PACKAGE = [..."EncryptedPackage"].join("\0");

/**
 * Rows of the first sheet of an XLSX file, or of a CSV file (UTF-8 or UTF-16; comma, semicolon or tab), as text. The bytes
 * decide what it is. Formulas are not computed: what the spreadsheet computed last is read. @throws FileRefusal
 */
export function sheetRows(bytes: Uint8Array, limits: SheetLimits): SheetRow[] {
  if (bytes.length === 0) throw new FileRefusal("file_empty");
  const kind = kindOf(bytes);
  if (kind === "zip") return xlsxRows(bytes, limits);
  if (kind === "text") return csvRows(plainText(bytes), limits);
  const encrypted =
    kind === "compound" && new TextDecoder("latin1").decode(bytes).includes(ENCRYPTED_PACKAGE);
  throw new FileRefusal(encrypted ? "file_encrypted" : "file_kind_unknown");
}
