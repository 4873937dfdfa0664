import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { documentText } from "./document-text.ts";
import { MOST_BYTES } from "./refusal.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const refusal = (bytes: Uint8Array, name: string): Promise<string> =>
  documentText(bytes, name).then(
    () => "read",
    (error: unknown) => (error instanceof Error && "code" in error ? String(error.code) : "thrown"),
  );

const paragraph = (words: string, properties = ""): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`;
const docx = (body: string): Uint8Array =>
  zipSync({
    "[Content_Types].xml": strToU8("<Types/>"),
    "word/document.xml": strToU8(`<?xml version="1.0"?><w:document><w:body>${body}</w:body></w:document>`),
  });

/** A one-page PDF whose font maps each code to a letter by ToUnicode, as word processors write it. */
function pdf(lines: readonly string[], trailer = ""): Uint8Array {
  const letters = [...new Set(lines.join(""))];
  const code = (letter: string): string => (letters.indexOf(letter) + 1).toString(16).padStart(4, "0");
  const hex = (letter: string): string => letter.codePointAt(0)?.toString(16).padStart(4, "0") ?? "";
  const shown = lines.map((line) => `<${[...line].map(code).join("")}> Tj 0 -20 Td`).join("\n");
  const content = `BT /F1 12 Tf 50 700 Td\n${shown}\nET`;
  const map = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange ${letters.length} beginbfchar ${letters.map((letter) => `<${code(letter)}> <${hex(letter)}>`).join("\n")} endbfchar endcmap end end`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type0 /BaseFont /Times /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
    "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Times /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 600 >>",
    `<< /Length ${map.length} >>\nstream\n${map}\nendstream`,
  ];
  const offsets: number[] = [];
  let file = "%PDF-1.7\n";
  for (const [i, object] of objects.entries()) {
    offsets.push(file.length);
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
  }
  const start = file.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF`;
  return Uint8Array.from(file, (letter) => letter.charCodeAt(0));
}

describe("files that are read", () => {
  test("plain text and Markdown come as they are, in UTF-8 and UTF-16", async () => {
    expect(await documentText(bytesOf("Giao Sở Xây dựng"), "a.txt")).toBe("Giao Sở Xây dựng");
    expect(await documentText(bytesOf("\ufeff# Thông báo"), "a.md")).toBe("# Thông báo");
    const wide = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from("Sở", (c) => c.charCodeAt(0)).buffer),
    ]);
    expect(await documentText(wide, "a.txt")).toBe("Sở");
    expect(await documentText(bytesOf("không tên"), "notice")).toBe("không tên");
  });

  test("a DOCX gives one line per paragraph, list items marked, deleted text and fields left out", async () => {
    const body =
      paragraph("THÔNG BÁO") +
      paragraph("Giao Sở A &amp; B &#7843;", "<w:numPr><w:ilvl/></w:numPr>") +
      "<w:p><w:r><w:delText>xóa</w:delText><w:instrText>PAGE</w:instrText><w:t>trước</w:t><w:br/><w:t>sau</w:t><w:tab/><w:t>&#x1EA3;&unknown;</w:t></w:r></w:p>";
    expect(await documentText(docx(body), "a.docx")).toBe(
      "THÔNG BÁO\n- Giao Sở A & B ả\ntrước\nsau\tả&unknown;",
    );
  });

  test("a PDF read into a Buffer, as from a disk, gives its text and leaves the Buffer as it was", async () => {
    const buffer = Buffer.from(pdf(["Giao Sở Xây dựng"]));
    const before = Buffer.from(buffer);
    expect((await documentText(buffer, "a.pdf")).trim()).toBe("Giao Sở Xây dựng");
    expect(buffer.equals(before)).toBe(true);
  });

  test("a PDF gives its Vietnamese text line by line", async () => {
    const text = await documentText(pdf(["Giao Sở Xây dựng", "trước ngày 15/12/2024"]), "a.pdf");
    expect(text.split("\n").map((line) => line.trim())).toEqual([
      "Giao Sở Xây dựng",
      "trước ngày 15/12/2024",
    ]);
  });
});

describe("files that are refused, each with its code", () => {
  const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  const encryptedZip = docx(paragraph("x"));
  encryptedZip[6] = 1;
  const cases: readonly (readonly [why: string, bytes: Uint8Array, name: string, code: string])[] = [
    ["nothing in it", new Uint8Array(), "a.txt", "file_empty"],
    ["blanks only", bytesOf(" \n "), "a.txt", "file_empty"],
    ["more than 20 MB", new Uint8Array(MOST_BYTES + 1).fill(97), "a.txt", "file_too_large"],
    ["more than four million characters", new Uint8Array(4_000_001).fill(97), "a.txt", "file_too_large"],
    [
      "a password on a DOCX",
      Uint8Array.from([...compound, ...bytesOf([..."EncryptedPackage"].join("\0"))]),
      "a.docx",
      "file_encrypted",
    ],
    ["an encrypted archive", encryptedZip, "a.docx", "file_encrypted"],
    [
      "a password on a PDF",
      pdf(
        ["x"],
        "/Encrypt << /Filter /Standard /V 1 /R 2 /O (abcdefghijklmnopqrstuvwxyz012345) /U (abcdefghijklmnopqrstuvwxyz012345) /P -44 >> /ID [(a) (a)]",
      ),
      "a.pdf",
      "file_encrypted",
    ],
    ["an old Word file", Uint8Array.from([...compound, 0, 0]), "a.doc", "file_kind_unknown"],
    ["a PDF called .docx", pdf(["x"]), "a.docx", "file_mislabelled"],
    ["a DOCX called .pdf", docx(paragraph("x")), "a.pdf", "file_mislabelled"],
    ["a DOCX called .txt", docx(paragraph("x")), "a.txt", "file_mislabelled"],
    ["a text called .pdf", bytesOf("x"), "a.pdf", "file_mislabelled"],
    [
      "an archive that is no document",
      zipSync({ "xl/workbook.xml": strToU8("<x/>") }),
      "a.docx",
      "file_mislabelled",
    ],
    ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 0xff]), "a.png", "file_kind_unknown"],
    ["zero bytes in a text", bytesOf("a\0b"), "a.txt", "file_kind_unknown"],
    ["a cut-off archive", docx(paragraph("x")).slice(0, 60), "a.docx", "file_damaged"],
    ["a cut-off PDF", bytesOf("%PDF-1.7\n1 0 obj"), "a.pdf", "file_damaged"],
    ["a scanned PDF without text", pdf([]), "a.pdf", "file_no_text"],
    ["a DOCX without text", docx(""), "a.docx", "file_no_text"],
  ];

  test.each(cases)("%s", async (_why, bytes, name, code) => {
    expect(await refusal(bytes, name)).toBe(code);
  });

  test("a body that inflates beyond the limit is refused before it is inflated", async () => {
    const bomb = zipSync({ "word/document.xml": new Uint8Array(70_000_000) }, { level: 9 });
    expect(await refusal(bomb, "a.docx")).toBe("file_too_large");
  });
});
