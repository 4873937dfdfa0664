import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { csvLine } from "./csv.ts";
import { FileRefusal } from "./refusal.ts";
import { sheetRows } from "./sheet-rows.ts";
import { writeXlsx } from "./write-xlsx.ts";

const limits = { columns: 10, rows: 20 };
const read = (bytes: Uint8Array | string) =>
  sheetRows(typeof bytes === "string" ? strToU8(bytes) : bytes, limits);
const cells = (bytes: Uint8Array | string) => read(bytes).map((row) => row.cells);
const refused = (code: string) => expect.objectContaining({ code });
const sheet = (body: string, more: Record<string, string> = {}) =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        "xl/workbook.xml":
          '<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="7" r:id="x"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels":
          '<Relationships><Relationship Id="x" Target="/xl/worksheets/one.xml"/></Relationships>',
        "xl/worksheets/one.xml": `<worksheet><sheetData>${body}</sheetData></worksheet>`,
        ...more,
      }).map(([name, text]) => [name, strToU8(text)]),
    ),
  );

describe("a CSV file", () => {
  it("is read with comma, semicolon or tab, quotes, either line ending and a byte order mark", () => {
    expect(cells('\ufeffa,b\r\n"x, ""y""\nz",\r\n\r\nlast,1')).toEqual([
      ["a", "b"],
      ['x, "y"\nz', ""],
      ["last", "1"],
    ]);
    expect(cells("a;b\n1,5;2\n")).toEqual([
      ["a", "b"],
      ["1,5", "2"],
    ]);
    expect(cells("a\tb\n1\t2")).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
    expect(read("a\n\n\nb").map((row) => row.row)).toEqual([1, 4]);
  });

  it("in UTF-16 is read, in another encoding refused", () => {
    expect(cells(Buffer.from("\ufeffBiển,số", "utf16le"))).toEqual([["Biển", "số"]]);
    expect(() => read(new Uint8Array([0x42, 0xe9, 0x6e]))).toThrow(refused("file_kind_unknown"));
  });

  it("with an open quote, text after a quote, too many rows or columns is refused", () => {
    expect(() => read('a,"b')).toThrow(refused("file_damaged"));
    expect(() => read('a,"b"c')).toThrow(refused("file_damaged"));
    expect(() => read("a\n".repeat(21))).toThrow(refused("file_too_large"));
    expect(() => read(",".repeat(11))).toThrow(refused("file_too_large"));
    expect(() => read(new Uint8Array())).toThrow(refused("file_empty"));
  });

  it("gives back whatever cells were written, but for the apostrophe that disarms a formula", () => {
    const cell = fc.string({ unit: "grapheme", maxLength: 12 }).filter((text) => !text.includes("\0"));
    const row = fc
      .array(cell, { minLength: 2, maxLength: 5 })
      .filter((one) => one.some((text) => text.trim()));
    fc.assert(
      fc.property(row, (one) => {
        // The first line decides the delimiter.
        const [, again] = cells(`a,b,c,d,e\r\n${csvLine(one)}`);
        expect(again?.map((text) => text.replace(/^'(?=\s*[=+\-@＝＋－＠]|[\t\r])/, ""))).toEqual(
          one.map((text) => text.replace(/^'(?=\s*[=+\-@＝＋－＠]|[\t\r])/, "")),
        );
      }),
      { numRuns: process.env.MOC_DEEP ? 5000 : 100 },
    );
  });
});

describe("an XLSX file", () => {
  it("that we wrote is read as it was written", () => {
    const rows = [
      ["Biển số xe", "a & <b>"],
      ["=1+1", ' "x" '],
    ];
    expect(cells(writeXlsx([{ name: "Khai báo", rows }]))).toEqual(rows);
  });

  it("is read with shared, inline and formula texts, numbers as typed, gaps and another first sheet", () => {
    const shared =
      '<sst><si><t>一</t><rPh sb="0"><t>yī</t></rPh></si><si><r><t>rich </t></r><r><t xml:space="preserve">text</t></r></si></sst>';
    const body =
      '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="C3" t="s"><v>1</v></c><c r="D3" t="inlineStr"><is><t>in&#x6C;ine</t></is></c></row>' +
      '<row r="5"><c r="A5"><v>3.07001234560E11</v></c><c r="B5" t="str"><f>A1&amp;B1</f><v>kept</v></c><c r="C5"><v>1234567890123456789</v></c><c r="D5" t="e"><v>#REF!</v></c><c r="E5"/></row>';
    expect(read(sheet(body, { "xl/sharedStrings.xml": shared }))).toEqual([
      { row: 3, cells: ["一", "", "rich text", "inline"] },
      { row: 5, cells: ["307001234560", "kept", "1.2345678901234568e+18", "#REF!"] },
    ]);
  });

  it("that unpacks to a bomb, or lies about its size, is refused or read as far as it said", () => {
    const bomb = sheet(" ".repeat(9 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(20_000);
    expect(() => read(bomb)).toThrow(refused("file_too_large"));
    const lying = Buffer.from(bomb);
    const directory = lying.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    for (let at = directory; at >= 0; at = lying.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]), at + 4))
      lying.writeUInt32LE(100, at + 24);
    const before = process.memoryUsage().arrayBuffers;
    try {
      read(lying);
    } catch (error) {
      expect(error).toBeInstanceOf(FileRefusal);
    }
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 * 1024 * 1024);
  });

  it("with entities of its own, encrypted, cut off, without a workbook, too long or too wide is refused", () => {
    const entity = sheet("", { "xl/sharedStrings.xml": '<!DOCTYPE x [<!ENTITY a "aaaa">]><sst/>' });
    expect(() => read(entity)).toThrow(refused("file_damaged"));
    const encrypted = Buffer.from(sheet(""));
    encrypted[6] = 1;
    expect(() => read(encrypted)).toThrow(refused("file_encrypted"));
    expect(() => read(sheet("").slice(0, 90))).toThrow(refused("file_damaged"));
    expect(() => read(zipSync({ "word/document.xml": strToU8("<w/>") }))).toThrow(
      refused("file_kind_unknown"),
    );
    expect(() => read("%PDF-1.7")).toThrow(refused("file_kind_unknown"));
    const row = (n: number, at = "A") => `<row r="${n}"><c r="${at}${n}" t="str"><v>x</v></c></row>`;
    const long = Array.from({ length: 21 }, (_, n) => row(n + 1)).join("");
    expect(() => read(sheet(long))).toThrow(refused("file_too_large"));
    expect(() => read(sheet(row(1, "XFD")))).toThrow(refused("file_too_large"));
    expect(read(sheet(row(1_048_576)))).toEqual([{ row: 1_048_576, cells: ["x"] }]);
  });

  it("of hostile markup is read in one pass", () => {
    const began = performance.now();
    for (const junk of ["<a".repeat(500_000), "<".repeat(1_000_000), `<c r="${"A".repeat(900_000)}`])
      cells(sheet(junk));
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
