import { z } from "zod";
import { Instant } from "../values/time.ts";

/** What an operator must hear of before it hurts; in the order of a page. */
export const AlertTopic = z
  .enum(["clock", "sealer", "subscribers", "disk", "backup", "verify"])
  .meta({ id: "AlertTopic" });
export type AlertTopic = z.infer<typeof AlertTopic>;

export const AlertState = z.enum(["quiet", "warn", "alarm"]).meta({ id: "AlertState" });
export type AlertState = z.infer<typeof AlertState>;

export const AlertUnit = z
  .enum(["milliseconds", "seconds", "events", "bytes", "hours"])
  .meta({ id: "AlertUnit" });
export type AlertUnit = z.infer<typeof AlertUnit>;

/** One thing that is watched: what was measured, its limits, and in the reader's language what it means and the mend. */
export const Alert = z
  .strictObject({
    topic: AlertTopic,
    state: AlertState,
    value: z.number().nullable().describe("Measured now, in `unit`; null: it never happened yet"),
    unit: AlertUnit,
    worse: z.enum(["above", "below"]).describe("On which side of the limits it is bad"),
    warn: z.number().describe("Limit of the warning, in `unit`"),
    alarm: z.number().describe("Limit of the alarm, in `unit`"),
    at: Instant.nullable().describe(
      "Machine time at which it last happened: the backup, the check of the log",
    ),
    title: z.string(),
    meaning: z.string(),
    mend: z.string(),
    found: z.string().nullable().describe("What was found, e.g. where the log does not hold"),
  })
  .meta({ id: "Alert" });
export type Alert = z.infer<typeof Alert>;

/** The operator's page. */
export const Alerts = z
  .strictObject({
    at: Instant.describe("Machine time of the measurement"),
    worst: AlertState,
    rows: z.array(Alert),
  })
  .meta({ id: "Alerts" });
export type Alerts = z.infer<typeof Alerts>;
