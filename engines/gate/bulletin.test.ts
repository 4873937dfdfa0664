import type { BulletinContent } from "@moc/contract/gate/bulletin.ts";
import { goodsClasses } from "@moc/contract/values/traffic.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BulletinCounts, bulletinDifferences, bulletinFigures } from "./bulletin.ts";
import { bulletinText } from "./bulletin-text.ts";

const text = (name: string) => ({ vi: name, en: name, zh: name });
const places = [
  { key: "north", name: text("Bắc"), routes: ["a", "b"] },
  { key: "south", name: text("Nam"), routes: ["c"] },
];
const counted = {
  route: fc.constantFrom("a", "b", "c", "elsewhere"),
  goods: fc.constantFrom(...goodsClasses, "unknown" as const),
  vehicles: fc.nat(900),
};
const passage = fc.record({
  ...counted,
  direction: fc.constantFrom("export" as const, "import" as const),
  agriKg: fc.nat(1_000_000),
  unweighed: fc.nat(3),
});
const counts: fc.Arbitrary<BulletinCounts> = fc.record({
  passages: fc.array(passage),
  backlog: fc.array(fc.record(counted)),
  arrivals: fc.nat(500),
  newVehiclesWaiting: fc.nat(500),
  twoWay: fc.nat(50),
  turnedAround: fc.array(fc.record({ route: counted.route, vehicles: counted.vehicles })),
  year: fc.record({ vehicles: fc.nat(), newVehicles: fc.nat() }),
});

const day = (some: Partial<BulletinCounts> = {}): BulletinCounts => ({
  passages: [],
  backlog: [],
  arrivals: 0,
  newVehiclesWaiting: 0,
  twoWay: 0,
  turnedAround: [],
  year: { vehicles: 0, newVehicles: 0 },
  ...some,
});

describe("the figures of a bulletin", () => {
  test("add up: goods to directions, directions and places to the whole, whatever passed where", () => {
    fc.assert(
      fc.property(counts, (some) => {
        const { lines, places: listed } = bulletinFigures(some, places);
        const n = (line: keyof typeof lines) => lines[line] ?? Number.NaN;
        expect(n("exports") + n("imports")).toBe(n("vehicles"));
        expect(n("exports_fruit") + n("exports_other")).toBe(n("exports"));
        expect(n("backlog_fruit") + n("backlog_other") + n("backlog_unknown")).toBe(n("backlog"));
        expect(n("backlog_durian")).toBeLessThanOrEqual(n("backlog_fruit"));
        for (const line of ["vehicles", "exports", "imports", "backlog", "turned_around"] as const)
          expect(listed.reduce((sum, place) => sum + place.lines[line], 0)).toBe(n(line));
      }),
    );
  });

  test("count durian as fruit, new vehicles among the imports, and leave unknown what nobody records", () => {
    const passed = (direction: "export" | "import", goods: "durian" | "new_vehicle") => ({
      route: "a",
      direction,
      goods,
      vehicles: 2,
      agriKg: 30_400,
      unweighed: 0,
    });
    const { lines } = bulletinFigures(
      day({
        twoWay: 3,
        passages: [
          passed("export", "durian"),
          passed("import", "new_vehicle"),
          passed("export", "new_vehicle"),
        ],
      }),
      places,
    );
    expect(lines).toMatchObject({
      exports: 4,
      exports_fruit: 2,
      imports: 2,
      new_vehicles: 2,
      exports_agri_kg: 60_800,
    });
    expect([lines.two_way, lines.fees]).toEqual([3, null]);
  });

  test("name what passes at no listed place apart, and only then", () => {
    expect(bulletinFigures(day(), places).places.map((place) => place.key)).toEqual(["north", "south"]);
    const stray = day({ turnedAround: [{ route: "elsewhere", vehicles: 1 }] });
    expect(bulletinFigures(stray, places).places.map((place) => place.key)).toEqual(["north", "south", null]);
  });
});

describe("the differences of two counts", () => {
  test("are none for equal counts and name every line and place that changed", () => {
    fc.assert(
      fc.property(counts, (some) => {
        const figures = bulletinFigures(some, places);
        expect(bulletinDifferences(figures, structuredClone(figures))).toEqual([]);
      }),
    );
    const was = bulletinFigures(day(), places);
    const is = bulletinFigures(day({ backlog: [{ route: "c", goods: "fruit", vehicles: 3 }] }), places);
    expect(bulletinDifferences(was, is)).toEqual([
      { line: "backlog", was: 0, is: 3 },
      { line: "backlog_fruit", was: 0, is: 3 },
      { line: "backlog", place: "south", was: 0, is: 3 },
    ]);
  });
});

describe("the text of a bulletin", () => {
  const content: BulletinContent = {
    day: "2026-01-15",
    from: "2026-01-14T13:00:00.000Z",
    cutOff: "2026-01-15T13:00:00.000Z",
    figures: bulletinFigures(
      day({ backlog: [{ route: "c", goods: "durian", vehicles: 1_305 }], arrivals: 4 }),
      places,
    ),
    dayBefore: bulletinFigures(day({ arrivals: 9 }), places).lines,
    yearFrom: "2026-01-02",
    simulated: true,
  };

  test("says figures, changes, what is not recorded and since when the year is counted", () => {
    const written = bulletinText(content, null, "vi", (at) => at.slice(11, 16));
    expect(written).toContain("ngày 15/01/2026\nTừ 13:00 đến 13:00");
    expect(written).toContain("- Xe xuất tồn: 1.305 (+1.305)");
    expect(written).toContain("- Xe từ nội địa lên: 4 (-5)");
    expect(written).toContain("- Phí thu trong ngày: phần thu phí chưa cài đặt\n");
    expect(written).toContain("- Xe chở hai chiều: 0 (0)\n");
    // Bulletins that were issued before two-way carriage was recorded keep saying so.
    const { figures } = content;
    const old = { ...content, figures: { ...figures, lines: { ...figures.lines, two_way: null } } };
    const oldText = bulletinText(old, null, "vi", (at) => at.slice(11, 16));
    expect(oldText).toContain("- Xe chở hai chiều: chưa ghi nhận\n");
    expect(written).toContain("lũy kế đếm từ ngày 02/01/2026");
    expect(written).toContain("Chưa phát hành");
    expect(written).toContain("Số liệu mô phỏng.");
    expect(written).not.toContain("chưa khai khối lượng");
  });
});
