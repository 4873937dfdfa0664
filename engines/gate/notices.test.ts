import type { RouteOpenness } from "@moc/contract/registry/calendar.ts";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Closure, overlayClosures, withoutClosures } from "./notices.ts";
import { minute } from "./samples.ts";

const cause = { vi: "a", en: "b", zh: "c" };
const open: RouteOpenness = {
  route: "r1",
  state: "open",
  until: minute(600),
  registeredBefore: null,
  opensAt: "07:00",
  closesAt: "17:00",
  reason: null,
};
const closure = (from: number, to: number | null): Closure => ({
  from: minute(from),
  to: to === null ? null : minute(to),
  cause,
});

test("an announced closure closes the route from its first instant to before its last, with its cause", () => {
  const two = [closure(120, 240)];
  const at = (minutes: number) => overlayClosures(open, two, minute(minutes));
  expect(at(119)).toMatchObject({ state: "open", until: minute(120) });
  expect(at(120)).toMatchObject({ state: "closed", until: minute(240), reason: cause });
  expect(at(239).state).toBe("closed");
  expect(at(240)).toEqual(open);
});

test("closures that meet are one, an open end is not known, and the calendar's own closing goes before", () => {
  expect(overlayClosures(open, [closure(60, 120), closure(120, 180)], minute(60)).until).toBe(minute(180));
  expect(overlayClosures(open, [closure(60, null)], minute(60))).toMatchObject({
    state: "closed",
    until: null,
  });
  const night: RouteOpenness = { ...open, state: "closed", reason: null };
  expect(overlayClosures(night, [closure(0, 60)], minute(30))).toEqual(night);
  expect(overlayClosures({ ...open, until: minute(60) }, [closure(90, 100)], minute(0)).until).toBe(
    minute(60),
  );
});

test("a minute of a stretch is left exactly when no closure covers it", () => {
  const stretch = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 12 }));
  const closures = fc.array(
    fc.record({ from: fc.integer({ min: 0, max: 40 }), length: fc.option(fc.integer({ min: 1, max: 9 })) }),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(stretch, closures, ([begin, length], made) => {
      const given = made.map(({ from, length: long }) => closure(from, long === null ? null : from + long));
      const whole = { from: new Date(minute(begin)), to: new Date(minute(begin + length)) };
      const left = withoutClosures([whole], given);
      for (let at = begin; at < begin + length; at += 1) {
        const now = new Date(minute(at));
        const kept = left.some((piece) => piece.from <= now && now < piece.to);
        const shut = made.some(
          (one) => one.from <= at && (one.length === null || at < one.from + one.length),
        );
        expect(kept).toBe(!shut);
      }
    }),
    { numRuns: process.env.MOC_DEEP === "1" ? 20_000 : 500 },
  );
});
