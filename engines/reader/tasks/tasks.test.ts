import { describe, expect, test } from "vitest";
import { read } from "../read.ts";

/** The tasks of sentences that stand under an order of the province, as "lead | action | deadline". */
function ordered(sentences: string): string[] {
  const { tasks } = read(`UBND tỉnh yêu cầu thực hiện các nhiệm vụ sau:\n\n${sentences}`);
  return tasks.map(
    ({ lead, action, deadline }) => `${lead.text} | ${action} | ${deadline.date ?? deadline.kind}`,
  );
}

describe("what is a task", () => {
  test.each([
    ["what was done", "Sở Xây dựng đã hoàn thành hồ sơ."],
    ["what is under way", "Sở Xây dựng đang rà soát quy hoạch."],
    ["what will happen by itself", "Sở Xây dựng sẽ có trụ sở mới."],
    ["what is not done", "Sở Xây dựng chưa báo cáo."],
    ["what is agreed to", "Đồng ý với đề xuất của Sở Xây dựng."],
    ["a topic alone", "Công tác giải phóng mặt bằng khu vực cửa khẩu."],
    ["a body alone", "Sở Xây dựng."],
    ["an order that was given before", "UBND tỉnh đã giao Sở Xây dựng rà soát."],
    ["a mention of an order", "Văn bản chỉ đạo của UBND tỉnh còn chậm."],
  ])("%s is none", (_what, sentence) => {
    expect(ordered(sentence)).toEqual([]);
  });

  test.each([
    ["Sở Xây dựng rà soát quy hoạch.", "Sở Xây dựng | rà soát quy hoạch | none"],
    ["Sở Xây dựng: rà soát quy hoạch.", "Sở Xây dựng | rà soát quy hoạch | none"],
    ["Giao Sở Xây dựng: rà soát quy hoạch.", "Sở Xây dựng | rà soát quy hoạch | none"],
    ["Giao Sở Xây dựng nghĩ ra lời giải.", "Sở Xây dựng | nghĩ ra lời giải | none"],
    ["Tôi yêu cầu Sở Xây dựng rà soát.", "Sở Xây dựng | rà soát | none"],
    ["Đồng chí Nguyễn Văn An yêu cầu Sở Xây dựng rà soát.", "Sở Xây dựng | rà soát | none"],
    ["Chủ tịch UBND tỉnh Nguyễn Văn An cũng yêu cầu Sở Xây dựng rà soát.", "Sở Xây dựng | rà soát | none"],
    ["Về giải phóng mặt bằng: Sở Xây dựng rà soát.", "Sở Xây dựng | rà soát | none"],
    ["Trước ngày 15/12/2024, giao Sở Xây dựng rà soát.", "Sở Xây dựng | rà soát | 2024-12-15"],
    ["Đối với các nhà đầu tư cần bảo đảm năng lực.", "các nhà đầu tư | cần bảo đảm năng lực | none"],
    ["Khẩn trương rà soát quy hoạch.", " | Khẩn trương rà soát quy hoạch | none"],
    [
      "Sở Xây dựng số hóa hồ sơ, hoàn thành trong năm.",
      "Sở Xây dựng | số hóa hồ sơ, hoàn thành trong năm | none",
    ],
    ["Sở Xây dựng kịp thời nghĩ cách.", "Sở Xây dựng | kịp thời nghĩ cách | none"],
    ["Sở Xây dựng ngẫm nghĩ thêm.", "Sở Xây dựng | ngẫm nghĩ thêm | none"],
  ])("%s", (sentence, expected) => {
    expect(ordered(sentence)).toEqual([expected]);
  });

  test("a verb that the grammar does not know lowers the confidence", () => {
    const confidence = (verb: string) =>
      read(`UBND tỉnh yêu cầu thực hiện các nhiệm vụ sau:\nSở Xây dựng ${verb} thêm.`).tasks[0]?.confidence ??
      0;
    expect(confidence("ngẫm nghĩ")).toBeLessThan(confidence("rà soát"));
  });
});

