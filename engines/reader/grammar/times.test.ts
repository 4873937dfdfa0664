import { expect, test } from "vitest";
import { isoDay, isWeekend, monthsOf } from "./days.ts";
import { deadlineIn, eventIn } from "./deadlines.ts";
import { momentsIn } from "./moments.ts";

const TIMES = { reference: "2024-11-25", isWorkingDay: (iso: string) => !isWeekend(iso) };
const due = (text: string, times = TIMES): string => {
  const { kind, date, from, to, text: words, warning } = deadlineIn(text, times);
  const days = date ?? (from === undefined ? "" : `${from}..${to}`);
  return `${kind}|${days}|${words}${warning === undefined ? "" : "|!"}`;
};

test.each([
  ["hoàn thành chậm nhất 10/12/2024", "date|2024-12-10|chậm nhất 10/12/2024"],
  ["báo cáo chậm nhất ngày 15/12/2024", "date|2024-12-15|chậm nhất ngày 15/12/2024|!"],
  ["hoàn thành ngày 10.12.2024", "date|2024-12-10|hoàn thành ngày 10.12.2024"],
  ["đến hết ngày 31 tháng 12 năm 2024", "date|2024-12-31|đến hết ngày 31 tháng 12 năm 2024"],
  ["gửi trước ngày 10/12", "before|2024-12-10|trước ngày 10/12"],
  ["gửi trước ngày 15/2", "before|2025-02-15|trước ngày 15/2|!"],
  ["gửi trước 17h00 ngày 20/12/2024", "before|2024-12-20|trước 17h00 ngày 20/12/2024"],
  ["nộp trước tháng 3/2025", "before|2025-03-01|trước tháng 3/2025|!"],
  ["gửi trong tháng 11/2024", "month|2024-11-01..2024-11-30|trong tháng 11/2024|!"],
  ["hết tháng 12 báo cáo", "month|2024-12-01..2024-12-31|hết tháng 12"],
  ["hoàn thành trong tháng 01 năm 2025", "month|2025-01-01..2025-01-31|hoàn thành trong tháng 01 năm 2025"],
  ["từ tháng 2-6/2025", "range|2025-02-01..2025-06-30|từ tháng 2-6/2025"],
  ["từ tháng 2 đến hết tháng 6/2025", "range|2025-02-01..2025-06-30|từ tháng 2 đến hết tháng 6/2025"],
  [
    "từ ngày 01/12/2024 đến ngày 31/12/2024",
    "range|2024-12-01..2024-12-31|từ ngày 01/12/2024 đến ngày 31/12/2024",
  ],
  ["trong quý I/2025", "range|2025-01-01..2025-03-31|trong quý I/2025"],
  ["trong quý 4 năm 2024", "range|2024-10-01..2024-12-31|trong quý 4 năm 2024"],
  ["trong quý II", "range|2025-04-01..2025-06-30|trong quý II"],
  ["trong 6 tháng đầu năm 2025", "range|2025-01-01..2025-06-30|trong 6 tháng đầu năm 2025"],
  ["trong 6 tháng cuối năm", "range|2024-07-01..2024-12-31|trong 6 tháng cuối năm"],
  ["trong năm 2025", "range|2025-01-01..2025-12-31|trong năm 2025"],
  ["định kỳ hằng quý báo cáo", "recurring||định kỳ hằng quý"],
  ["trước ngày 25 hàng tháng", "recurring||trước ngày 25 hàng tháng"],
  ["báo cáo 02 tuần/lần", "recurring||02 tuần/lần"],
  ["trình ngay sau khi được phê duyệt, công khai", "event||ngay sau khi được phê duyệt"],
  [
    "trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ",
    "event||trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ",
  ],
  ["khẩn trương rà soát", "none||khẩn trương"],
  ["hoàn thành trong thời gian sớm nhất", "none||trong thời gian sớm nhất"],
  ["rà soát quy hoạch đến năm 2045", "none||"],
  ["giai đoạn từ đầu năm đến nay", "none||"],
  ["đã giải ngân đến ngày 30/6/2018", "none||"],
  ["hoàn thành ngày 31/02/2025", "none||"],
  ["trong tháng 13/2025", "none||"],
  ["tại mốc 1119/2 và 1.980.000 đồng", "none||"],
  ["rà soát", "none||"],
])("%s", (text, expected) => {
  expect(due(text)).toBe(expected);
});

test("a day without a year stays in words when nothing tells the year", () => {
  const deadline = deadlineIn("gửi trước ngày 15/2", { ...TIMES, reference: null });
  expect(deadline).toEqual({ kind: "before", text: "trước ngày 15/2" });
  expect(deadlineIn("trong tháng 3", { ...TIMES, reference: null })).toEqual({
    kind: "month",
    text: "trong tháng 3",
  });
  expect(momentsIn("6 tháng đầu năm", null)[0]?.from).toBeNull();
});

test("the date of a cited document is no deadline", () => {
  const text = "hoàn thành ngày 10/12/2024";
  expect(deadlineIn(text, TIMES, [[10, 26]]).kind).toBe("none");
});

test("a day outweighs a rhythm, a rhythm an event, an event urgency", () => {
  expect(due("khẩn trương báo cáo hằng tháng sau khi họp, xong trước ngày 10/12/2024")).toMatch(/^before/u);
  expect(due("khẩn trương báo cáo hằng tháng sau khi họp")).toMatch(/^recurring/u);
  expect(due("khẩn trương báo cáo sau khi họp")).toMatch(/^event/u);
});

test("of several days in a clause the last one ends it", () => {
  expect(due("trình trước ngày 5/12/2024, hoàn thành trước ngày 10/12/2024")).toMatch(/^before\|2024-12-10/u);
});

test("the working days of a calendar decide on the warning", () => {
  const allWork = { reference: null, isWorkingDay: () => true };
  expect(deadlineIn("chậm nhất ngày 15/12/2024", allWork).warning).toBeUndefined();
});

test("an event ends before what follows from it", () => {
  expect(eventIn("ngay sau khi quy hoạch được duyệt sẽ trình")?.deadline.text).toBe(
    "ngay sau khi quy hoạch được duyệt",
  );
  expect(eventIn("rà soát")).toBeNull();
});

test("only days of the calendar are days", () => {
  expect(isoDay(2024, 2, 29)).toBe("2024-02-29");
  expect(isoDay(2023, 2, 29)).toBeNull();
  expect(isoDay(1800, 1, 1)).toBeNull();
  expect(isoDay(2300, 1, 1)).toBeNull();
  expect(monthsOf(2024, 2, 2)).toEqual({ from: "2024-02-01", to: "2024-02-29" });
  expect(monthsOf(2024, 12, 12)).toEqual({ from: "2024-12-01", to: "2024-12-31" });
  expect(monthsOf(2024, 6, 2)).toBeNull();
  expect(monthsOf(2024, 0, 2)).toBeNull();
  expect(monthsOf(2024, 2, 13)).toBeNull();
});
