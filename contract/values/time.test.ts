import { expect, test } from "vitest";
import { Instant } from "./time.ts";

test("an instant is taken with Z or an offset and kept in UTC with milliseconds", () => {
  const taken = [
    ["2026-11-22T08:00:00Z", "2026-11-22T08:00:00.000Z"],
    ["2026-11-22T08:00:00.5Z", "2026-11-22T08:00:00.500Z"],
    ["2026-11-22T08:00:00+07:00", "2026-11-22T01:00:00.000Z"],
    ["2026-11-22T03:30:00.123-06:30", "2026-11-22T10:00:00.123Z"],
    ["2026-11-22T03:15:00.000Z", "2026-11-22T03:15:00.000Z"],
  ] as const;
  for (const [told, kept] of taken) expect(Instant.parse(told)).toBe(kept);
  expect(Instant.parse("9999-12-31T23:59:59-07:00")).toBe("9999-12-31T23:59:59-07:00");
});

test("what does not say which moment it is, or none that there was, is refused", () => {
  for (const told of [
    "2026-11-22T08:00:00",
    "2026-11-22",
    "2026-02-30T08:00:00Z",
    "2026-11-22T25:00:00Z",
    "",
  ])
    expect(Instant.safeParse(told).error?.issues[0]).toMatchObject({
      code: "invalid_format",
      format: "datetime",
    });
});
