import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";

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
