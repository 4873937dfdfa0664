import fc from "fast-check";
import { expect, test } from "vitest";
import { bandsOf, closuresOn, firstOpen, momentOf } from "./border.ts";

const timeZone = "Asia/Ho_Chi_Minh";
const day = "2026-01-15";
const at = (clock: string) => momentOf(day, clock, timeZone);
const minute = 60_000;
const band = (from: string, to: string, mode: "open" | "pre_registered" = "open") => ({ from, to, mode });
const bands = bandsOf(
  [
    { day, bands: [band("07:00", "11:30"), band("13:00", "18:00")] },
    { day: "2026-01-16", bands: [band("07:00", "18:00", "pre_registered")] },
    { day: "2026-01-17", bands: [band("07:00", "18:00", "pre_registered")] },
    { day: "2026-01-18", bands: null },
  ],
  timeZone,
);

test("nobody passes outside the hours, in a closure or before the barrier has been open for a minute", () => {
  const clock = fc.integer({ min: at("00:00"), max: at("24:00") });
  const closure = fc.record({ from: clock, length: fc.integer({ min: 1, max: 300 }) });
  fc.assert(
    fc.property(clock, fc.array(closure, { maxLength: 4 }), (moment, some) => {
      const closures = some
        .map(({ from, length }) => ({ from, to: from + length * minute }))
        .toSorted((one, other) => one.from - other.from);
      const free = (when: number) =>
        bands.some((one) => when >= one.from + minute && when < one.to) &&
        !closures.some((one) => when >= one.from && when < one.to + minute);
      const opens = firstOpen(bands, closures, moment, 0) ?? -1;
      expect(opens).toBeGreaterThanOrEqual(moment);
      expect(free(opens)).toBe(true);
      for (let before = moment; before < opens; before += 7 * minute) expect(free(before)).toBe(false);
    }),
  );
});

test("in hours for registered vehicles only those pass that were declared before the run of such days began", () => {
  const evening = at("19:00");
  const nextMorning = momentOf("2026-01-16", "07:01", timeZone);
  expect(firstOpen(bands, [], evening, at("12:00"))).toBe(nextMorning);
  expect(firstOpen(bands, [], evening, nextMorning)).toBe(momentOf("2026-01-18", "07:01", timeZone));
});

test("hours that the other side announced close the rest of that day, and a closure without an end closes for good", () => {
  const says = { kind: "hours", day, opens: "09:00", closes: "15:00" } as const;
  const hours = closuresOn([{ routes: ["a"], says }], "a", timeZone);
  expect(firstOpen(bands, hours, at("07:30"), 0)).toBe(at("09:01"));
  expect(firstOpen(bands, hours, at("15:00"), 0)).toBe(momentOf("2026-01-16", "07:01", timeZone));
  expect(closuresOn([{ routes: ["a"], says }], "b", timeZone)).toEqual([]);
  const open = { kind: "closure", from: new Date(at("10:00")).toISOString(), to: null } as const;
  expect(
    firstOpen(bands, closuresOn([{ routes: ["a"], says: open }], "a", timeZone), at("10:00"), 0),
  ).toBeNull();
});
