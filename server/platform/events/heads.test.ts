import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemActor } from "@moc/contract/values/actor.ts";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { openTestDatabase, sealAll, type TestDatabase } from "../../../test/world/test-database.ts";
import { appendEvents } from "./append.ts";
import { keepHead, keepHeads, keepRestored, readHeads } from "./heads.ts";
import { verifyLog } from "./verify.ts";

const folder = mkdtempSync(join(tmpdir(), "moc-heads-"));
const now = new Date("2026-11-22T03:00:00.000Z");
let world: TestDatabase;
beforeAll(async () => {
  world = await openTestDatabase();
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

async function record(): Promise<void> {
  const subject = "00000000-0000-4000-8000-00000000000a";
  const event = { kind: "test.happened", subject, data: {} };
  await world.database.transaction((tx) => appendEvents(tx, systemActor, null, now, [event]));
  await sealAll(world.database);
}
const kind = async () => (await verifyLog(world.database.db, readHeads(folder))).fault?.kind;

it("a zone restored from an older backup is not taken for one whose tail was cut off, and a later cut is found", async () => {
  await record();
  await keepHead(world.database, folder, now);
  // Two heads of what came after the backup, and a line that a power cut left unfinished.
  appendFileSync(join(folder, "heads.log"), `${now.toISOString()} 2 ${"ab".repeat(32)}\n`);
  appendFileSync(join(folder, "heads.log"), `${now.toISOString()} 3 ${"cd".repeat(32)}\n`);
  expect(await kind()).toBe("cut_off");
  await keepRestored(world.database, folder, now);
  expect(await kind()).toBeUndefined();
  expect(readFileSync(join(folder, "heads.log"), "utf8"), "the restore stays in sight").toContain(
    " restored 1 ",
  );
  await record();
  expect(await kind()).toBeUndefined();
  appendFileSync(join(folder, "heads.log"), `${now.toISOString()} 9 ${"ef".repeat(32)}\n2026-11-22T03:00`);
  expect(await kind()).toBe("cut_off");
});

it("a head that could not be kept when it was due is kept soon after, and one more at the end", async () => {
  await record();
  const own = mkdtempSync(join(tmpdir(), "moc-heads-"));
  let away = true;
  const database = {
    ...world.database,
    get db() {
      if (away) throw new Error("away");
      return world.database.db;
    },
  };
  const errors: unknown[] = [];
  const log = { error: (told: unknown) => errors.push(told) };
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const keeping = keepHeads({ database, follower: { over: () => false }, log }, own);
  vi.advanceTimersByTime(3_600_000);
  vi.useRealTimers();
  await expect.poll(() => errors).toHaveLength(1);
  expect(readHeads(own)).toEqual([]);
  away = false;
  await expect.poll(() => readHeads(own)).toHaveLength(1);
  expect(errors, "told once").toHaveLength(1);
  await keeping.stop();
  expect(readHeads(own)).toHaveLength(2);
  rmSync(own, { recursive: true, force: true });
});
