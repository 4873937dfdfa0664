import type { FastifyInstance } from "fastify";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Engines, Platform } from "../platform.ts";
import { diskLimit } from "../upkeep/judge.ts";
import { measure } from "../upkeep/measure.ts";
import type { Live } from "./live.ts";

type Watched = { platform: Platform; engines: Engines; live: Live };

/** What the operator's watch needs to know; `ok` is false while the zone should get no traffic. */
export type Readiness = {
  ok: boolean;
  mode: "demo" | "live";
  /** Committed events that are not yet sealed. */
  unsealed: number;
  subscriberLag: Record<string, number>;
  /** Machine clock minus the database's, ms. */
  clockOffsetMs: number;
  diskFreeBytes: number;
  lastBackup: string | null;
};

const sealLimit = 10_000;

async function readiness({ platform }: Watched): Promise<Readiness> {
  const { database, clock, settings } = platform;
  const readings = await measure(database, clock, settings.dataDir);
  const { unsealed, subscriberLag, clockOffsetMs, diskFreeBytes } = readings;
  return {
    ok: unsealed < sealLimit && diskFreeBytes > diskLimit,
    mode: clock.mode,
    unsealed,
    subscriberLag,
    clockOffsetMs,
    diskFreeBytes,
    lastBackup: readings.upkeep.backup?.outcome.file ?? null,
  };
}

/** `/ready` for the watch, `/metrics` for Prometheus; neither tells anything about a person or a truck. */
export function mountWatch(app: FastifyInstance, watched: Watched): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const took = new Histogram({
    name: "moc_http_seconds",
    help: "Time to answer, by method, route and status",
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  gauge(registry, "moc_live_streams", "Open live streams", () => watched.live.count());
  gauge(registry, "moc_log_position", "Last sealed position", () => watched.platform.follower.position());
  gauge(registry, "moc_subscriber_lag_events", "Events that the slowest subscriber has still to handle", () =>
    Math.max(0, ...watched.engines.lag.values()),
  );
  app.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "none";
    took.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
  app.get("/ready", async (_request, reply) => {
    const state = await readiness(watched);
    return reply
      .status(state.ok ? 200 : 503)
      .header("cache-control", "no-store")
      .send(state);
  });
  app.get("/metrics", async (_request, reply) => {
    const text = await registry.metrics();
    return reply.type(registry.contentType).send(text);
  });
}

function gauge(registry: Registry, name: string, help: string, read: () => number): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      this.set(read());
    },
  });
}
