import type { Spread } from "../distribution.ts";
import type { Estimate } from "../estimate.ts";
import type { SimulationReport } from "../report.ts";
import type { QueueOptions } from "./queue-document.ts";
import { erlangB, waitOfMG1, waitOfMMc, waitsOfPriority } from "./theory.ts";

/** A queue, what textbooks say about it, and where its report says the same. */
export type TextbookCase = {
  name: string;
  queue: Pick<QueueOptions, "servers" | "service" | "customers" | "mostWaiting">;
  truth: number;
  read: (report: SimulationReport) => Estimate | null | undefined;
};

/** One customer per minute in all. */
const PER_HOUR = 60;
const customers = [{ perHour: PER_HOUR }];

const waitAtLane: TextbookCase["read"] = (report) =>
  report.resources.find(({ kind }) => kind === "lane")?.waits.mean;

const erlangC = [1, 3, 5, 20].flatMap((servers) =>
  [0.7, 0.85, 0.95].map((load): TextbookCase => {
    const mean = load * servers;
    return {
      name: `Erlang-C: ${servers} lanes loaded to ${load}`,
      queue: { servers, service: { exponential: { mean } }, customers },
      truth: waitOfMMc(servers, 1, mean),
      read: waitAtLane,
    };
  }),
);

const MEAN = 0.8;
/** Services of mean 0.8 min and E[S²], by the textbook formula of each shape. */
const shapes: { name: string; service: Spread; second: number }[] = [
  { name: "fixed", service: { fixed: MEAN }, second: MEAN ** 2 },
  { name: "Erlang of 3 stages", service: { erlang: { mean: MEAN, stages: 3 } }, second: MEAN ** 2 * (4 / 3) },
  { name: "uniform", service: { uniform: { from: 0.2, to: 1.4 } }, second: MEAN ** 2 + 1.2 ** 2 / 12 },
  {
    name: "triangular",
    service: { triangular: { from: 0, mode: 0.6, to: 1.8 } },
    second: MEAN ** 2 + (1.8 ** 2 + 0.6 ** 2 - 1.8 * 0.6) / 18,
  },
  {
    name: "mixture of two exponentials",
    service: { mixture: { share: 0.9, mean: 0.5, other_mean: 3.5 } },
    second: 0.9 * 2 * 0.5 ** 2 + 0.1 * 2 * 3.5 ** 2,
  },
  {
    name: "exponential after a least time",
    service: { exponential: { mean: MEAN, least: 0.5 } },
    second: MEAN ** 2 + 0.3 ** 2,
  },
  {
    name: "quantiles of a uniform",
    service: { quantiles: [0.2, 0.6, 1, 1.4] },
    second: MEAN ** 2 + 1.2 ** 2 / 12,
  },
];
const pollaczekKhinchine = shapes.map(
  ({ name, service, second }): TextbookCase => ({
    name: `Pollaczek–Khinchine: ${name} service`,
    queue: { servers: 1, service, customers },
    truth: waitOfMG1(1, MEAN, second),
    read: waitAtLane,
  }),
);

const rates = [12, 18, 24];
const waits = waitsOfPriority(
  rates.map((perHour) => perHour / 60),
  1,
);
/** A case per class, each with runs of its own, so that the misses are independent. */
const priority = waits.map(
  (wait, index): TextbookCase => ({
    name: `priority M/M/1: class ${index + 1} of 3`,
    queue: {
      servers: 1,
      service: { exponential: { mean: 1 } },
      customers: rates.map((perHour, level) => ({ perHour, priority: level })),
    },
    truth: wait + 1,
    read: (report) =>
      report.traffic[index]?.outcomes.find(({ outcome }) => outcome === "crossed")?.minutes.mean,
  }),
);

const erlangBCases = [
  { servers: 1, load: 0.5 },
  { servers: 5, load: 4 },
  { servers: 20, load: 18 },
].map(
  ({ servers, load }): TextbookCase => ({
    name: `Erlang-B: ${servers} lanes, ${load} erlang, nobody waits`,
    queue: { servers, service: { exponential: { mean: load } }, customers, mostWaiting: 0 },
    truth: erlangB(servers, load) * PER_HOUR * 24,
    read: (report) =>
      report.traffic[0]?.outcomes.find(({ outcome }) => outcome === "no_room")?.minutes.perDay,
  }),
);

/** The mean wait in minutes, or with Erlang-B the customers lost per day; 25 intervals per start. */
export const textbookCases: readonly TextbookCase[] = [
  ...erlangC,
  ...pollaczekKhinchine,
  ...priority,
  ...erlangBCases,
];
