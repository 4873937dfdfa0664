import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";

const main = fileURLToPath(new URL("../../server/main.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "moc-rebuild-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("the verb prints one object with equal digests, and in words that the read models were equal to the log", () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", main, "rebuild", ...args], {
      env: { ...process.env, DATA_DIR: folder },
      encoding: "utf8",
    });
  const told = run("--json");
  expect({ status: told.status, err: told.stderr }).toEqual({ status: 0, err: "" });
  const { events, before, after, equal } = JSON.parse(told.stdout);
  expect([events, equal, before]).toEqual([0, true, after]);
  expect(before).toMatch(/^[0-9a-f]{32}$/);
  expect(run().stdout).toContain("were equal to the log");
});
