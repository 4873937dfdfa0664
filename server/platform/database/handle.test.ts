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
    openHandle({
      engine: "postgres",
      schema: "public",
      pool: { ...pool, max: 1 },
      afterConnect,
      // The embedded engine answers one connection at a time.
      ...(ownerUrl !== undefined && { pipelined: 2 }),
    });

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
    await expect(unset.alone("SELECT 1", [])).rejects.toThrow();
    await expect(unset.alone("SELECT 1", [])).rejects.toThrow();
    await unset.close();
  });

  const askAlone = (n: number) => database.alone("SELECT 12 / $1::int AS n", [n]);

  it("answers statements that are sent alone, each by itself: one that fails leaves the others", async () => {
    const answers = await Promise.allSettled([1, 2, 0, 3, 4, 0, 6, 12].map(askAlone));
    const values = answers.map((answer) => (answer.status === "fulfilled" ? answer.value : "refused"));
    const wanted = [12, 6, 0, 4, 3, 0, 2, 1].map((n) => (n === 0 ? "refused" : [{ n }]));
    expect(values).toEqual(wanted);
  });

  it("fails what was sent alone on a line that is cut, and the next is answered", async () => {
    await askAlone(1);
    const asked = [1, 2, 3].map(() => database.alone("SELECT pg_sleep(0.3)", []));
    await pause(100);
    line.cut();
    for (const answer of await Promise.allSettled(asked)) expect(answer.status).toBe("rejected");
    await expect(askAlone(1)).rejects.toThrow();
    line.mend();
    await expect.poll(() => askAlone(1).catch(() => null)).toEqual([{ n: 12 }]);
  });

  it("sends nothing alone inside a transaction, where it would not see what that has written", async () => {
    const working = database.transaction(() => askAlone(1));
    await expect(working).rejects.toThrow("pass tx down");
    expect(await askAlone(1)).toEqual([{ n: 12 }]);
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
