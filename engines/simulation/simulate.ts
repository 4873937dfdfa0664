import { compile } from "./compile.ts";
import { advanceExperiment, startExperiment } from "./experiment.ts";
import { parseScenario } from "./parse.ts";
import { reportOn, type SimulationReport } from "./report.ts";

/** Events per call of the loop below; a caller with a screen to serve uses a smaller number. */
const BUDGET = 1_000_000;

/**
 * Runs the scenario in `text` (YAML or JSON) to its end and returns its statistics; the same text gives the same
 * digits on every machine. Throws ScenarioRefused with the fields that are wrong.
 */
export function simulate(text: string): SimulationReport {
  const experiment = startExperiment(compile(parseScenario(text)));
  while (!advanceExperiment(experiment, BUDGET));
  return reportOn(experiment);
}
