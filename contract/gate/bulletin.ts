import { z } from "zod";
import { CommandId, Key } from "../values/ids.ts";
import { May } from "../values/may.ts";
import { procedureOf } from "../values/procedure.ts";
import { freeText, LocalText } from "../values/text.ts";
import { CivilDate, Instant } from "../values/time.ts";
import { gateRefusals } from "./refusals.ts";

/** The lines of the Board's daily bulletin in their order. Vehicles, unless the line says kilograms. */
export const bulletinLines = [
  "vehicles",
  "exports",
  "exports_fruit",
  "exports_other",
  "exports_agri_kg",
  "exports_agri_unweighed",
  "imports",
  "imports_agri_kg",
  "imports_agri_unweighed",
  "new_vehicles",
  "new_vehicles_waiting",
  "arrivals",
  "backlog",
  "backlog_fruit",
  "backlog_durian",
  "backlog_other",
  "backlog_unknown",
  "turned_around",
  "two_way",
  "fees",
  "year_vehicles",
  "year_new_vehicles",
] as const;
export const BulletinLine = z.enum(bulletinLines).meta({ id: "BulletinLine" });
export type BulletinLine = z.infer<typeof BulletinLine>;

/** What the bulletin says of each place. */
export const placeLines = ["vehicles", "exports", "imports", "backlog", "turned_around"] as const;
export type PlaceLine = (typeof placeLines)[number];

const Lines = z.record(BulletinLine, z.number().int().nullable());

export const BulletinPlace = z
  .strictObject({
    key: Key.nullable().describe("null: routes that the report lists under no place"),
    name: LocalText.nullable(),
    lines: z.record(z.enum(placeLines), z.number().int()),
  })
  .meta({ id: "BulletinPlace" });
export type BulletinPlace = z.infer<typeof BulletinPlace>;

export const BulletinFigures = z
  .strictObject({
    lines: Lines.describe("null: not recorded by this system, hence unknown"),
    places: z.array(BulletinPlace),
  })
  .meta({ id: "BulletinFigures" });
export type BulletinFigures = z.infer<typeof BulletinFigures>;

export const BulletinContent = z
  .strictObject({
    day: CivilDate,
    from: Instant.describe("Cut-off of the day before, exclusive"),
    cutOff: Instant.describe("Inclusive"),
    figures: BulletinFigures,
    dayBefore: Lines.nullable().describe("The same lines the day before; null: nothing was recorded yet"),
    yearFrom: CivilDate.nullable().describe("First day that the year's lines count; null: none"),
    paper: z
      .number()
      .int()
      .optional()
      .describe("Of the vehicles, those that were entered later from paper; absent: none"),
    simulated: z.boolean(),
  })
  .meta({ id: "BulletinContent" });
export type BulletinContent = z.infer<typeof BulletinContent>;

/** One line that a correction changes; `place` undefined: of the whole border. */
export const BulletinChange = z
  .strictObject({
    line: BulletinLine,
    place: Key.nullable().optional(),
    was: z.number().int().nullable(),
    is: z.number().int().nullable(),
  })
  .meta({ id: "BulletinChange" });
export type BulletinChange = z.infer<typeof BulletinChange>;

const LogHead = z.strictObject({ position: z.number().int(), hash: z.string().regex(/^[0-9a-f]{64}$/) });

const issued = {
  ...BulletinContent.shape,
  head: LogHead.describe("The sealed log when it was issued: whoever holds it can count anew"),
};

/** Kept for ever. A correction is a record of its own that names what changed; nothing is overwritten. */
export const bulletinEvents = {
  "gate.bulletin_issued": z.strictObject(issued),
  "gate.bulletin_corrected": z.strictObject({
    ...issued,
    number: z.number().int().min(1),
    changed: z.array(BulletinChange).min(1),
    reason: z.string(),
  }),
} as const;

export const BulletinRecord = z
  .strictObject({
    ...issued,
    number: z.number().int().describe("0: as first issued; else the number of the correction"),
    issuedAt: Instant,
    issuedBy: z.strictObject({ name: z.string().nullable(), organisation: Key.nullable() }),
    changed: z.array(BulletinChange),
    reason: z.string().nullable(),
  })
  .meta({ id: "BulletinRecord" });
export type BulletinRecord = z.infer<typeof BulletinRecord>;

export const BulletinView = z
  .strictObject({
    day: CivilDate,
    dueAt: Instant,
    known: BulletinContent.describe("Counted now, with all that is known now; before the cut-off, so far"),
    records: z.array(BulletinRecord).describe("As issued and corrected, oldest first"),
    differs: z.array(BulletinChange).describe("Where what is known now departs from the last record"),
    may: z.array(May),
  })
  .meta({ id: "BulletinView" });
export type BulletinView = z.infer<typeof BulletinView>;

const procedure = procedureOf(gateRefusals);
const tags = ["gate"];
const path = "/bulletins/{day}";
const Shown = z.strictObject({ bulletin: BulletinView });

export const bulletinRoutes = {
  readLatestBulletin: procedure
    .route({ method: "GET", path: "/bulletins", summary: "The bulletin of the last finished day", tags })
    .input(z.strictObject({}))
    .output(Shown),
  readBulletin: procedure
    .route({ method: "GET", path, summary: "The bulletin of a day, as known now and as issued", tags })
    .input(z.strictObject({ day: CivilDate }))
    .output(Shown),
  issueBulletin: procedure
    .route({ method: "POST", path, summary: "Issue the bulletin of a day", tags, inputStructure: "compact" })
    .input(z.strictObject({ command: CommandId, day: CivilDate }))
    .output(Shown),
  correctBulletin: procedure
    .route({
      method: "POST",
      path: `${path}/corrections`,
      summary: "Correct an issued bulletin by what is known now",
      tags,
      inputStructure: "compact",
    })
    .input(
      z.strictObject({
        command: CommandId,
        day: CivilDate,
        reason: freeText(300),
        seen: z.number().int().describe("Number of the record that the officer saw last"),
      }),
    )
    .output(Shown),
};
