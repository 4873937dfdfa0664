import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemActor } from "@moc/contract/values/actor.ts";
import { writeBackup } from "@moc/server/platform/backup/write-backup.ts";
import type { Database } from "@moc/server/platform/database/handle.ts";
import { migrate, quote } from "@moc/server/platform/database/migrate.ts";
import { openDatabase } from "@moc/server/platform/database/open.ts";
import { appendEvents } from "@moc/server/platform/events/append.ts";
import { verifyLog } from "@moc/server/platform/events/verify.ts";
import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sealAll } from "./test-database.ts";

const ownerUrl = process.env.MOC_TEST_PG_OWNER_URL ?? "";
const subject = "00000000-0000-4000-8000-00000000000a";

describe.runIf(process.env.MOC_TEST_ENGINE === "postgres")("two zones in one database", () => {
  const mark = randomBytes(4).toString("hex");
  const names = [`za-${mark}`, `zb-${mark}`] as const;
  const folder = mkdtempSync(join(tmpdir(), "moc-zones-"));
  let owner: pg.Client;
  let one: Database;
  let other: Database;

  async function open(name: string): Promise<Database> {
    await owner.query(`CREATE ROLE ${quote(name)} LOGIN PASSWORD 'zone'`);
    const app = new URL(ownerUrl);
    [app.username, app.password] = [name, "zone"];
    return openDatabase({ dataDir: folder, databaseUrl: app.href, databaseMigrateUrl: ownerUrl }, name);
  }

  const record = async (zone: Database, count: number) => {
    const events = Array.from({ length: count }, (_, n) => ({ kind: "test.happened", subject, data: { n } }));
    await zone.transaction((tx) => appendEvents(tx, systemActor, null, new Date(), events));
    await sealAll(zone);
  };

  beforeAll(async () => {
    owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    [one, other] = [await open(names[0]), await open(names[1])];
    await Promise.all([record(one, 3), record(other, 5)]);
  });
  afterAll(async () => {
    await one.close();
    await other.close();
    for (const name of names) {
      await owner.query(`DROP SCHEMA ${quote(name.replaceAll("-", "_"))} CASCADE`);
      await owner.query(`DROP OWNED BY ${quote(name)}; DROP ROLE ${quote(name)}`);
    }
    await owner.end();
    rmSync(folder, { recursive: true, force: true });
  });

  it("each has its own log, its own positions and its own check", async () => {
    expect(await verifyLog(one.db, [])).toMatchObject({ ok: true, checked: 3, unsealed: 0 });
    expect(await verifyLog(other.db, [])).toMatchObject({ ok: true, checked: 5, unsealed: 0 });
  });

  it("neither can read, add to or list the other's rows", async () => {
    const theirs = `${quote(other.schema)}.event`;
    for (const statement of [`SELECT * FROM ${theirs}`, `INSERT INTO ${theirs} (kind) VALUES ('x')`]) {
      await expect(sql.raw(statement).execute(one.db)).rejects.toMatchObject({ code: "42501" });
    }
  });

  it("a backup holds the one zone alone", async () => {
    const rowsOf = async (zone: Database) => {
      const { tables } = await writeBackup(zone, join(folder, `${zone.schema}.moc.gz`));
      return tables.find(({ table }) => table === "event")?.rows;
    };
    expect(await Promise.all([rowsOf(one), rowsOf(other)])).toEqual([3, 5]);
  });

  it("a schema that is newer than the program, and a changed old migration, are refused", async () => {
    const [name, role] = [`zn_${mark}`, names[0]];
    const line = [{ name: "0001-a.sql", sql: "CREATE TABLE a (id uuid PRIMARY KEY)" }];
    const newer = [...line, { name: "0002-a.sql", sql: "CREATE TABLE b (id uuid PRIMARY KEY)" }];
    try {
      await migrate(owner, name, role, newer);
      await expect(migrate(owner, name, role, line)).rejects.toThrow(
        /newer than this program \(it has 0002-a\.sql\)/,
      );
      const changed = newer.map((one) => ({ ...one, sql: `${one.sql} -- changed` }));
      await expect(migrate(owner, name, role, changed)).rejects.toThrow(
        /was changed after it had been applied/,
      );
      expect(await migrate(owner, name, role, newer), "and nothing was done to it").toEqual([]);
    } finally {
      await owner.query(`DROP SCHEMA ${name} CASCADE`);
    }
  });
});