describe("one task per lead, action and deadline", () => {
  test("two named bodies have a task each, with the same words", () => {
    const { tasks } = read("UBND tỉnh yêu cầu Sở Xây dựng, Sở Tài chính rà soát.");
    expect(tasks.map(({ lead }) => lead.text)).toEqual(["Sở Xây dựng", "Sở Tài chính"]);
    expect(tasks[0]?.span).toEqual(tasks[1]?.span);
  });

  test("a closing deadline dates the clauses before it, but not those that have their own", () => {
    expect(
      ordered(
        "Sở Xây dựng rà soát; lập danh mục trước ngày 01/12/2024; công khai; hoàn thành trước ngày 15/12/2024.",
      ),
    ).toEqual([
      "Sở Xây dựng | rà soát | 2024-12-15",
      "Sở Xây dựng | lập danh mục trước ngày 01/12/2024 | 2024-12-01",
      "Sở Xây dựng | công khai; hoàn thành trước ngày 15/12/2024 | 2024-12-15",
    ]);
  });

  test("a deadline in a sentence of its own dates the sentence before it", () => {
    expect(ordered("Sở Xây dựng rà soát. Thời gian hoàn thành: trước ngày 15/12/2024.")).toEqual([
      "Sở Xây dựng | rà soát. Thời gian hoàn thành: trước ngày 15/12/2024 | 2024-12-15",
    ]);
  });

  test("a second deadline makes a second task, a second subject too", () => {
    expect(
      ordered("Sở Xây dựng trình hồ sơ trước ngày 01/12/2024 và công bố trước ngày 15/12/2024."),
    ).toEqual([
      "Sở Xây dựng | trình hồ sơ trước ngày 01/12/2024 | 2024-12-01",
      "Sở Xây dựng | công bố trước ngày 15/12/2024 | 2024-12-15",
    ]);
    expect(
      ordered("Sở Xây dựng hướng dẫn trình tự thực hiện, Sở Tài chính thẩm định trước ngày 15/12/2024."),
    ).toEqual([
      "Sở Xây dựng | hướng dẫn trình tự thực hiện | none",
      "Sở Tài chính | thẩm định trước ngày 15/12/2024 | 2024-12-15",
    ]);
  });

  test("those who only take part lead nothing", () => {
    const { tasks } = read(
      "UBND tỉnh yêu cầu Sở Xây dựng phối hợp với Sở Tài chính, Công an tỉnh rà soát trước ngày 15/12/2024.",
    );
    expect(tasks.map(({ lead, with: partners }) => [lead.text, partners.map(({ text }) => text)])).toEqual([
      ["Sở Xây dựng", ["Sở Tài chính", "Công an tỉnh"]],
    ]);
  });

  test("what specifies a task belongs to it", () => {
    expect(ordered("Sở Xây dựng hoàn thiện dự thảo. Trong đó cần nêu rõ kinh phí.")).toEqual([
      "Sở Xây dựng | hoàn thiện dự thảo. Trong đó cần nêu rõ kinh phí | none",
    ]);
  });

  test("an article's speech goes on until a paragraph says no more what must be done", () => {
    const speech = "Chủ tịch UBND tỉnh yêu cầu Sở Xây dựng rà soát.";
    const next = "Các huyện tiếp tục rà soát đất đai; các sở cần hướng dẫn.";
    expect(read(`${speech}\n${next}`).tasks).toHaveLength(3);
    expect(
      read(`${speech}\nHội nghị kết thúc tốt đẹp.\nCác huyện tiếp tục rà soát đất đai.`).tasks,
    ).toHaveLength(1);
  });
});

describe("difficulties outside a section of their own", () => {
  test('a sentence that turns with "Tuy nhiên" to what is late names one', () => {
    const { difficulties } = read(
      "Dự án đã giải ngân 40% giá trị. Tuy nhiên, việc thi công nền đường còn chậm.",
    );
    expect(difficulties.map(({ text }) => text)).toEqual(["Tuy nhiên, việc thi công nền đường còn chậm"]);
  });

  test("a turn to something else names none", () => {
    expect(read("Dự án chậm. Tuy nhiên, kết quả rất tốt.").difficulties).toEqual([]);
  });
});
