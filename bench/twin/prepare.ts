import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { Network } from "@moc/engines/simulation/network.ts";
import { build } from "vite";
import type * as Kernel from "./kernel.ts";
import { networkFile } from "./network-file.ts";

/** One run of either side. `trucks`: arrived; `slots`: truck slots that the run ever needed. */
export type Run = { seconds: number; events: number; digest: string; trucks: number; slots: number };

export type Prepared = {
  kernel: typeof Kernel;
  bundle: string;
  runC: (network: Network, replication: number) => Promise<Run>;
  clean: () => void;
};

const ROOT = new URL("../../", import.meta.url);

/** Compiles the reference and bundles the kernel into a temporary folder. Throws when there is no C compiler. */
export async function prepare(): Promise<Prepared> {
  const folder = mkdtempSync(join(tmpdir(), "bench-twin-"));
  const program = join(folder, "twin");
  const source = new URL("twin.c", import.meta.url).pathname;
  // -ffp-contract=off: a fused multiply-add would give other digits than JavaScript, on some machines.
  execFileSync("cc", ["-O3", "-ffp-contract=off", "-o", program, source, "-lm"]);
  await build({
    configFile: false,
    logLevel: "error",
    root: ROOT.pathname,
    resolve: { alias: { "@moc/engines": new URL("engines", ROOT).pathname } },
    build: {
      outDir: folder,
      target: "esnext",
      minify: false,
      // Vite would make them `var`; a constant that stays one is compiled into the code that reads it (7 % of the time).
      rolldownOptions: { output: { topLevelVar: false } },
      lib: {
        entry: new URL("kernel.ts", import.meta.url).pathname,
        formats: ["es"],
        fileName: () => "kernel.mjs",
      },
    },
  });
  const bundle = pathToFileURL(join(folder, "kernel.mjs")).href;
  const written = new WeakMap<Network, string>();
  let files = 0;
  const fileOf = (network: Network): string => {
    const file = written.get(network) ?? join(folder, `network-${files++}`);
    if (!written.has(network)) writeFileSync(file, networkFile(network));
    written.set(network, file);
    return file;
  };
  const runC = async (network: Network, replication: number): Promise<Run> => {
    const { stdout } = await promisify(execFile)(program, [fileOf(network), "1", String(replication)]);
    const [seconds, events, digest = "", trucks, , slots] = stdout.trim().split(" ");
    return {
      seconds: Number(seconds),
      events: Number(events),
      digest,
      trucks: Number(trucks),
      slots: Number(slots),
    };
  };
  const kernel: typeof Kernel = await import(bundle);
  return { kernel, bundle, runC, clean: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The ordinary January day again and again, for about `trucks` trucks, compiled. */
export function networkFor(kernel: typeof Kernel, trucks: number): Network {
  const text = readFileSync(new URL("engines/simulation/scenarios/ordinary-january-day.yaml", ROOT), "utf8");
  const scenario = kernel.parseScenario(text);
  const perDay = scenario.arrivals.reduce((sum, { per_day }) => sum + per_day, 0);
  const days = Math.max(1, Math.round(trucks / perDay));
  const document = { ...scenario, days, warm_up_days: Math.min(3, days / 2), start: "2026-01-01" };
  return kernel.compile(kernel.checkScenario(document)).network;
}
