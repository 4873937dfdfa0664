import fc from "fast-check";
import { expect, test } from "vitest";
import { frame, layoutBorder } from "./border-layout.ts";
import type { BorderRoute, LaneGroup } from "./border-model.ts";

const route = (key: string, over: Partial<BorderRoute> = {}): BorderRoute => ({
  key,
  href: `/queue/${key}`,
  name: key,
  note: "",
  spoken: key,
  mode: "road",
  markers: ["1090", "1091"],
  counterpart: { name: "Pò Chài", zh: "浦寨" },
  status: { tone: "ok", glyph: "open", word: "Mở" },
  lanes: [],
  yard: null,
  queue: { out: 0, in: 0 },
  wait: { out: { minutes: 65, forecast: null }, in: { minutes: 35, forecast: null } },
  flow: { out: 6, in: 24 },
  counted: null,
  ...over,
});

const groups = fc.array(
  fc.record<LaneGroup>({
    direction: fc.constantFrom("out" as const, "in" as const),
    kind: fc.constantFrom("ordinary" as const, "oversize" as const, "guided" as const),
    count: fc.option(fc.integer({ min: 0, max: 4 })),
    planned: fc.integer({ min: 0, max: 4 }),
  }),
  { maxLength: 4 },
);
const routes = fc
  .array(fc.tuple(groups, fc.nat(900), fc.nat(900), fc.constantFrom("road" as const, "rail" as const)), {
    minLength: 1,
    maxLength: 14,
  })
  .map((rows) =>
    rows.map(([lanes, out, into, mode], at) => route(`r${at}`, { lanes, mode, queue: { out, in: into } })),
  );

test("rows never overlap, whatever the number of routes, lanes and vehicles", () => {
  fc.assert(
    fc.property(routes, (all) => {
      const { rows, height } = layoutBorder({ routes: all, parks: [] });
      rows.forEach((row, at) => {
        const before = rows[at - 1];
        expect(row.top).toBeGreaterThanOrEqual(before ? before.bottom : frame.head);
        expect(row.name).toBeLessThan(row.mid - 15);
        expect(row.mid + row.post + 15).toBeLessThanOrEqual(row.bottom + 6);
        if (row.route.mode === "road") for (const lane of row.lanes) expect(lane.y).toBeLessThan(row.bottom);
      });
      expect(height).toBeGreaterThan(rows.at(-1)?.bottom ?? 0);
    }),
  );
});

test("beads of Vietnam stay in Vietnam and beads of China in China, and their counts have room", () => {
  fc.assert(
    fc.property(routes, (all) => {
      for (const row of layoutBorder({ routes: all, parks: [] }).rows) {
        for (const bead of row.beads.out) expect(bead.x).toBeLessThan(frame.border - 20);
        for (const bead of row.beads.in) expect(bead.x).toBeGreaterThan(frame.border + 20);
        expect(row.tail.out.x).toBeGreaterThan(frame.road + 20);
        expect(row.tail.in.x).toBeLessThan(frame.far - 10);
      }
    }),
  );
});

test("a bead stands for five vehicles, and for more only when the longest queue would not fit", () => {
  const short = layoutBorder({ routes: [route("a", { queue: { out: 63, in: 11 } })], parks: [] });
  expect([short.perBead, short.rows[0]?.beads.out.length, short.rows[0]?.beads.in.length]).toEqual([
    5, 13, 3,
  ]);
  const long = layoutBorder({ routes: [route("a", { queue: { out: 160, in: 0 } })], parks: [] });
  expect([long.perBead, long.rows[0]?.beads.out.length]).toEqual([10, 16]);
});

test("an unknown lane count is drawn as an unknown pair, not as no lane", () => {
  const lanes: LaneGroup[] = [{ direction: "out", kind: "ordinary", count: null, planned: 0 }];
  const [row] = layoutBorder({ routes: [route("a", { lanes })], parks: [] }).rows;
  expect(row?.lanes.map((lane) => lane.kind)).toEqual(["unknown", "unknown", "unknown", "unknown"]);
});

test("export runs below the middle and import above: right-hand traffic seen from Vietnam", () => {
  const lanes: LaneGroup[] = [
    { direction: "out", kind: "ordinary", count: 2, planned: 0 },
    { direction: "in", kind: "ordinary", count: 2, planned: 0 },
  ];
  const [row] = layoutBorder({ routes: [route("a", { lanes })], parks: [] }).rows;
  expect(row?.lanes.every((lane) => (lane.direction === "out" ? lane.y > row.mid : lane.y < row.mid))).toBe(
    true,
  );
});

test("a park and an order share one band below their route", () => {
  const order = { title: "Lệnh 03", park: null, lines: ["Giữ xe"] };
  const { bands, rows } = layoutBorder({
    routes: [route("a", { order }), route("b")],
    parks: [{ key: "p", name: "Công viên", vehicles: 3, after: "a" }],
  });
  expect(bands).toHaveLength(1);
  expect(bands[0]).toMatchObject({ order, park: { key: "p" } });
  expect(rows[1]?.top).toBe(bands[0]?.bottom);
});
