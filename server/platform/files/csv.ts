/**
 * One line of a CSV file (RFC 4180, CRLF). A text that a spreadsheet would take for a formula gets an apostrophe before
 * it, so that opening the file computes nothing.
 */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(cell).join(",")}\r\n`;
}

// The wide signs too: a Chinese spreadsheet reads them as the narrow ones.
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r]/;

function cell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const harmless = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
