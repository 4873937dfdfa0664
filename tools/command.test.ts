import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { run } from "./command.ts";

const folder = mkdtempSync(join(tmpdir(), "moc-command-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function gone(pid: number): Promise<boolean> {
  for (let i = 0; i < 100 && lives(pid); i++) await pause(50);
  return !lives(pid);
}

test("a command's status and both its outputs come back", async () => {
  expect(await run("sh", ["-c", "echo out; echo err >&2; exit 3"])).toEqual({
    status: 3,
    output: "out\nerr\n",
  });
});

test("what a command leaves running in its group ends with it", async () => {
  const { output } = await run("sh", ["-c", "sleep 60 >/dev/null 2>&1 & echo $!"]);
  expect(await gone(Number(output))).toBe(true);
});

test("a runner that is told to stop ends its commands, begins no other, cleans up and leaves with 143", async () => {
  const script = join(folder, "runner.mjs");
  const module = JSON.stringify(join(import.meta.dirname, "command.ts"));
  writeFileSync(
    script,
    `import { setTimeout } from "node:timers/promises";
     import { endCommands, onStop, run } from ${module};
     onStop(async () => { endCommands(); await setTimeout(300); console.log("clean"); });
     await run("sh", ["-c", "echo $$; sleep 60; true"], { show: true });
     await run("sh", ["-c", "echo begun; sleep 60"], { show: true });`,
  );
  const runner = spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  runner.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
    if (/^\d+\n$/.test(output)) runner.kill("SIGTERM");
  });
  const status = await new Promise((resolve) => runner.once("close", resolve));
  expect(status).toBe(143);
  expect(output).toContain("clean");
  expect(output).not.toContain("begun");
  expect(await gone(Number.parseInt(output, 10))).toBe(true);
});
