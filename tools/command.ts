import { type ChildProcess, spawn } from "node:child_process";

const running = new Set<ChildProcess>();
let closed = false;

/** What a command left behind. `status` is null when a signal ended it. */
export type Outcome = { status: number | null; output: string };

export type CommandOptions = {
  cwd?: string;
  env?: Record<string, string>;
  /** Passes what the command prints straight on instead of keeping it. */
  show?: boolean;
};

/** Runs a command in a process group of its own, so that `endCommands` ends everything that it started. */
export function run(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    if (closed) return; // the process is about to leave: nothing is begun any more
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    running.add(child);
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => {
        if (options.show) process.stdout.write(text);
        else output += text;
      });
    child.on("error", reject);
    child.on("close", (status) => {
      running.delete(child);
      endGroup(child, "SIGKILL"); // what the command left behind holds no result any more
      resolve({ status, output });
    });
  });
}

function endGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // the group is gone already
  }
}

/** Ends every command that still runs, with all its children; a command asked for later is never begun. */
export function endCommands(signal: NodeJS.Signals = "SIGKILL"): void {
  closed = true;
  for (const child of running) endGroup(child, signal);
}

/** Runs `clean` once when the process is told to stop, then leaves with the usual status. */
export function onStop(clean: () => Promise<void> | void): void {
  for (const [signal, number] of [
    ["SIGINT", 2],
    ["SIGTERM", 15],
    ["SIGHUP", 1],
  ] as const)
    process.once(signal, () => {
      void Promise.resolve(clean()).finally(() => process.exit(128 + number));
    });
}
