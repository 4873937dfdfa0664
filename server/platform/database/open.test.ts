import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { quote } from "./migrate.ts";
import { openDatabase } from "./open.ts";

const ownerUrl = process.env.MOC_TEST_PG_OWNER_URL ?? "";

describe.runIf(process.env.MOC_TEST_ENGINE === "postgres")("a start on PostgreSQL", () => {
  const zone = `p${randomBytes(4).toString("hex")}`;
  let owner: pg.Client;
  const app = () => Object.assign(new URL(ownerUrl), { username: zone, password: "app" }).href;
  const open = () => openDatabase({ dataDir: "", databaseUrl: app(), databaseMigrateUrl: null }, zone);

  beforeAll(async () => {
    owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    await owner.query(`CREATE ROLE ${zone} LOGIN NOINHERIT PASSWORD 'app'`);
    const made = await openDatabase({ dataDir: "", databaseUrl: app(), databaseMigrateUrl: ownerUrl }, zone);
    await made.close();
  });
  afterAll(async () => {
    await owner.query(`DROP SCHEMA ${zone} CASCADE; DROP OWNED BY ${zone}; DROP ROLE ${zone}`);
    await owner.end();
  });

  it("takes an application's role that can only read and add", async () => {
    await (await open()).close();
  });

  it.each([
    ["change a seal", "UPDATE ON %.event_seal"],
    ["forget a command", "DELETE ON %.command"],
    ["change one column of the log", "UPDATE (kind) ON %.event"],
  ])("refuses one that could %s", async (_what, right) => {
    const on = right.replace("%", zone);
    await owner.query(`GRANT ${on} TO ${zone}`);
    await expect(open()).rejects.toThrow(/could change the log/);
    await owner.query(`REVOKE ${on} FROM ${zone}`);
  });

  it("refuses one that could become the owner", async () => {
    const { rows } = await owner.query<{ name: string }>("SELECT current_user AS name");
    const name = quote(rows[0]?.name ?? "");
    await owner.query(`GRANT ${name} TO ${zone}`);
    await expect(open()).rejects.toThrow(/could change the log/);
    await owner.query(`REVOKE ${name} FROM ${zone}`);
  });

  it("does not stand in the way of those that write, and guards anew what has lost its guard", async () => {
    const patient = new URL(ownerUrl);
    patient.searchParams.set("options", "-c lock_timeout=3s");
    const start = async () => {
      const place = { dataDir: "", databaseUrl: app(), databaseMigrateUrl: patient.href };
      await (await openDatabase(place, zone)).close();
    };
    await owner.query(`BEGIN; LOCK TABLE ${zone}.event, ${zone}.command IN ROW EXCLUSIVE MODE`);
    await start();
    await owner.query(`ROLLBACK; DROP TRIGGER append_only ON ${zone}.event`);
    await start();
    await expect(owner.query(`DELETE FROM ${zone}.event`)).rejects.toThrow(/append-only/);
  });
});
