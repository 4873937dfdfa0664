import { strToU8, zipSync } from "fflate";
import { encoded } from "./xml-text.ts";

export type NewSheet = {
  name: string;
  rows: readonly (readonly string[])[];
  /** Per column (from 0) the sheet and column whose cells it is chosen from. */
  choices?: ReadonlyMap<number, { sheet: string; column: number; count: number }>;
};

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaged = "http://schemas.openxmlformats.org/package/2006";
const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Rows below the head that a choice is offered in. */
const offered = 1000;

/** 27 → `AB`. */
function letters(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26));
  return column < 26 ? rest : letters(Math.floor(column / 26) - 1) + rest;
}

/** An XLSX file of text cells alone: every cell and every column is formatted as text, so that nothing typed is rounded or computed. */
export function writeXlsx(sheets: readonly NewSheet[]): Uint8Array {
  const numbered = sheets.map((sheet, at) => ({ ...sheet, id: at + 1 }));
  const parts = {
    "[Content_Types].xml": `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${numbered.map(({ id }) => `<Override PartName="/xl/worksheets/sheet${id}.xml" ContentType="${type}.worksheet+xml"/>`).join("")}</Types>`,
    "_rels/.rels": `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${numbered.map(({ name, id }) => `<sheet name="${encoded(name)}" sheetId="${id}" r:id="rId${id}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${head}<Relationships xmlns="${packaged}/relationships">${numbered.map(({ id }) => `<Relationship Id="rId${id}" Type="${office}/worksheet" Target="worksheets/sheet${id}.xml"/>`).join("")}<Relationship Id="rIdStyles" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    // Format 49 is text (ECMA-376 part 1, 18.8.30).
    "xl/styles.xml": `${head}<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="49" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(numbered.map((sheet) => [`xl/worksheets/sheet${sheet.id}.xml`, sheetXml(sheet)])),
  };
  const files = Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)] as const);
  // One instant for every file: the same content gives the same bytes.
  return zipSync(Object.fromEntries(files), { mtime: new Date(1980, 0, 1) });
}

function sheetXml({ rows, choices = new Map() }: NewSheet): string {
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const cell = (text: string, column: number, row: number) =>
    `<c r="${letters(column)}${row}" s="1" t="inlineStr"><is><t xml:space="preserve">${encoded(text)}</t></is></c>`;
  const lines = rows.map(
    (row, at) => `<row r="${at + 1}">${row.map((text, column) => cell(text, column, at + 1)).join("")}</row>`,
  );
  const offers = [...choices].map(([at, { sheet, column, count }]) => {
    const from = `'${sheet.replaceAll("'", "''")}'!$${letters(column)}$2:$${letters(column)}$${count + 1}`;
    return `<dataValidation type="list" allowBlank="1" sqref="${letters(at)}2:${letters(at)}${offered}"><formula1>${encoded(from)}</formula1></dataValidation>`;
  });
  const validations =
    offers.length === 0
      ? ""
      : `<dataValidations count="${offers.length}">${offers.join("")}</dataValidations>`;
  return `${head}<worksheet xmlns="${main}"><cols><col min="1" max="${columns}" width="22" style="1" customWidth="1"/></cols><sheetData>${lines.join("")}</sheetData>${validations}</worksheet>`;
}
