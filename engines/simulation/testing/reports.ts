import { compile } from "../compile.ts";
import { advanceExperiment, startExperiment } from "../experiment.ts";
import { checkScenario } from "../parse.ts";
import { reportOn, type SimulationReport } from "../report.ts";

/** Runs a whole scenario document, `budget` events at a time. */
export function run(document: object, budget = 100_000): SimulationReport {
  const experiment = startExperiment(compile(checkScenario(document)));
  while (!advanceExperiment(experiment, budget));
  return reportOn(experiment);
}

/** Mean number a day of trucks of a traffic on a route that ended with an outcome. */
export function perDay(report: SimulationReport, traffic: string, outcome: string, route = "a"): number {
  const row = report.traffic.find((found) => found.traffic === traffic && found.route === route);
  return row?.outcomes.find((found) => found.outcome === outcome)?.minutes.perDay?.mean ?? 0;
}

export const ALL_DAYS = { from: "2026-01-05 00:00", to: "2026-01-20 00:00" };

export function report06(report: SimulationReport): number {
  const series = report.queues.series.find(({ kind }) => kind === "force");
  return series?.mean[5] ?? 0; // 6:00, an hour before the desks open
}
