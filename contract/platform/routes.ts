import { z } from "zod";
import { CommandId } from "../values/ids.ts";
import { procedureOf } from "../values/procedure.ts";
import { CivilDate, Instant } from "../values/time.ts";
import { Alerts } from "./alerts.ts";

/** Refusals of the clock. */
export const clockRefusals = { live_zone: 409, clock_backwards: 409 } as const;

const procedure = procedureOf(clockRefusals);
const tag = "platform";

/** A demonstration runs on simulated time; a live zone never does. The mode is fixed when the zone is made. */
export const ZoneClock = z
  .strictObject({
    mode: z.enum(["demo", "live"]),
    now: Instant.describe("Zone time: what the border's clocks show"),
    day: CivilDate,
    speed: z
      .number()
      .int()
      .min(0)
      .max(600)
      .describe("Ceiling of the simulation, 0 while paused; 1 when live"),
    timeZone: z.string(),
  })
  .meta({ id: "ZoneClock" });
export type ZoneClock = z.infer<typeof ZoneClock>;

export const platformContract = {
  readClock: procedure
    .route({ method: "GET", path: "/clock", summary: "Zone time and its speed", tags: [tag] })
    .output(ZoneClock),
  setSpeed: procedure
    .route({
      method: "POST",
      path: "/demo/speed",
      summary: "Speed of the simulation, 0 to pause",
      tags: [tag],
    })
    .input(z.strictObject({ command: CommandId, speed: z.number().int().min(0).max(600) }))
    .output(ZoneClock),
  makeBackup: procedure
    .route({
      method: "POST",
      path: "/backups",
      summary: "Back the whole zone up into its data folder",
      tags: [tag],
    })
    .input(z.strictObject({}))
    .output(z.strictObject({ file: z.string(), rows: z.number().int(), tables: z.number().int() })),
  readAlerts: procedure
    .route({
      method: "GET",
      path: "/alerts",
      summary: "What the operator must hear of: clock, sealing, subscribers, disk, backup, check of the log",
      tags: [tag],
    })
    .output(Alerts),
  advanceClock: procedure
    .route({
      method: "POST",
      path: "/demo/clock",
      summary: "Advance zone time once all commands due before it were acknowledged (simulated field only)",
      tags: [tag],
    })
    .input(z.strictObject({ to: Instant }))
    .output(ZoneClock),
};
