import type { Compiled } from "./compile.ts";
import type { Outcome, ResourceKind } from "./draft.ts";
import { type Estimate, estimate } from "./estimate.ts";
import { type Experiment, minutesToCrossing } from "./experiment.ts";
import { assumptions, LEFT_OUT, unknowns } from "./honesty.ts";
import type { Minutes, Replication, Status } from "./replication.ts";

/** Minutes over replications: the mean of each measure with its 95 % interval. `perDay` counts the events. */
export type MinutesReport = {
  perDay: Estimate | null;
  mean: Estimate | null;
  p50: Estimate | null;
  p90: Estimate | null;
  largest: number;
};

export type OutcomeReport = { outcome: Outcome; minutes: MinutesReport };
export type TrafficReport = {
  route: string;
  traffic: string;
  outcomes: OutcomeReport[];
  feesPerDay: Estimate | null;
};

export type ResourceReport = {
  kind: ResourceKind;
  key: string;
  route: string;
  /** Trucks waiting: time-weighted mean, and the most there ever were. */
  waiting: Estimate | null;
  most: number;
  /** Units taken, and their share of the units that there were. */
  busy: Estimate | null;
  utilisation: Estimate | null;
  waits: MinutesReport;
};

export type QueueSeries = {
  kind: ResourceKind;
  key: string;
  route: string;
  mean: number[];
  least: number[];
  most: number[];
};

/** Statistics of a scenario. Times are minutes, money is dong, days are the zone's; intervals are 95 %. */
export type SimulationReport = {
  name: string;
  start: string;
  days: number;
  warmUpDays: number;
  seed: number;
  replications: number;
  /** "complete", or the stated limit that ended a replication before its time. */
  status: Status;
  events: number;
  trucks: { arrived: Estimate | null; stillPresent: Estimate | null; present: Estimate | null };
  minutesToCrossing: Estimate | null;
  feesPerDay: Estimate | null;
  traffic: TrafficReport[];
  resources: ResourceReport[];
  queues: { everyMinutes: number; series: QueueSeries[] };
  /** Capacities that nobody knows and that never bind here; numbers without a source; what the model leaves out. */
  unknown: string[];
  illustrative: string[];
  leftOut: readonly string[];
};

const DAY_MINUTES = 1_440;

/** The statistics of the replications finished so far; at least one must be. */
export function reportOn(experiment: Experiment): SimulationReport {
  const { compiled, done } = experiment;
  const { scenario } = compiled;
  const over = (value: (replication: Replication) => number) => estimate(done.map(value));
  return {
    name: scenario.name,
    start: scenario.start,
    days: scenario.days,
    warmUpDays: scenario.warm_up_days,
    seed: scenario.seed,
    replications: done.length,
    status: done.find(({ status }) => status !== "complete")?.status ?? "complete",
    events: done.reduce((sum, { events }) => sum + events, 0),
    trucks: {
      arrived: over(({ arrived }) => arrived),
      stillPresent: over(({ arrived, gone }) => arrived - gone),
      present: over(({ present }) => present),
    },
    minutesToCrossing: over((replication) => minutesToCrossing(compiled, replication)),
    feesPerDay: over((replication) => perDay(replication, sumFees(replication))),
    traffic: trafficReports(compiled, done),
    resources: resourceReports(compiled, done),
    queues: { everyMinutes: compiled.network.sampleEvery, series: queueSeries(experiment) },
    unknown: unknowns(scenario),
    illustrative: assumptions(scenario),
    leftOut: LEFT_OUT,
  };
}

function trafficReports({ tallies }: Compiled, done: readonly Replication[]): TrafficReport[] {
  const reports = new Map<string, TrafficReport & { members: number[] }>();
  tallies.forEach(({ route, traffic, outcome }, tally) => {
    const name = `${route} ${traffic}`;
    const report = reports.get(name) ?? { route, traffic, outcomes: [], feesPerDay: null, members: [] };
    const minutes = minutesReport(done, ({ tallies: counted }) => counted[tally]?.minutes);
    if (minutes.largest > 0 || (minutes.perDay?.mean ?? 0) > 0) report.outcomes.push({ outcome, minutes });
    report.members.push(tally);
    reports.set(name, report);
  });
  return [...reports.values()].map(({ members, ...report }) => ({
    ...report,
    feesPerDay: estimate(
      done.map((replication) =>
        perDay(
          replication,
          members.reduce((sum, tally) => sum + (replication.tallies[tally]?.fees ?? 0), 0),
        ),
      ),
    ),
  }));
}

function resourceReports({ resources }: Compiled, done: readonly Replication[]): ResourceReport[] {
  return resources.map((label, index) => {
    const rows = done.flatMap(({ resources: counted }) => counted[index] ?? []);
    return {
      ...label,
      waiting: estimate(rows.map(({ waiting }) => waiting)),
      most: Math.max(0, ...rows.map(({ most }) => most)),
      busy: estimate(rows.map(({ busy }) => busy)),
      utilisation: estimate(rows.flatMap(({ share }) => share ?? [])),
      waits: minutesReport(done, ({ resources: counted }) => counted[index]?.waits),
    };
  });
}

function minutesReport(
  done: readonly Replication[],
  pick: (replication: Replication) => Minutes | undefined,
): MinutesReport {
  const rows = done.flatMap((replication) => {
    const minutes = pick(replication);
    return minutes === undefined ? [] : [{ minutes, perDay: perDay(replication, minutes.count) }];
  });
  const counted = rows.filter(({ minutes }) => minutes.count > 0).map(({ minutes }) => minutes);
  return {
    perDay: estimate(rows.map((row) => row.perDay)),
    mean: estimate(counted.map(({ mean }) => mean)),
    p50: estimate(counted.map(({ p50 }) => p50)),
    p90: estimate(counted.map(({ p90 }) => p90)),
    largest: Math.max(0, ...counted.map(({ largest }) => largest)),
  };
}

function sumFees({ tallies }: Replication): number {
  return tallies.reduce((sum, { fees }) => sum + fees, 0);
}

function perDay({ measured }: Replication, count: number): number {
  return measured > 0 ? (count * DAY_MINUTES) / measured : 0;
}

/** Queues over time, for the resources where anybody ever waited at a sample. */
function queueSeries({ compiled, done, queues }: Experiment): QueueSeries[] {
  const { resources } = compiled;
  const samples = done.length > 0 ? queues.samples : 0;
  const column = (cells: ArrayLike<number>, resource: number) =>
    Array.from({ length: samples }, (_, sample) => cells[sample * resources.length + resource] ?? 0);
  return resources.flatMap(({ kind, key, route }, resource) => {
    const most = column(queues.most, resource);
    if (most.every((waiting) => waiting === 0)) return [];
    const mean = column(queues.sum, resource).map((sum) => sum / done.length);
    return [{ kind, key, route, mean, least: column(queues.least, resource), most }];
  });
}
