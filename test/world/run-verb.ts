import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../../server/main.ts", import.meta.url));

/** Runs a verb of `npm run -s moc -- VERB` as a process of its own and waits for its end. */
export function runVerb(
  environment: Record<string, string>,
  ...args: string[]
): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", main, ...args],
    { env: { ...process.env, ...environment }, encoding: "utf8", timeout: 240_000 },
  );
  return { status, out: stdout, err: stderr };
}
