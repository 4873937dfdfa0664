import type { Spread } from "../distribution.ts";

/** One kind of customer of a plain queue, per hour. */
export type Customers = { perHour: number; priority?: number };

export type QueueOptions = {
  servers: number;
  service: Spread;
  customers: readonly Customers[];
  days: number;
  warmUpDays?: number;
  replications?: number;
  seed?: number;
  mostWaiting?: number;
};

/**
 * A scenario document that is nothing but a queue of the textbooks: one route with `servers` export lanes that never
 * close, Poisson arrivals, no yard, no checks.
 */
export function queueDocument(options: QueueOptions) {
  const { servers, service, customers, mostWaiting } = options;
  const bound = mostWaiting === undefined ? {} : { most_waiting: mostWaiting };
  return {
    format: "moc-simulation-1",
    name: "queue of the textbooks",
    start: "2026-01-05",
    days: options.days,
    warm_up_days: options.warmUpDays ?? 1,
    replications: options.replications ?? 20,
    seed: options.seed ?? 1,
    streams: [{ key: "all", level: 0, slot: 1, live: 1 }],
    routes: [
      { key: "r", gate: "G", lanes: [{ direction: "export", count: servers, minutes: service, ...bound }] },
    ],
    traffic: customers.map(({ priority }, index) => ({
      key: `c${index}`,
      direction: "export",
      stream: "all",
      priority: priority ?? 1,
    })),
    arrivals: customers.map(({ perHour }, index) => ({
      traffic: `c${index}`,
      route: "r",
      per_day: perHour * 24,
    })),
  };
}
