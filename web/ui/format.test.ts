import { beforeEach, expect, test } from "vitest";
import {
  civilDay,
  clock,
  clockAcross,
  clockFrom,
  day,
  duration,
  fieldOfInstant,
  figure,
  instantOfField,
  minuteOfDay,
  setTimes,
  wait,
  weekday,
} from "./format.ts";

const noonish = "2026-01-15T07:35:08Z";

const hereAndAcross = { here: "Asia/Ho_Chi_Minh", across: "Asia/Shanghai" };
beforeEach(() => setTimes(hereAndAcross));

test("an instant is shown by the clock of this side and of the other", () => {
  expect([clock(noonish), clockAcross(noonish)]).toEqual(["14:35", "15:35"]);
});

test("half an hour between the clocks is half an hour, and where one clock serves both there is no second", () => {
  setTimes({ here: "Asia/Yangon", across: "Asia/Dhaka" });
  expect([clock(noonish), clockAcross(noonish)]).toEqual(["14:05", "13:35"]);
  expect(instantOfField("2026-01-15T00:01")).toBe("2026-01-14T17:31:00.000Z");
  setTimes({ here: "Asia/Vientiane", across: null });
  expect(clockAcross(noonish)).toBeUndefined();
});

test("an instant of another day is told with its day", () => {
  const now = "2026-01-15T01:00:00Z";
  expect([clockFrom(now, "2026-01-14T17:00:00Z"), clockFrom(now, "2026-01-14T16:59:00Z")]).toEqual([
    "00:00",
    "14/01 23:59",
  ]);
});

test("the civil day is the zone's, not the reader's", () => {
  expect(civilDay("2026-01-14T17:00:00Z")).toBe("2026-01-15");
  expect(civilDay("2026-01-14T16:59:59Z")).toBe("2026-01-14");
  expect(minuteOfDay("2026-01-14T17:01:00Z")).toBe(1);
});

test("a day-and-time field speaks of the zone wherever the reader is, and an emptied one of no instant", () => {
  expect(fieldOfInstant("2026-01-14T17:01:00Z")).toBe("2026-01-15T00:01");
  expect(instantOfField("2026-01-15T00:01")).toBe("2026-01-14T17:01:00.000Z");
  expect([fieldOfInstant(""), instantOfField("")]).toEqual(["", undefined]);
});

test("midnight is written 00:00, never 24:00", () => {
  expect(clock("2026-01-14T17:00:00Z")).toBe("00:00");
});

test("dates keep the official form and durations their unit", () => {
  expect(day(noonish)).toBe("15/01/2026");
  expect(weekday("vi", noonish)).toBe("Thứ Năm, 15/01/2026");
  expect(weekday("zh", noonish)).toBe("星期四 15/01/2026");
  expect(duration("vi", 32)).toBe("32\u00A0phút");
  expect(duration("en", 200)).toBe("3\u00A0h\u00A020");
  expect(duration("zh", 200)).toBe("3小时20分");
  expect(wait(35)).toBe("0\u00A0h\u00A035");
});

test("figures follow the language", () => {
  expect([figure("vi", 1853), figure("en", 1853), figure("vi", 71.7, 1)]).toEqual(["1.853", "1,853", "71,7"]);
});
