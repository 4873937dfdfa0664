import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../../server/main.ts", import.meta.url));

type Ended = { status: number | null; out: string; err: string };

/**
 * Runs a verb of `npm run -s moc -- VERB` as a process of its own and waits for its end.
 * @param environment beside the settings also `UID`: the number of the user who runs it, where this one is root
 */
export function runVerb({ UID, ...environment }: Record<string, string>, ...args: string[]): Ended {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", main, ...args],
    {
      env: { ...process.env, ...environment },
      encoding: "utf8",
      timeout: 240_000,
      ...(UID !== undefined && { uid: Number(UID), gid: Number(UID) }),
    },
  );
  return { status, out: stdout, err: stderr };
}
