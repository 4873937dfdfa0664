import { randomUUID } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actor, openWorld, type World } from "../../../test/world/open-world.ts";
import { loadPackCommand } from "./index.ts";

const pack = join(import.meta.dirname, "../../../packs/dong-dang");
let folder: string;
let world: World;
beforeAll(async () => {
  world = await openWorld();
  folder = mkdtempSync(join(tmpdir(), "moc-pack-"));
  cpSync(pack, folder, { recursive: true });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await world.close();
});

const change = (file: string, from: string, to: string) => {
  const text = readFileSync(join(folder, file), "utf8");
  if (!text.includes(from)) throw new Error(`${file} does not say ${from}`);
  writeFileSync(join(folder, file), text.replace(from, to));
};
const load = (detail: { apply?: boolean; keep?: "operator" | "pack" } = {}) =>
  world.zone.registry.loadPack({ folder, apply: false, ...detail });
const lines = (changes: { effect: string; kind: string; key: string }[]) =>
  changes.map(({ effect, kind, key }) => `${effect} ${kind} ${key}`);
const rows = async () => (await world.asOwner("SELECT id FROM registry_version")).length;
const bufferOf = (route: string) =>
  world.zone.registry.callRule(route, "export", world.zone.platform.clock.now())?.buffer;

describe("loading a pack", () => {
  it("again changes nothing", async () => {
    const before = await rows();
    expect((await load({ apply: true })).changes).toEqual([]);
    expect(await rows()).toBe(before);
  });

  it("records the load as recorded and the document's date as occurred", async () => {
    const events = await world.asOwner(
      `SELECT occurred_at::date::text AS day, recorded_at > '2026-01-01' AS now FROM event
       WHERE kind = 'registry.row_changed' AND data->>'key' IN ('nq-1672-2025', 'goods-1116-1117')
       ORDER BY data->>'key'`,
    );
    // The hours rest on no document: they occurred, as far as is known, when they were recorded.
    expect(events).toMatchObject([{ now: true }, { day: "2025-06-15", now: true }]);
  });

  it("shows the difference first and changes nothing until told to", async () => {
    change("demo/call-rules.yaml", "buffer: 8", "buffer: 11");
    const before = await rows();
    const shown = await load();
    expect(lines(shown.changes)).toEqual(["change call_rule call-1119-1120"]);
    expect([await rows(), bufferOf("1119-1120")]).toEqual([before, 8]);

    expect((await load({ apply: true })).applied).toBe(1);
    expect(bufferOf("1119-1120")).toBe(11);
  });

  it("withdraws what the pack no longer states, and keeps its versions readable", async () => {
    const text = readFileSync(join(folder, "capacities.yaml"), "utf8");
    const start = text.indexOf("  - key: design-viettel-park");
    writeFileSync(
      join(folder, "capacities.yaml"),
      text.slice(0, start) + text.slice(text.indexOf("  - key:", start + 5)),
    );
    const { changes } = await load({ apply: true });
    expect(lines(changes)).toEqual(["withdraw capacity design-viettel-park"]);
    const { versions } = await world
      .as(actor("auditor"))
      .registry.readVersions({ kind: "capacity", key: "design-viettel-park" });
    expect(versions.map((row) => row.validity.recordedTo === null)).toEqual([false]);
  });

  it("with a fault applies nothing and names file, line and field", async () => {
    change("lanes.yaml", "count: 6", "count: six");
    const { faults, applied } = await load({ apply: true });
    expect(applied).toBe(0);
    expect(faults).toMatchObject([{ file: "lanes.yaml", field: "count" }]);
    const line = readFileSync(join(folder, "lanes.yaml"), "utf8").split("\n")[(faults[0]?.line ?? 0) - 1];
    expect(line).toContain("count: six");
    change("lanes.yaml", "count: six", "count: 6");
  });

  it("never replaces what an operator entered: it is a conflict, decided by --keep", async () => {
    const { clock } = world.zone.platform;
    await clock.advance(new Date(clock.now().getTime() + 60_000));
    await world.as(actor("administrator")).registry.editRow({
      command: randomUUID(),
      statement: {
        kind: "call_rule",
        key: "call-chi-ma",
        routes: ["chi-ma-road"],
        direction: "export",
        travelHours: 0.5,
        buffer: 99,
        assumedPerHour: 4,
      },
      validFrom: null,
      citation: "Trung tâm Quản lý cửa khẩu",
      reason: "Điều chỉnh",
    });
    change("demo/call-rules.yaml", "buffer: 6", "buffer: 7");

    const undecided = await load({ apply: true });
    expect(lines(undecided.conflicts)).toEqual(["change call_rule call-chi-ma"]);
    expect([undecided.applied, bufferOf("1088-2-1089"), bufferOf("chi-ma-road")]).toEqual([0, 6, 99]);

    expect((await load({ apply: true, keep: "operator" })).applied).toBe(1);
    expect([bufferOf("1088-2-1089"), bufferOf("chi-ma-road")]).toEqual([7, 99]);

    expect((await load({ apply: true, keep: "pack" })).applied).toBe(1);
    expect(bufferOf("chi-ma-road")).toBe(3);
    expect((await load()).changes).toEqual([]);
  });
});

describe("the verb load-pack", () => {
  const run = (...args: string[]) =>
    loadPackCommand(args, folder, (options) => world.zone.registry.loadPack(options));

  it("says so when nothing differs, in words and as one JSON object", async () => {
    expect(await run()).toMatchObject({ text: expect.stringMatching(/^The registry says/), status: 0 });
    const { text } = await run("--json");
    expect(JSON.parse(text)).toMatchObject({ changes: [], conflicts: [], faults: [], applied: 0 });
  });

  it("shows what differs in which version, and that nothing is applied yet", async () => {
    change("lanes.yaml", "count: 6", "count: 7");
    expect(await run()).toEqual({
      text: [
        "~ lane_group lanes-1119-1120",
        "    from 2025-11-27: count 6 → 7",
        "1 differences; nothing applied yet.",
        "",
      ].join("\n"),
      errors: "",
      status: 0,
    });
    change("lanes.yaml", "count: 7", "count: 6");
  });

  it("ends with status 1 and file:line errors when the pack is at fault", async () => {
    change("routes.yaml", "gate: chi-ma", "gate: chi-mo");
    expect(await run("--apply")).toMatchObject({
      text: "",
      errors: expect.stringMatching(/^routes\.yaml:\d+: gate: no gate has the key “chi-mo”\n$/),
      status: 1,
    });
    change("routes.yaml", "gate: chi-mo", "gate: chi-ma");
  });

  it.each([["--keep", "both"], ["--force"], ["one", "two"]])(
    "refuses %s %s with its usage",
    async (...args) => {
      await expect(run(...args)).rejects.toThrow(/Usage: load-pack/);
    },
  );

  it("refuses a folder that is not there in one sentence", async () => {
    await expect(run(join(folder, "nowhere"))).rejects.toThrow(/cannot be loaded/);
  });
});
