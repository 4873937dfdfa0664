import { describe, expect, test } from "vitest";
import { citationsIn } from "../grammar/citations.ts";
import { compileRegister, isForeign, nameKey } from "../names/register.ts";
import { read } from "../read.ts";

const head = (text: string) => read(text).document;

describe("head of a document", () => {
  test("a Party document has its dash before the type", () => {
    expect(
      head(
        "TỈNH ỦY LẠNG SƠN\nSố 45-NQ/TU\nLạng Sơn, ngày 01 tháng 9 năm 2021\nNGHỊ QUYẾT\nvề phát triển công nghiệp\nNội dung.",
      ),
    ).toMatchObject({
      number: "45",
      symbol: "NQ/TU",
      kind: "Nghị quyết",
      issuer: "Tỉnh ủy Lạng Sơn",
      subject: "về phát triển công nghiệp",
    });
  });

  test("the office of a committee issues, not the committee above it", () => {
    expect(head("VĂN PHÒNG UBND TỈNH LẠNG SƠN\nSố: 12/TB-VP\nTHÔNG BÁO\nnội dung").issuer).toBe(
      "Văn phòng UBND tỉnh Lạng Sơn",
    );
  });

  test("number and day may be blank; the month then bounds the deadlines", () => {
    const text =
      "Số: /TB-UBND\nCao Bằng, ngày tháng 5 năm 2024\nTHÔNG BÁO\nKết luận\nUBND huyện Hòa An yêu cầu:\n1. Sở Y tế báo cáo trước ngày 10/6.";
    expect(head(text)).toMatchObject({
      number: null,
      symbol: "TB-UBND",
      date: null,
      issuer: "UBND huyện Cao Bằng",
    });
    expect(read(text).tasks[0]?.deadline.date).toBe("2024-06-10");
    expect(head("Số: …/TB-UBND\nCao Bằng, ngày … tháng … năm 2024\nTHÔNG BÁO\nx").date).toBeNull();
  });

  test("a symbol without any level in the text gives the office and the place", () => {
    expect(head("Số: 3/TB-UBND\nCao Bằng, ngày 1 tháng 5 năm 2024\nTHÔNG BÁO\nx").issuer).toBe(
      "UBND Cao Bằng",
    );
    expect(head("Số: 3/TB-UBND\nTHÔNG BÁO\nx").issuer).toBe("UBND");
    expect(head("Số: 3/TB-SXD\nTHÔNG BÁO\nx").issuer).toBeNull();
  });

  test("a day that no calendar has is no date", () => {
    expect(head("Lạng Sơn, ngày 31 tháng 2 năm 2024\nTHÔNG BÁO\nx").date).toBeNull();
  });

  test("the kind and its subject may share a line", () => {
    expect(head("KẾ HOẠCH Phát triển cửa khẩu\nCăn cứ Luật Đầu tư;").subject).toBe("Phát triển cửa khẩu");
    expect(head("KẾ HOẠCH\nCăn cứ Luật Đầu tư;").subject).toBeNull();
    expect(head("THÔNG BÁO\n-----\nKết luận cuộc họp\nNgày 1/1/2024, đã họp.").subject).toBe(
      "Kết luận cuộc họp",
    );
  });

  test("an article has a title or nothing", () => {
    expect(head("Lạng Sơn thành lập cụm công nghiệp\nNội dung bài.").subject).toBe(
      "Lạng Sơn thành lập cụm công nghiệp",
    );
    expect(head("Lạng Sơn thành lập cụm công nghiệp.").subject).toBeNull();
    expect(head("x".repeat(300)).subject).toBeNull();
  });

  test("the author of a plan is named before its verb", () => {
    const plan = (opening: string) => head(`KẾ HOẠCH\nPhát triển\n${opening}\n1. Rà soát.`).issuer;
    expect(plan("Thực hiện Công văn số 5/UBND-TH, Sở Công Thương xây dựng Kế hoạch như sau:")).toBe(
      "Sở Công Thương",
    );
    expect(plan("Doanh nghiệp xây dựng Kế hoạch như sau:")).toBeNull();
    expect(plan("Sở Công Thương xây dựng Kế hoạch năm 2024.")).toBeNull();
  });

  test("one number with two dates is held with both, a mention without date joins them", () => {
    const cites = head(
      "Thực hiện Quyết định số 9/QĐ-UBND ngày 1/2/2018 và Quyết định số 9/QĐ-UBND.\nTheo Quyết định số 9/QĐ-UBND ngày 3/4/2016.\nCăn cứ Quyết định số 9/QĐ-UBND.",
    ).cites;
    expect(cites.map(({ date }) => date)).toEqual(["2018-02-01", "2016-04-03"]);
  });

  test("a document does not cite itself", () => {
    expect(
      head("Số: 3/TB-UBND\nTHÔNG BÁO\nx\nThông báo số 3/TB-UBND này và Kế hoạch số 4/KH-UBND.").cites,
    ).toHaveLength(1);
  });
});

