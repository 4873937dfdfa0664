import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compile } from "./compile.ts";
import { advanceExperiment, startExperiment } from "./experiment.ts";
import { unsourced } from "./honesty.ts";
import { parseScenario } from "./parse.ts";
import { reportOn, type SimulationReport } from "./report.ts";

const FOLDER = new URL("scenarios/", import.meta.url);
const NAMES = readdirSync(FOLDER).map((file) => file.replace(".yaml", ""));

function read(name: string): string {
  return readFileSync(new URL(`${name}.yaml`, FOLDER), "utf8");
}

/** Two replications: with common random numbers enough to see on which side an alternative lies. */
function runShort(name: string): SimulationReport {
  const experiment = startExperiment(compile({ ...parseScenario(read(name)), replications: 2 }));
  while (!advanceExperiment(experiment, 1_000_000));
  return reportOn(experiment);
}

const reports = new Map<string, SimulationReport>();

function reportOf(name: string): SimulationReport {
  const report = reports.get(name) ?? runShort(name);
  reports.set(name, report);
  return report;
}

function crossedPerDay(report: SimulationReport, direction: RegExp): number {
  const crossed = report.traffic
    .filter(({ traffic }) => direction.test(traffic))
    .flatMap(({ outcomes }) => outcomes.filter(({ outcome }) => outcome === "crossed"));
  return crossed.reduce((sum, { minutes }) => sum + (minutes.perDay?.mean ?? 0), 0);
}

describe.skipIf(process.env["MOC_FAULTS"] === "1")("the shipped scenarios", () => {
  it("are the seven that the twin promises", () => {
    expect(NAMES.toSorted()).toEqual([
      "closing-at-20",
      "december-2021",
      "ordinary-january-day",
      "other-side-closes-4-hours",
      "six-lanes",
      "target-2027-high",
      "target-2027-low",
    ]);
  });

  it.each(NAMES)("%s gives every number a source or marks it illustrative", (name) => {
    expect(unsourced(parseScenario(read(name)))).toEqual([]);
    expect(reportOf(name).illustrative.length).toBeGreaterThan(5);
  });

  it.each(NAMES)("%s runs to its end", (name) => {
    const report = reportOf(name);
    expect(report.status).toBe("complete");
    expect(report.leftOut.length).toBeGreaterThan(3);
  });

  it("the ordinary January day passes 372 trucks out and 1,481 in, as the bulletin of 15/1/2026 counts", () => {
    const report = reportOf("ordinary-january-day");
    expect(crossedPerDay(report, /-out$/)).toBeGreaterThan(372 * 0.93);
    expect(crossedPerDay(report, /-out$/)).toBeLessThan(372 * 1.07);
    expect(crossedPerDay(report, /-in$|new-vehicle/)).toBeGreaterThan(1_481 * 0.95);
    expect(crossedPerDay(report, /-in$|new-vehicle/)).toBeLessThan(1_481 * 1.05);
    expect(report.unknown).toEqual([
      "capacity of yard coc-nam",
      "capacity of yard chi-ma",
      "capacity of park viettel",
    ]);
  });

  it("longer hours shorten the way to the crossing; a closed other side lengthens it", () => {
    const minutes = (name: string) => reportOf(name).minutesToCrossing?.mean ?? 0;
    expect(minutes("closing-at-20")).toBeLessThan(minutes("ordinary-january-day"));
    expect(minutes("other-side-closes-4-hours")).toBeGreaterThan(minutes("ordinary-january-day"));
  });

  it("the backlog of December 2021 rises to about 4,800 on the 18th and falls after the stop of intake", () => {
    const { everyMinutes, series } = reportOf("december-2021").queues;
    const limits = series.filter(({ kind }) => kind === "limit");
    const at = (day: number) =>
      limits.reduce((sum, { mean }) => sum + (mean[(day * 1_440) / everyMinutes - 1] ?? 0), 0);
    expect(at(17)).toBeGreaterThan(4_500);
    expect(at(17)).toBeLessThan(5_100);
    expect(at(24)).toBeLessThan(at(17) - 400);
  });

  it("six lanes serve more at once than four from the day on which they open", () => {
    const lanes = reportOf("six-lanes").resources.filter(
      ({ kind, route }) => kind === "lane" && route === "1119-1120",
    );
    expect(lanes).toHaveLength(2);
    const network = compile(parseScenario(read("six-lanes"))).network;
    expect([...network.changeTo]).toContain(3);
  });
});
