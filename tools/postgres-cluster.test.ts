import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { postgresFolder } from "./outside.ts";
import { startCluster } from "./postgres-cluster.ts";

const binaries = postgresFolder();

const ask = (url: string, statement: string) =>
  spawnSync(join(binaries ?? "", "psql"), [url, "-XAtc", statement], { encoding: "utf8" }).stdout.trim();

describe.skipIf(binaries === undefined)("a temporary cluster", () => {
  test("answers its owner, keeps what was committed over a kill, and leaves nothing behind", async () => {
    const cluster = await startCluster({ durable: true });
    try {
      expect(ask(cluster.url, "create table t (a int); insert into t values (7)")).toContain("INSERT");
      expect(ask(cluster.url, "show fsync")).toBe("on");
      const folder = ask(cluster.url, "show data_directory");
      await cluster.kill();
      expect(ask(cluster.url, "select 1")).toBe("");
      await cluster.start();
      expect(ask(cluster.url, "select a from t")).toBe("7");
      await cluster.stop();
      expect(existsSync(folder)).toBe(false);
      await cluster.stop();
    } finally {
      await cluster.stop();
    }
  });

  test("ends and removes itself when its starter is killed", async () => {
    const script = `import { startCluster } from ${JSON.stringify(fileURLToPath(new URL("postgres-cluster.ts", import.meta.url)))};
      const c = await startCluster(); console.log(c.url); setInterval(() => {}, 1000);`;
    const starter = spawn(process.execPath, ["--input-type=module", "-e", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const url = await new Promise<string>((resolve) =>
      starter.stdout.once("data", (d: Buffer) => resolve(String(d).trim())),
    );
    const folder = ask(url, "show data_directory");
    expect(existsSync(folder)).toBe(true);
    starter.kill("SIGKILL");
    for (let i = 0; i < 100 && existsSync(folder); i++) await pause(100);
    expect(existsSync(folder)).toBe(false);
  });

  test("refuses a wrong password", async () => {
    const cluster = await startCluster();
    try {
      expect(ask(cluster.url.replace(/:[^:@]+@/, ":wrong@"), "select 1")).toBe("");
      expect(ask(cluster.url, "select 1")).toBe("1");
    } finally {
      await cluster.stop();
    }
  });
});
