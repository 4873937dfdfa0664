import { randomUUID } from "node:crypto";
import { registryEvents } from "@moc/contract/registry/events.ts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { actor, openWorld, type World } from "../../../test/world/open-world.ts";
import { openPlatform } from "../../platform/platform.ts";
import { timelinesOf, versionOf } from "./facts.ts";
import { openRegistry } from "./index.ts";
import { readKnown } from "./store.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const shape = registryEvents["registry.row_changed"];
const canonical = (lines: ReturnType<typeof timelinesOf>) =>
  lines
    .map(({ kind, key, versions }) => ({
      name: `${kind} ${key}`,
      versions: versions.toSorted((a, b) => ((a.validFrom ?? "") < (b.validFrom ?? "") ? -1 : 1)),
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));

async function change(): Promise<void> {
  const { clock } = world.zone.platform;
  const { registry } = world.as(actor("administrator"));
  await clock.advance(new Date(clock.now().getTime() + 60_000));
  const zone = await registry.readZone({});
  const park = zone.park.find((row) => row.key === "coc-nam-waiting");
  if (park === undefined) throw new Error("the demonstration has a park at Cốc Nam");
  const { source: _, validity: __, revision: seen, ...statement } = park;
  await registry.editRow({
    command: randomUUID(),
    statement: { ...statement, capacity: 75 },
    validFrom: "2026-05-01",
    citation: "Biên bản khảo sát",
    reason: "Mở rộng",
    seen,
  });
  await registry.endRow({
    command: randomUUID(),
    kind: "yard",
    key: "tan-thanh-yard",
    validTo: "2026-06-01",
    reason: "Ngừng hoạt động",
  });
}

it("the fold of the log equals the stored rows", async () => {
  await change();
  const events = await world.asOwner(
    "SELECT data FROM event WHERE kind = 'registry.row_changed' ORDER BY seq",
  );
  const fold = new Map<string, ReturnType<typeof shape.parse>>();
  for (const event of events) {
    const { data } = event as { data: unknown }; // as: the column just selected
    const said = shape.parse(data);
    fold.set(`${said.kind} ${said.key}`, said);
  }
  const folded = [...fold.values()].map(({ kind, key, timeline }) => ({ kind, key, versions: timeline }));
  const stored = timelinesOf((await readKnown(world.zone.platform.database.db)).map(versionOf));
  expect(canonical(folded.filter((line) => line.versions.length > 0))).toEqual(canonical(stored));
});

it("the stored rows are never altered or removed: their own content stays as first written", async () => {
  const snapshot = () =>
    world.asOwner(
      `SELECT id, kind, key, revision, statement, source, valid_from, valid_to, recorded_from
       FROM registry_version ORDER BY id`,
    );
  const before = await snapshot();
  const { clock } = world.zone.platform;
  await clock.advance(new Date(clock.now().getTime() + 60_000));
  await world.as(actor("administrator")).registry.endRow({
    command: randomUUID(),
    kind: "park",
    key: "coc-nam-waiting",
    validTo: "2026-07-01",
    reason: "Ngừng hoạt động",
  });
  const after = await snapshot();
  expect(after.length).toBeGreaterThan(before.length);
  expect(after).toEqual(expect.arrayContaining(before));
});

it("a change made by one process is seen by another when the log tells of it", async () => {
  const { settings, database, log } = world.zone.platform;
  const zone = { key: "dong-dang", timeZone: "Asia/Ho_Chi_Minh" };
  const other = await openPlatform({ settings: { ...settings, newZoneMode: "demo" }, zone, database, log });
  try {
    const registry = await openRegistry(other, { followPack: false });
    const at = new Date("2026-11-20T05:00:00.000Z");
    expect(registry.find("yard", "chi-ma-htt", at)?.key).toBe("chi-ma-htt");
    await world.as(actor("administrator")).registry.endRow({
      command: randomUUID(),
      kind: "yard",
      key: "chi-ma-htt",
      validTo: "2026-08-01",
      reason: "Thử",
    });
    await expect.poll(() => registry.find("yard", "chi-ma-htt", at)).toBe(null);
  } finally {
    await other.follower.stop();
  }
});