describe("citations", () => {
  const cited = (text: string) =>
    citationsIn(text).map(({ kind, number, symbol, date }) => [kind, number, symbol, date]);

  test.each([
    ["Nghị định số 82/2018/NĐ-CP ngày 22/5/2018", ["Nghị định", "82", "2018/NĐ-CP", "2018-05-22"]],
    ["Kết luận số 117-KL/TU ngày 20/01/2017", ["Kết luận", "117", "KL/TU", "2017-01-20"]],
    ["Công văn số 742/SKHĐT-THQH ngày 29 tháng 6 năm 2018", ["Công văn", "742", "SKHĐT-THQH", "2018-06-29"]],
    ["Luật số 47/2024/QH15", ["Luật", "47", "2024/QH15", null]],
    ["Kế hoạch số 239 / KH - UBND", ["Kế hoạch", "239", "KH-UBND", null]],
    ["văn bản 12/UBND-TH", ["Văn bản", "12", "UBND-TH", null]],
    ["số 15/BC-UBND", [null, "15", "BC-UBND", null]],
    ["Nghị quyết số 18 của Trung ương", ["Nghị quyết", "18", null, null]],
    ["Thực hiện Luật Đất đai 2024", ["Luật", null, null, null]],
    ["đã ký Bản ghi nhớ về hợp tác", ["Bản ghi nhớ", null, null, null]],
  ])("%s", (text, expected) => {
    expect(cited(text)).toEqual([expected]);
  });

  test("numbers of a list share the kind in front of it", () => {
    expect(cited("các Quyết định số 638/QĐ-UBND ngày 06/4/2018, số 750/QĐ-UBND ngày 20/4/2018")).toEqual([
      ["Quyết định", "638", "QĐ-UBND", "2018-04-06"],
      ["Quyết định", "750", "QĐ-UBND", "2018-04-20"],
    ]);
  });

  test("a title that holds a number is not cited twice", () => {
    expect(cited("Luật số 47/2024/QH15 và các Quyết định của Thủ tướng số 9/QĐ-TTg")).toHaveLength(2);
  });

  test("ratios, scales and thousands are no documents", () => {
    expect(cited("59/92 hộ, tỷ lệ 1/2.000, mốc 1088/2-1089, 23,8 ha/24 ha, giai đoạn 2016-2020")).toEqual([]);
  });
});

describe("register of organisations", () => {
  const resolve = compileRegister([
    { id: "a", names: [{ text: "Sở Kế hoạch và Đầu tư", to: "2025-03-01" }, { text: "Chi nhánh" }] },
    {
      id: "b",
      names: [
        { text: "Sở Tài chính" },
        { text: "Sở Kế hoạch và Đầu tư", from: "2025-03-01" },
        { text: "Chi nhánh" },
      ],
    },
    { id: "c", names: [{ text: "UBND huyện Cao Lộc" }] },
    { id: "d", names: [{ text: "Chủ tịch UBND tỉnh" }] },
  ]);

  test("a name is the body's that bore it on the day: from included, to excluded", () => {
    expect(resolve("Sở KH&ĐT", "2025-02-28")).toBe("a");
    expect(resolve("Sở Kế hoạch và Đầu tư", "2025-03-01")).toBe("b");
  });

  test("without a day only a name that one body ever bore is resolved", () => {
    expect(resolve("Sở Kế hoạch và Đầu tư", null)).toBeNull();
    expect(resolve("Sở Tài chính", null)).toBe("b");
  });

  test("an ambiguous or unknown name is resolved to nothing", () => {
    expect(resolve("Chi nhánh", "2024-01-01")).toBeNull();
    expect(resolve("Sở Ngoại vụ", "2024-01-01")).toBeNull();
  });

  test("an office stands for its body unless it is registered itself", () => {
    expect(resolve("Chủ tịch Uỷ ban nhân dân huyện Cao Lộc", "2024-01-01")).toBe("c");
    expect(resolve("Chủ tịch UBND tỉnh", "2024-01-01")).toBe("d");
  });

  test("in its own province a body's name leaves the province out", () => {
    const own = [{ id: "e", names: [{ text: "Ban Quản lý dự án đầu tư xây dựng tỉnh Lạng Sơn" }] }];
    expect(compileRegister(own)("Ban Quản lý dự án đầu tư xây dựng tỉnh", null)).toBe("e");
    expect(compileRegister(own)("Ban Quản lý dự án đầu tư xây dựng tỉnh Cao Bằng", null)).toBeNull();
  });

  test("a paper of another province names none of our bodies", () => {
    const own = [{ id: "f", names: [{ text: "Sở Xây dựng" }, { text: "Sở Xây dựng tỉnh Lạng Sơn" }] }];
    expect(isForeign(own, "UBND tỉnh Quảng Ninh")).toBe(true);
    expect(isForeign(own, "UBND tỉnh Lạng Sơn")).toBe(false);
    expect(isForeign(own, null)).toBe(false);
    expect(isForeign(own, "Thủ tướng Chính phủ")).toBe(false);
    expect(isForeign([{ id: "g", names: [{ text: "Sở Xây dựng" }] }], "UBND tỉnh Quảng Ninh")).toBe(false);
    const text =
      "Số: 1/TB-UBND\nQuảng Ninh, ngày 1 tháng 6 năm 2024\nTHÔNG BÁO\nKết luận\nUBND tỉnh yêu cầu Sở Xây dựng rà soát.";
    expect(read(text, { register: own }).tasks[0]?.lead).toEqual({ text: "Sở Xây dựng", organisation: null });
    const ours = text.replace("Quảng Ninh", "Lạng Sơn");
    expect(read(ours, { register: own }).tasks[0]?.lead.organisation).toBe("f");
  });

  test("spellings and abbreviations of one name give one key", () => {
    expect(nameKey("Ban QL Khu KTCK Đồng Đăng – Lạng Sơn")).toBe(
      nameKey("ban QL khu kinh tế cửa khẩu đồng đăng-lạng sơn"),
    );
    expect(nameKey("BCH BĐBP tỉnh")).toBe("bo chi huy bo doi bien phong tinh");
  });
});
