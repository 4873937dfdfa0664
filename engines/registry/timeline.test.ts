import type { RecordedVersion } from "@moc/contract/registry/events.ts";
import { array, assert, constantFrom, option, property, tuple } from "fast-check";
import { expect, test } from "vitest";
import { byTime, endFrom, holdsOn, overlap, restate, type Span, wasKnown } from "./timeline.ts";

const days = Array.from({ length: 12 }, (_, index) => `2025-01-${String(index + 1).padStart(2, "0")}`);
const edge = option(constantFrom(...days), { nil: null });
const span = tuple(edge, edge)
  .filter(([from, to]) => from === null || to === null || from < to)
  .map(([validFrom, validTo]): Span => ({ validFrom, validTo }));

const version = (name: string, { validFrom, validTo }: Span): RecordedVersion => ({
  statement: {
    kind: "lane_group",
    key: "lanes",
    route: "road",
    direction: null,
    class: "ordinary",
    count: 4,
    planned: null,
  },
  source: { confidence: "press", citation: name },
  validFrom,
  validTo,
});

/** The naive model: who speaks on each day. */
const speakers = (timeline: readonly RecordedVersion[]) =>
  days.map((day) => timeline.filter((one) => holdsOn(one, day)).map((one) => one.source.citation));

test("the last statement speaks on its own days and the earlier ones keep the rest of theirs", () => {
  assert(
    property(array(span, { minLength: 1, maxLength: 6 }), (spans) => {
      const timeline = spans.reduce<RecordedVersion[]>(
        (before, one, index) => restate(before, version(String(index), one)),
        [],
      );
      const expected = days.map((day) => {
        const last = spans.findLastIndex((one) => holdsOn(one, day));
        return last < 0 ? [] : [String(last)];
      });
      expect(speakers(timeline)).toEqual(expected);
    }),
  );
});

test("nothing holds from the day on which a row is ended, and before it nothing changes", () => {
  assert(
    property(array(span, { maxLength: 5 }), constantFrom(...days), (spans, end) => {
      const before = spans.reduce<RecordedVersion[]>(
        (line, one, index) => restate(line, version(String(index), one)),
        [],
      );
      const after = speakers(endFrom(before, end));
      expect(after).toEqual(speakers(before).map((who, index) => ((days[index] ?? "") < end ? who : [])));
    }),
  );
});

test("two spans overlap exactly when some day lies in both", () => {
  const wide = [...Array(30).keys()].map((index) => `2025-01-${String(index + 1).padStart(2, "0")}`);
  assert(
    property(span, span, (a, b) => {
      const shared = ["2024-01-01", ...wide, "2026-01-01"].some((day) => holdsOn(a, day) && holdsOn(b, day));
      expect(overlap(a, b)).toBe(shared);
    }),
  );
});

test("versions come earliest first, one without first day before all", () => {
  const spans = ["2025-03-01", null, "2025-01-01", null].map((validFrom) => ({ validFrom, validTo: null }));
  expect(spans.toSorted(byTime).map((one) => one.validFrom)).toEqual([
    null,
    null,
    "2025-01-01",
    "2025-03-01",
  ]);
});

test("a version is known from its recording until the instant it was replaced", () => {
  const validity = { recordedFrom: "2025-01-01T00:00:00.000Z", recordedTo: "2025-02-01T00:00:00.000Z" };
  expect(wasKnown(validity, "2024-12-31T23:59:59.999Z")).toBe(false);
  expect(wasKnown(validity, "2025-01-01T00:00:00.000Z")).toBe(true);
  expect(wasKnown(validity, "2025-02-01T00:00:00.000Z")).toBe(false);
  expect(wasKnown(validity, null)).toBe(false);
  expect(wasKnown({ ...validity, recordedTo: null }, null)).toBe(true);
});
