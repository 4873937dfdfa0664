import { spawnSync } from "node:child_process";
import { sql } from "kysely";
import { expect, it } from "vitest";
import { startEmbedded } from "./embedded.ts";
import { openHandle } from "./handle.ts";

const embedded = process.env.MOC_TEST_ENGINE !== "postgres";

it.runIf(embedded)("the compiled engine is never collected: to do so has ended whole processes", () => {
  const start = new URL("./embedded.ts", import.meta.url).href;
  const text = `import("${start}").then(async ({ startEmbedded }) => {
    process.stdout.write("opening\\n");
    await (await startEmbedded(null)).stop();
  });`;
  const options = ["--trace-wasm-code-gc", "--eval", text];
  const { status, stdout, stderr } = spawnSync(process.execPath, options, { encoding: "utf8" });
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout.split("opening\n")[1]).not.toContain("Starting GC");
});

it.runIf(embedded)(
  "a connection finds the session of the one before and prepares its statements anew",
  async () => {
    const server = await startEmbedded(null);
    const answers: number[] = [];
    for (const value of [1, 2]) {
      const { db, close } = openHandle({
        engine: "pglite",
        schema: "public",
        pool: {
          host: server.socketFolder,
          port: server.port,
          user: "postgres",
          database: "postgres",
          max: 1,
        },
        afterConnect: "SET TIME ZONE 'UTC'",
      });
      const { rows } = await sql<{ answer: number }>`SELECT ${value}::int AS answer`.execute(db);
      answers.push(rows[0]?.answer ?? 0);
      const { rows: prepared } =
        await sql`SELECT name FROM pg_prepared_statements WHERE ${value} > 0`.execute(db);
      expect(prepared).not.toEqual([]);
      await close();
    }
    expect(answers).toEqual([1, 2]);
    await server.stop();
  },
);
