import { z } from "zod";
import { CommandId, Id, Key } from "../values/ids.ts";
import { May } from "../values/may.ts";
import { procedureOf } from "../values/procedure.ts";
import { freeText, identifierText } from "../values/text.ts";
import { CivilDate, Instant } from "../values/time.ts";
import { Direction } from "../values/traffic.ts";
import { gateRefusals } from "./refusals.ts";

/** What is counted where nobody is declared: a railway by its wagons, a market or an opening by its vehicles. */
export const countUnits = ["wagon", "vehicle"] as const;
export const CountUnit = z.enum(countUnits).meta({ id: "CountUnit" });
export type CountUnit = z.infer<typeof CountUnit>;

const place = { route: Key, day: CivilDate, direction: Direction };
const passed = z.number().int().min(0).max(9_999).describe("How many passed that day that way");
const source = identifierText(200).describe("Who gave the figure and in what, e.g. a report; names nobody");

/** A count as an officer records it: of one route, zone day and direction. Kept for ever. */
export const NewCount = z.strictObject({ ...place, passed, source }).meta({ id: "NewCount" });
export type NewCount = z.infer<typeof NewCount>;

/** Nothing is overwritten: a correction is a record of its own that names the one before. */
export const countEvents = {
  "gate.count_recorded": z.strictObject({
    ...NewCount.shape,
    unit: CountUnit,
    organisation: Key.nullable(),
  }),
  "gate.count_corrected": z.strictObject({
    ...NewCount.shape,
    passed: passed.nullable(),
    unit: CountUnit,
    organisation: Key.nullable(),
    corrects: Id,
    number: z.number().int().min(1),
    reason: z.string(),
  }),
} as const;

export const CountRecord = z
  .strictObject({
    id: Id,
    number: z.number().int().describe("0: as first recorded; else the number of the correction"),
    passed: passed.nullable().describe("null: a correction says that it is not known"),
    source: z.string(),
    recordedAt: Instant,
    recordedBy: z.strictObject({ name: z.string().nullable(), organisation: Key.nullable() }),
    reason: z.string().nullable().describe("Of a correction"),
    simulated: z.boolean(),
  })
  .meta({ id: "CountRecord" });
export type CountRecord = z.infer<typeof CountRecord>;

const records = z.array(CountRecord).describe("Oldest first, the last one holds; empty: not recorded");

/** One route whose traffic is counted without trips, day by day; a day without records is a gap, not a nought. */
export const CountedRoute = z
  .strictObject({
    route: Key,
    unit: CountUnit,
    days: z
      .array(z.strictObject({ day: CivilDate, export: records, import: records }))
      .describe("Newest first, without a gap between them"),
  })
  .meta({ id: "CountedRoute" });
export type CountedRoute = z.infer<typeof CountedRoute>;

/** The count that holds of the last day of which one is known, beside figures of today. */
const LastCount = z.strictObject({
  day: CivilDate,
  passed: z.number().int(),
  source: z.string(),
  recordedAt: Instant,
  simulated: z.boolean(),
});

export const LastCounts = z
  .strictObject({
    unit: CountUnit,
    export: LastCount.nullable().describe("null: not recorded"),
    import: LastCount.nullable().describe("null: not recorded"),
  })
  .meta({ id: "LastCounts" });
export type LastCounts = z.infer<typeof LastCounts>;

const procedure = procedureOf(gateRefusals);
const tags = ["gate"];
const path = "/counts";

export const countRoutes = {
  readCounts: procedure
    .route({
      method: "GET",
      path,
      summary: "Counts of railways, markets and openings on the last days, with every correction",
      tags,
    })
    .input(
      z.strictObject({
        to: CivilDate.optional().describe("Last day shown; today unless given"),
        days: z.coerce.number().int().min(1).max(31).default(14),
        knownAt: Instant.optional().describe("Only what had been recorded by then"),
      }),
    )
    .output(z.strictObject({ routes: z.array(CountedRoute), may: z.array(May) })),
  recordCount: procedure
    .route({ method: "POST", path, summary: "Record how many passed where nobody is declared", tags })
    .input(z.strictObject({ command: CommandId, count: NewCount }))
    .output(z.strictObject({ count: Id })),
  correctCount: procedure
    .route({
      method: "POST",
      path: `${path}/{count}/correction`,
      summary: "Correct a count by a record of its own; the one before stays",
      tags,
      inputStructure: "compact",
    })
    .input(
      z.strictObject({
        command: CommandId,
        count: Id.describe("The record that holds so far"),
        passed: passed.nullable().describe("null: it is not known after all"),
        source,
        reason: freeText(300),
      }),
    )
    .output(z.strictObject({ count: Id })),
};
