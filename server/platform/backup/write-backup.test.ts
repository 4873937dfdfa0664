import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { aroundStatements } from "../../../test/world/around-statements.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/world/test-database.ts";
import type { Database } from "../database/handle.ts";
import { writeBackup } from "./write-backup.ts";

const folder = mkdtempSync(join(tmpdir(), "moc-backup-"));
let world: TestDatabase;
beforeAll(async () => {
  world = await openTestDatabase();
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

it("a backup over which the database went away leaves nothing behind that takes the room of the next", async () => {
  let fetched = 0;
  const away: Database = {
    ...world.database,
    transaction: (work) =>
      world.database.transaction((tx) =>
        work(
          aroundStatements(tx, (text, run) => {
            if (/^\s*FETCH/.test(text)) fetched += 1;
            return fetched > 3 ? Promise.reject(new Error("away")) : run();
          }),
        ),
      ),
  };
  await expect(writeBackup(away, join(folder, "half.moc.gz"))).rejects.toThrow("away");
  expect(fetched).toBe(4);
  expect(readdirSync(folder)).toEqual([]);
  await writeBackup(world.database, join(folder, "whole.moc.gz"));
  expect(readdirSync(folder)).toEqual(["whole.moc.gz"]);
});
