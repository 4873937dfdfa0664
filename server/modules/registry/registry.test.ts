import { type RowKind, rowKinds } from "@moc/contract/registry/rows.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actor, openWorld, type World } from "../../../test/world/open-world.ts";
import { csvRows } from "../../platform/files/csv-rows.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const reader = actor("dispatcher");

describe("the zone as of a day", () => {
  it("has four lanes between markers 1119 and 1120 on 26/11/2025 and six the day after", async () => {
    const lanes = async (asOf: string) => {
      const zone = await world.as(reader).registry.readZone({ asOf });
      return zone.lane_group.filter((row) => row.route === "1119-1120").map((row) => row.count);
    };
    expect(await lanes("2025-11-26")).toEqual([4]);
    expect(await lanes("2025-11-27")).toEqual([6]);
  });

  it("counts Tân Thanh as a gate of its own until the reform of 2024 and as a route of Hữu Nghị since", async () => {
    const before = await world.as(reader).registry.readZone({ asOf: "2024-05-26" });
    const since = await world.as(reader).registry.readZone({ asOf: "2024-05-27" });
    expect([before.gate.length, since.gate.length]).toEqual([12, 10]);
    const gateOf = (zone: typeof before) => zone.route.find((row) => row.key === "1090-1091")?.gate;
    expect([gateOf(before), gateOf(since)]).toEqual(["tan-thanh", "huu-nghi"]);
  });

  it("names who had a duty before and after the reform of 2025, and keeps the succession readable", async () => {
    const before = await world.as(reader).registry.readZone({ asOf: "2025-02-28" });
    const since = await world.as(reader).registry.readZone({ asOf: "2025-03-01" });
    const platformOf = (zone: typeof before) =>
      zone.duty.find((row) => row.duty === "run_platform")?.organisation;
    expect(platformOf(before)).toBe("so-thong-tin-truyen-thong");
    expect(platformOf(since)).toBe("so-khoa-hoc-cong-nghe");
    expect(before.succession.some((row) => row.predecessor === "so-thong-tin-truyen-thong")).toBe(false);
    expect(since.succession.some((row) => row.predecessor === "so-thong-tin-truyen-thong")).toBe(true);
  });

  it("orders the routes from north-west to south-east", async () => {
    const { route } = await world.as(reader).registry.readZone({ asOf: "2026-01-15" });
    const loaded = route.filter((row) => row.cargo === "active").map((row) => row.key);
    expect(loaded).toEqual([
      "1088-2-1089",
      "1090-1091",
      "1104-1105",
      "dong-dang-rail",
      "1116-1117",
      "1119-1120",
      "chi-ma-road",
    ]);
  });

  it("says of the zone itself what it is called and which provinces meet in it, and how many vehicles pass in a day", async () => {
    const { zone, capacity } = await world.as(reader).registry.readZone({ asOf: "2026-01-15" });
    expect(zone).toMatchObject([
      {
        key: "dong-dang",
        province: { zh: "谅山" },
        counterpart: { zh: "广西" },
        timeZone: "Asia/Ho_Chi_Minh",
      },
    ]);
    const sum = (measure: string) =>
      capacity.filter((row) => row.measure === measure).reduce((all, row) => all + row.low, 0);
    expect([sum("exports_per_day"), sum("imports_per_day")]).toEqual([372, 1481]);
  });

  it("keeps ended law readable and says which fee regime was in force", async () => {
    const { document } = await world.as(reader).registry.readZone({ asOf: "2025-05-08" });
    const ended = document.find((row) => row.key === "nq-01-2019");
    expect(ended?.validity.validTo).toBe("2025-05-08");
    expect(document.find((row) => row.key === "nq-09-2025")?.collector).toBe("gate-centre");
  });
});

