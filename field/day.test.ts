import { Declaration } from "@moc/contract/gate/declaration.ts";
import { describe, expect, it } from "vitest";
import { planDay } from "./day.ts";

const dayStart = Date.UTC(2026, 0, 14, 17);
// All of the bulletin of 15/01/2026, on two routes.
const volumes = [
  { route: "1119-1120", out: 200, in: 1_000 },
  { route: "chi-ma-road", out: 172, in: 481 },
];
const everything = { volumes, admits: (_route: string, _kind: string) => true };
const day = (seed = "moc", places = everything) => planDay(seed, places, "2026-01-15", dayStart, 1, 0.4);

describe("a simulated January day", () => {
  const trucks = day();

  it("has about 1,850 trucks, three imports to one export", () => {
    const exports = trucks.filter((truck) => truck.declaration.kind === "export_vn").length;
    expect(trucks.length).toBeGreaterThan(1_800);
    expect(trucks.length).toBeLessThan(1_900);
    expect((trucks.length - exports) / exports).toBeGreaterThan(2.5);
  });

  it("brings new vehicles among the imports, about one in eleven", () => {
    const fresh = trucks.filter((truck) => truck.declaration.kind === "import_new_vehicle").length;
    expect(fresh).toBeGreaterThan(100);
    expect(fresh).toBeLessThan(160);
  });

  it("declares no kind of trip that the route does not take", () => {
    const admits = (_route: string, kind: string) => kind === "export_vn" || kind === "import_cn";
    const kinds = new Set(day("moc", { volumes, admits }).map((truck) => truck.declaration.kind));
    expect([...kinds].toSorted()).toEqual(["export_vn", "import_cn"]);
  });

  it("is the same for the same seed and another for another", () => {
    expect(day()).toEqual(trucks);
    expect(day("other")).not.toEqual(trucks);
  });

  it("declares nothing that the public form would refuse", () => {
    for (const truck of trucks) expect(Declaration.safeParse(truck.declaration).error).toBeUndefined();
  });

  it("declares every truck before it arrives and within the day", () => {
    for (const truck of trucks) {
      expect(truck.declareAt).toBeGreaterThanOrEqual(dayStart);
      expect(truck.declareAt).toBeLessThanOrEqual(truck.arriveAt);
    }
  });
});
