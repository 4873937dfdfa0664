import { describe, expect, test } from "vitest";
import { read } from "../read.ts";
import { repairCharacters } from "./characters.ts";
import { originalSpan, paragraphsOf } from "./paragraphs.ts";
import { dropTone, foldTone, plain } from "./syllables.ts";

const texts = (original: string): string[] =>
  paragraphsOf(repairCharacters(original)).map(({ text }) => text);
const only = (original: string) => {
  const { tasks } = read(`UBND tỉnh yêu cầu thực hiện các nhiệm vụ sau:\n${original}`);
  return tasks.map(({ lead, action, deadline }) => ({
    lead: lead.text,
    action,
    due: deadline.date ?? deadline.kind,
  }));
};
const CLEAN = [
  { lead: "Sở Xây dựng", action: "khẩn trương hỗ trợ nhà đầu tư trước ngày 15/12/2024", due: "2024-12-15" },
];

describe("faults of scanned and converted text", () => {
  test.each([
    ["U+01A3 stands for ư", "Sở Xây dựng khẩn trƣơng hỗ trợ nhà đầu tƣ trƣớc ngày 15/12/2024."],
    [
      "letters are split into base and marks",
      "Sở Xây dựng khẩn trương hỗ trợ nhà đầu tư trước ngày 15/12/2024.".normalize("NFD"),
    ],
    [
      "emphasis marks stand inside and around words",
      "**Sở Xây dựng** khẩn trương *hỗ trợ* nhà đầu tư trước ngày **15/12/2024**.",
    ],
    ["lines are broken", "Sở Xây\ndựng khẩn trương hỗ trợ nhà đầu tư trước ngày\n\n15/12/2024."],
    ["lines end with CR LF", "Sở Xây dựng khẩn trương hỗ trợ\r\nnhà đầu tư trước ngày 15/12/2024."],
    [
      "a page number stands in mid-sentence",
      "Sở Xây dựng khẩn trương hỗ trợ nhà đầu\n\n 4 \n\ntư trước ngày 15/12/2024.",
    ],
    [
      "a page line stands in mid-sentence",
      "Sở Xây dựng khẩn trương hỗ trợ nhà đầu\n\nTrang 4/10\n\ntư trước ngày 15/12/2024.",
    ],
    [
      "a footnote mark stands on its own line",
      "Sở Xây dựng khẩn trương hỗ trợ\n2\n nhà đầu tư trước ngày 15/12/2024.",
    ],
    [
      "a letter is lost at a syllable's end",
      "Sở Xây dựng khẩn trương h  trợ nhà đầu tư trước ngày 15/12/2024.",
    ],
    [
      "a letter is lost inside a syllable",
      "Sở Xây dựng khẩn tr ơng hỗ trợ nhà đầu tư trước ngày 15/12/2024.",
    ],
    [
      "invisible characters and hard spaces",
      "Sở\u00a0Xây dựng khẩn\u200b trương hỗ\u00ad trợ nhà đầu tư trước ngày\u202f15/12/2024.",
    ],
    ["spaces are doubled", "Sở  Xây   dựng khẩn trương  hỗ trợ nhà đầu tư trước  ngày 15/12/2024."],
    [
      "Markdown escapes and headings",
      "> Sở Xây dựng khẩn trương hỗ trợ nhà đầu tư trước ngày 15\\/12\\/2024.",
    ],
  ])("%s", (_fault, text) => {
    expect(only(text).map((task) => ({ ...task, action: task.action.replace("tr ơng", "trương") }))).toEqual(
      CLEAN,
    );
  });

  test("a misread tone in a verb is still that verb", () => {
    expect(only("yêu cầu Chủ tịch UBND huyện Cao Lộc kiêm điểm trách nhiệm.")).toEqual([
      { lead: "Chủ tịch UBND huyện Cao Lộc", action: "kiêm điểm trách nhiệm", due: "none" },
    ]);
  });

  test("a misread tone does not hide an order to bodies without a name", () => {
    expect(only("Các cơ quan rá soát quy hoạch.")).toMatchObject([{ lead: "Các cơ quan" }]);
  });

  test("a tone mark in its old place is the same word", () => {
    expect(only("Uỷ ban nhân dân xã Đồng Đăng rà soát.")).toMatchObject([
      { lead: "Uỷ ban nhân dân xã Đồng Đăng" },
    ]);
    expect(foldTone("uỷ ban, hoá đơn, quý, hoàn, khoẻ")).toBe("ủy ban, hóa đơn, quý, hoàn, khỏe");
  });

  test("tones and diacritics are dropped apart", () => {
    expect(dropTone("kiểm điểm đầu tư")).toBe("kiêm điêm đâu tư");
    expect(plain("Đồng Đăng ÐẠI")).toBe("dong dang ðai");
  });

  test("a symbol broken at its hyphen is one word, a marker pair too", () => {
    expect(texts("Báo cáo số 170/BC-\nUBND ngày 11/7/2016 tại mốc 1088/2-\n1089.")).toEqual([
      "Báo cáo số 170/BC-UBND ngày 11/7/2016 tại mốc 1088/2-1089.",
    ]);
  });

  test("a superscript and its footnote leave the sentence whole, the footnote comes after", () => {
    const page =
      "sửa chữa hạ tầng kỹ thuật\n1\n. Riêng khu vực cửa khẩu, Ban\n\n   \n\n1\nKhắc phục hệ thống thoát nước.\nQuản lý đã phối hợp.";
    const paragraphs = paragraphsOf(repairCharacters(page));
    expect(paragraphs.map(({ note }) => note)).toEqual([false, true]);
    expect(paragraphs.at(-1)?.text).toBe("Khắc phục hệ thống thoát nước.");
    expect(paragraphs[0]?.text).toBe(
      "sửa chữa hạ tầng kỹ thuật . Riêng khu vực cửa khẩu, Ban Quản lý đã phối hợp.",
    );
  });

  test("a footnote that never ends gives the text back after six lines", () => {
    const lines = Array.from({ length: 9 }, (_, i) => `Dòng ${"abcdefghi"[i]} của ghi chú`).join("\n\n");
    const { length } = paragraphsOf(repairCharacters(`Một câu\n1\ncó chú thích.\n\n1\n${lines}`)).filter(
      ({ note }) => !note,
    );
    expect(length).toBeGreaterThan(1);
  });

  test("hard-wrapped lines are joined where the next word did not fit, and broken where it did", () => {
    const line = "Căn cứ quy hoạch đã được phê duyệt tại khu vực cửa khẩu Tân Thanh thuộc";
    const wrapped = [
      line,
      line,
      line,
      line,
      line,
      line,
      line,
      "huyện Văn Lãng",
      "Nội dung khác bắt đầu ở đây",
    ].join("\n");
    expect(texts(wrapped)).toHaveLength(8);
    const body = line.replace("Căn cứ", "Theo đúng");
    const joined = texts(
      [body, body, body, body, body, body, body, "tại chỗ", "Nội dung khác bắt đầu ở đây"].join("\n"),
    );
    expect(joined).toHaveLength(2);
    expect(joined[1]).toBe("Nội dung khác bắt đầu ở đây");
  });

  test("lines of capitals are one heading; a capital line ends the text before it", () => {
    expect(texts("nội dung cũ\nTÌNH HÌNH PHÁT TRIỂN\n6 THÁNG ĐẦU NĂM\nnội dung mới")).toEqual([
      "nội dung cũ",
      "TÌNH HÌNH PHÁT TRIỂN 6 THÁNG ĐẦU NĂM",
      "nội dung mới",
    ]);
  });

  test("a span leads from the mended text back to the original", () => {
    const original = "  **h  trợ** nhà đầu tƣ";
    const [paragraph] = paragraphsOf(repairCharacters(original));
    expect(paragraph?.text).toBe("hỗ trợ nhà đầu tư");
    if (paragraph === undefined) return;
    expect(original.slice(...originalSpan(paragraph, 0, paragraph.text.length))).toBe("h  trợ** nhà đầu tƣ");
    expect(original.slice(...originalSpan(paragraph, 7, 10))).toBe("nhà");
  });

  test("an absurd run of combining marks is kept without being composed", () => {
    const { text } = repairCharacters(`a${"\u0301".repeat(10)}`);
    expect(text.length).toBeLessThanOrEqual(11);
    expect(repairCharacters("\u0344").text).toBe("\u0344");
  });
});
