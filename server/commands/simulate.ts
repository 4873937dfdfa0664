import { ScenarioRefused } from "@moc/engines/simulation/refusal.ts";
import type { SimulationReport } from "@moc/engines/simulation/report.ts";
import { simulate as run } from "@moc/engines/simulation/simulate.ts";
import { StartError } from "../platform/settings.ts";
import { say } from "./open.ts";
import { readOperand } from "./text-file.ts";

/** `simulate FILE [--json]`: the statistics of a scenario (YAML or JSON) with 95 % intervals. */
export async function simulate(args: string[]): Promise<void> {
  const { path, text } = await readOperand("simulate", args);
  const report = runOrRefuse(path, text);
  say(args, report, [JSON.stringify(report, null, 2)]);
}

function runOrRefuse(path: string, text: string): SimulationReport {
  try {
    return run(text);
  } catch (error) {
    if (!(error instanceof ScenarioRefused)) throw error;
    const lines = error.problems.map(({ field, problem }) => `${path}: ${field}: ${problem}`);
    throw new StartError(lines.join("\n"));
  }
}
