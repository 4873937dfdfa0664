import { Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import type pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type Line, layLine } from "../../../test/world/cut-line.ts";
import { openTestDatabase } from "../../../test/world/test-database.ts";
import { type EmbeddedServer, startEmbedded } from "./embedded.ts";
import { type Database, openHandle } from "./handle.ts";

const ownerUrl = process.env.MOC_TEST_ENGINE === "postgres" ? process.env.MOC_TEST_PG_OWNER_URL : undefined;

describe("a handle whose line to the database is cut", () => {
  let embedded: EmbeddedServer | undefined;
  let line: Line;
  let database: Database;
  let pool: pg.PoolConfig;
  const open = (afterConnect: string) =>
    openHandle({ engine: "postgres", schema: "public", pool: { ...pool, max: 1 }, afterConnect });

  beforeAll(async () => {
    if (ownerUrl === undefined) {
      embedded = await startEmbedded(null);
      line = await layLine({ path: `${embedded.socketFolder}/.s.PGSQL.${embedded.port}` });
      pool = { user: "postgres", database: "postgres" };
    } else {
      const { hostname, port, username, password } = new URL(ownerUrl);
      line = await layLine({ host: hostname, port: Number(port) });
      pool = { user: username, password, database: "postgres" };
    }
    pool = { ...pool, host: "127.0.0.1", port: line.port };
    database = open("SET TIME ZONE 'UTC'");
  });
  beforeEach(() => line.mend());
  afterAll(async () => {
    await database.close();
    await line.close();
    await embedded?.stop();
  });
  const ask = async () => (await sql<{ n: number }>`SELECT 1 AS n`.execute(database.db)).rows;

  it("fails what was asked and the process goes on: the next question is answered", async () => {
    const asked = sql`SELECT pg_sleep(0.3)`.execute(database.db);
    await pause(100);
    line.cut();
    await expect(asked).rejects.toThrow("Connection terminated");
    await expect(ask()).rejects.toThrow();
    line.mend();
    expect(await ask()).toEqual([{ n: 1 }]);
  });

  it("fails a transaction between two of its statements, and the process goes on", async () => {
    const working = database.transaction(async (tx) => {
      await sql`SELECT 1`.execute(tx);
      line.cut();
      await pause(100);
      await sql`SELECT 2`.execute(tx);
    });
    await expect(working).rejects.toThrow();
    line.mend();
    await expect.poll(() => ask().catch(() => null)).toEqual([{ n: 1 }]);
  });

  it("gives nobody a connection that did not take its settings", async () => {
    const unset = open("SET TIME ZONE 'nowhere'");
    await expect(sql`SELECT 1`.execute(unset.db)).rejects.toThrow();
    await expect(sql`SELECT 1`.execute(unset.db)).rejects.toThrow();
    await unset.close();
  });
});

it.runIf(ownerUrl !== undefined)("a PostgreSQL that keeps silent is asked whether it is there", async () => {
  const asked = vi.spyOn(Socket.prototype, "setKeepAlive");
  const world = await openTestDatabase();
  await sql`SELECT 1`.execute(world.database.db);
  expect(asked).toHaveBeenCalledWith(true, 10_000);
  asked.mockRestore();
  await world.close();
});