describe("the calendar of a route", () => {
  it("is closed, then open to registered goods only, around Tết 2024", async () => {
    const { days } = await world.as(reader).registry.readRouteDays({
      route: "1119-1120",
      from: "2024-02-09",
      to: "2024-02-18",
    });
    const modes = days.map((day) => day.bands?.map((band) => band.mode).join() ?? "unknown");
    expect(modes).toEqual(["open", ...Array(4).fill(""), ...Array(4).fill("pre_registered"), "open"]);
  });

  it("says hours unknown where the source names no hours", async () => {
    const { days } = await world.as(reader).registry.readRouteDays({
      route: "1119-1120",
      from: "2025-04-15",
      to: "2025-04-15",
    });
    expect(days[0]).toMatchObject({ bands: null, exception: "defence-2025-goods" });
  });

  it.each([
    ["more than two months", { from: "2025-01-01", to: "2025-03-04" }, "stretch_too_long"],
    ["an end before the beginning", { from: "2025-01-02", to: "2025-01-01" }, "dates_reversed"],
    ["an unknown route", { route: "nowhere", from: "2025-01-01", to: "2025-01-01" }, "route_unknown"],
  ])("is refused for %s", async (_, over, code) => {
    const asked = world.as(reader).registry.readRouteDays({ route: "1119-1120", ...over });
    await expect(asked).rejects.toMatchObject({ code });
  });
});

describe("a list of the registry as a file", () => {
  const taken = async (asked: { kind: RowKind; asOf?: string; language?: "en" }, as = reader) => {
    const { name, content } = await world.as(as).registry.exportRows(asked);
    const text = Buffer.from(content, "base64").toString("utf8");
    return { name, lines: csvRows(text, { columns: 40, rows: 1000 }).map(({ cells }) => cells) };
  };

  it("holds the rows of the day that is looked at, a column per field in the reader's words, each with its source", async () => {
    const { name, lines } = await taken({ kind: "lane_group", asOf: "2025-11-26", language: "en" });
    expect(name).toBe("Registry-Lane-group-2025-11-26.csv");
    expect(lines.slice(0, 6).map(([first, second]) => [first, second?.slice(0, 10)])).toEqual([
      ["Registry: Lane group", undefined],
      ["Source", "Mốc · Đồng"],
      ["As of the end of", "26/11/2025"],
      ["As known at", "22/11/2026"],
      ["Rows", String(lines.length - 7)],
      ["Note", "A demonstr"],
    ]);
    const { lane_group } = await world.as(reader).registry.readZone({ asOf: "2025-11-26" });
    const [heads = [], ...rows] = lines.slice(6);
    expect(rows.map(([key]) => key)).toEqual(lane_group.map(({ key }) => key));
    const column = (head: string) => rows.map((cells) => cells[heads.indexOf(head)]);
    expect(column("Count")).toEqual(
      lane_group.map(({ count }) => (count === null ? "unknown" : String(count))),
    );
    expect(column("Source: who says so, where")).toEqual(lane_group.map(({ source }) => source.citation));
  });

  it("says of every kind what the screen says, with or without rows", async () => {
    const zone = await world.as(reader).registry.readZone({});
    for (const kind of rowKinds) {
      const { lines } = await taken({ kind });
      const heads = lines.findIndex(([first]) => first === "Mã");
      expect(
        lines.slice(heads + 1).map(([key]) => key),
        kind,
      ).toEqual(zone[kind].map(({ key }) => key));
    }
  });

  it("is refused to a stranger, and for a kind that is none or a day that cannot be", async () => {
    await expect(world.as(null).registry.exportRows({ kind: "gate" })).rejects.toMatchObject({
      code: "not_signed_in",
    });
    await expect(taken({ kind: "gate", asOf: "2026-02-30" })).rejects.toMatchObject({
      code: "invalid_input",
      data: { fields: [{ path: "asOf" }] },
    });
    await expect(taken({ kind: "nothing" as RowKind })).rejects.toMatchObject({
      code: "invalid_input",
      data: { fields: [{ path: "kind" }] },
    });
  });
});

it("a stranger reads nothing of the registry", async () => {
  const stranger = world.as(null).registry;
  await expect(stranger.readZone({})).rejects.toMatchObject({ code: "not_signed_in" });
  await expect(stranger.readVersions({ kind: "gate", key: "huu-nghi" })).rejects.toMatchObject({
    code: "not_signed_in",
  });
});

it("a key that never was has no versions", async () => {
  const asked = world.as(reader).registry.readVersions({ kind: "gate", key: "nowhere" });
  await expect(asked).rejects.toMatchObject({ code: "row_not_found" });
});
