import { describe, expect, test } from "vitest";
import { read } from "../read.ts";
import type { Deadline, Reading } from "../reading.ts";
import { DEPARTMENT_PLAN, LETTERED_NOTICE, URGENT_LETTER } from "./composed.ts";

// The notices are composed for these tests in the manner of other provinces; none of them exists.

const due = ({ kind, date, from, to, text }: Deadline): string =>
  [kind, date ?? (from === undefined ? text : `${from}..${to}`)].filter((part) => part !== "").join(" ");
const rows = ({ tasks }: Reading): string[] =>
  tasks.map(
    (task) =>
      `${task.lead.text} | ${task.with.map((party) => party.text).join(" + ")} | ${due(task.deadline)}`,
  );

describe("a notice with lettered items under the name of the lead", () => {
  const reading = read(LETTERED_NOTICE);

  test("its head is read from the letterhead", () => {
    expect(reading.document).toMatchObject({
      number: "412",
      symbol: "TB-UBND",
      date: "2024-06-03",
      issuer: "Ủy ban nhân dân tỉnh Quảng Ninh",
      kind: "Thông báo",
      recipients: ["Như thành phần", "Lưu: VT, GT"],
    });
    expect(reading.document.subject).toMatch(/^Ý kiến kết luận .* Bắc Luân II$/u);
  });

  test("its tasks carry lead, partners and deadline", () => {
    expect(rows(reading)).toEqual([
      "Sở Giao thông vận tải |  | before 2024-06-15",
      "Sở Giao thông vận tải | Công an tỉnh + UBND thành phố Móng Cái | none",
      "Sở Giao thông vận tải |  | recurring định kỳ hằng tuần",
      "Sở Tài chính | Sở Kế hoạch và Đầu tư | range 2024-07-01..2024-09-30",
      "UBND thành phố Móng Cái |  | date 2024-06-30",
      "UBND thành phố Móng Cái |  | none",
      "Ban Quản lý Khu kinh tế Quảng Ninh |  | none",
      "Cục Hải quan tỉnh |  | none",
    ]);
  });

  test("what is merely agreed to is no task", () => {
    expect(reading.tasks.some(({ action }) => action.includes("thống nhất"))).toBe(false);
  });

  test("a deadline on a Sunday keeps its date and warns", () => {
    expect(reading.tasks[4]?.deadline).toMatchObject({ date: "2024-06-30", warning: "non_working_day" });
  });
});

describe("a plan with one heading per department", () => {
  const reading = read(DEPARTMENT_PLAN);

  test("aims are no tasks; own tasks belong to the issuer, the others to the heading's body", () => {
    expect(reading.document).toMatchObject({ issuer: "Sở Xây dựng", number: "58", kind: "Kế hoạch" });
    expect(rows(reading)).toEqual([
      "Sở Xây dựng |  | before 2024-03-31",
      "Sở Xây dựng |  | month 2024-04-01..2024-04-30",
      "Phòng Quản lý đô thị |  | none",
      "Phòng Quản lý đô thị |  | recurring trước ngày 20 hằng tháng",
      "Thanh tra Sở |  | none",
      "UBND thị xã Trảng Bàng |  | event Ngay sau khi được bố trí vốn",
    ]);
  });

  test("law and decree of its bases are cited", () => {
    expect(reading.document.cites.map(({ text }) => text)).toEqual([
      "Luật Xây dựng năm 2014",
      "Nghị định số 15/2021/NĐ-CP ngày 03/3/2021",
    ]);
  });
});

describe("an urgent letter whose letterhead stands in two columns", () => {
  const reading = read(URGENT_LETTER);

  test("its head is told apart from the motto beside it", () => {
    expect(reading.document).toMatchObject({
      number: "1290",
      symbol: "UBND-KT",
      date: "2023-09-05",
      issuer: "Ủy ban nhân dân tỉnh Lào Cai",
      kind: "Công văn",
      subject: "tháo gỡ ùn ứ hàng hóa tại cửa khẩu quốc tế Kim Thành",
    });
    expect(reading.document.recipients[0]).toBe("Ban Quản lý Khu kinh tế tỉnh");
  });

  test("a time limit counted from an event stays an event, a case stays a condition", () => {
    expect(rows(reading)).toEqual([
      "Ban Quản lý Khu kinh tế tỉnh | các lực lượng chức năng | date 2023-09-30",
      "Cục Hải quan tỉnh |  | none",
      "Cục Hải quan tỉnh |  | event trong thời hạn 05 ngày làm việc kể từ ngày nhận được văn bản này",
      "Giám đốc Sở Công Thương |  | none",
      "Giám đốc Sở Công Thương |  | none",
      "Văn phòng UBND tỉnh |  | before 2023-09-20",
    ]);
    expect(reading.tasks[4]?.condition).toBe("trường hợp vượt thẩm quyền");
    expect(reading.tasks[5]?.condition).toBe("Trên cơ sở báo cáo của các đơn vị");
  });
});
