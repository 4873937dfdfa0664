import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actor, openWorld, type World } from "../../../test/world/open-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const administrator = actor("administrator");
const registry = () => world.as(administrator).registry;

const lanes = {
  kind: "lane_group" as const,
  key: "lanes-1119-1120",
  route: "1119-1120",
  direction: null,
  class: "ordinary" as const,
  count: 8,
  planned: 14,
};
const edit = (over: object = {}) => ({
  command: randomUUID(),
  statement: lanes,
  validFrom: "2026-03-01",
  citation: "Biên bản nghiệm thu",
  reason: "Hai làn mới đưa vào sử dụng",
  ...over,
});
const countOn = async (asOf: string, knownAt?: string) => {
  const view = knownAt === undefined ? { asOf } : { asOf, knownAt };
  const zone = await registry().readZone(view);
  return zone.lane_group.find((row) => row.key === lanes.key)?.count;
};
const events = () =>
  world.asOwner(
    "SELECT data FROM event WHERE kind = 'registry.row_changed' AND data->>'origin' = 'operator' ORDER BY seq",
  );
const advance = async (minutes: number) => {
  const { clock } = world.zone.platform;
  await clock.advance(new Date(clock.now().getTime() + minutes * 60_000));
};

describe("editing a row", () => {
  it("is refused to a stranger and to a wrong role, and changes nothing", async () => {
    const before = (await events()).length;
    await expect(world.as(null).registry.editRow(edit())).rejects.toMatchObject({ code: "not_signed_in" });
    for (const role of ["dispatcher", "board_leader", "auditor"] as const) {
      const asked = world.as(actor(role)).registry.editRow(edit());
      await expect(asked).rejects.toMatchObject({ code: "not_allowed" });
    }
    expect((await events()).length).toBe(before);
  });

  it.each([
    ["an end before the beginning", edit({ validTo: "2026-02-28" }), "dates_reversed", "validTo"],
    [
      "a route nobody has",
      edit({ statement: { ...lanes, route: "nowhere" } }),
      "reference_missing",
      "statement.route",
    ],
    ["a document nobody has", edit({ document: "qd-0" }), "reference_missing", "document"],
    ["a negative count", edit({ statement: { ...lanes, count: -1 } }), "invalid_input", "statement.count"],
    ["an impossible day", edit({ validFrom: "2026-02-30" }), "invalid_input", "validFrom"],
    ["no citation", edit({ citation: "" }), "invalid_input", "citation"],
    ["a field nobody knows", edit({ statement: { ...lanes, width: 3 } }), "invalid_input", "statement"],
  ])("is refused with %s, naming the field", async (_, input, code, path) => {
    const refused = await registry()
      .editRow(input)
      .catch((error: unknown) => error);
    expect(refused).toMatchObject({ code, data: { fields: [{ path }] } });
    expect(await events()).toEqual([]);
  });

  it("closes the version before, keeps it readable as it was known, and is done once when sent twice", async () => {
    const knownBefore = world.zone.platform.clock.now().toISOString();
    await advance(5);
    const input = edit();
    const { versions } = await registry().editRow(input);
    expect((await registry().editRow(input)).versions).toEqual(versions);
    expect((await events()).length).toBe(1);

    expect(await countOn("2026-02-28")).toBe(6);
    expect(await countOn("2026-03-01")).toBe(8);
    expect(await countOn("2026-03-01", knownBefore)).toBe(6);

    const edited = versions.find((row) => row.validity.validFrom === "2026-03-01");
    expect(edited).toMatchObject({
      revision: 2,
      source: { confidence: "operator", citation: "Biên bản nghiệm thu" },
    });
    const kept = versions.find((row) => row.validity.validTo === "2026-03-01");
    expect(kept).toMatchObject({ count: 6, source: { confidence: "official" }, revision: 2 });
    expect(versions.filter((row) => row.validity.recordedTo !== null).length).toBe(2);
  });

  it("is refused under a used id with other content, and from another administrator", async () => {
    await advance(5);
    const input = edit({ validFrom: "2026-04-01" });
    await registry().editRow(input);
    const other = registry().editRow({ ...input, reason: "khác" });
    await expect(other).rejects.toMatchObject({ code: "command_conflict" });
    const stolen = world.as(actor("administrator")).registry.editRow(input);
    await expect(stolen).rejects.toMatchObject({ code: "command_conflict" });
  });

  it("is refused as stale when another edit came between", async () => {
    const { versions } = await registry().readVersions({ kind: "lane_group", key: lanes.key });
    const seen = Math.max(...versions.map((row) => row.revision));
    await advance(5);
    await registry().editRow(edit({ validFrom: "2026-05-01", seen }));
    const late = registry().editRow(edit({ validFrom: "2026-06-01", seen }));
    await expect(late).rejects.toMatchObject({ code: "stale_state" });
  });

  it("of two at once on a new key lets both in, one after the other", async () => {
    await advance(5);
    const statement = { ...lanes, key: "lanes-new" };
    const answers = await Promise.all([
      registry().editRow(edit({ statement, validFrom: "2026-01-01" })),
      registry().editRow(edit({ statement: { ...statement, count: 9 }, validFrom: "2026-02-01" })),
    ]);
    expect(answers.length).toBe(2);
    const { versions } = await registry().readVersions({ kind: "lane_group", key: "lanes-new" });
    const known = versions.filter((row) => row.validity.recordedTo === null);
    expect(new Set(known.map((row) => row.revision))).toEqual(new Set([2]));
  });

  it("tells who may edit and who may not", async () => {
    const mine = await registry().readZone({});
    expect(mine.may).toEqual([
      { action: "edit_row", allowed: true },
      { action: "end_row", allowed: true },
    ]);
    const theirs = await world.as(actor("dispatcher")).registry.readZone({});
    expect(theirs.may.map((one) => [one.allowed, one.reason])).toEqual([
      [false, "role_lacks"],
      [false, "role_lacks"],
    ]);
  });
});

describe("ending a row", () => {
  const end = (over: object = {}) => ({
    command: randomUUID(),
    kind: "yard" as const,
    key: "coc-nam-yard",
    validTo: "2026-07-01",
    reason: "Ngừng hoạt động",
    ...over,
  });
  const stands = async (asOf: string) =>
    (await registry().readZone({ asOf })).yard.some((row) => row.key === "coc-nam-yard");

  it("is refused to a stranger, to a wrong role, for a row that is not there, and on bad input", async () => {
    await expect(world.as(null).registry.endRow(end())).rejects.toMatchObject({ code: "not_signed_in" });
    const firm = world.as(actor("firm")).registry.endRow(end());
    await expect(firm).rejects.toMatchObject({ code: "not_allowed" });
    await expect(registry().endRow(end({ key: "nowhere" }))).rejects.toMatchObject({ code: "row_not_found" });
    const dateless = registry().endRow(end({ validTo: "01/07/2026" }));
    await expect(dateless).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("keeps what held before the day, and is done once when sent twice", async () => {
    await advance(5);
    const input = end();
    await registry().endRow(input);
    const { versions } = await registry().endRow(input);
    expect(versions[0]?.revision).toBe(2);
    expect([await stands("2026-06-30"), await stands("2026-07-01")]).toEqual([true, false]);
  });

  it("is refused when nothing would be left of a row that others mention", async () => {
    // It exists since 1/3/2025 and took over from two departments.
    const before = end({
      kind: "organisation",
      key: "so-nong-nghiep-moi-truong",
      validTo: "2025-03-01",
    });
    await expect(registry().endRow(before)).rejects.toMatchObject({ code: "row_still_referenced" });
  });
});
