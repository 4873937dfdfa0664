import { z } from "zod";
import { CommandId, Id, Key } from "../values/ids.ts";
import { procedureOf } from "../values/procedure.ts";
import { CivilDate, Instant } from "../values/time.ts";
import { gateRefusals } from "./refusals.ts";

/** Ids and keys alone; subject is the shift. */
export const rosterEvents = {
  "gate.shift_planned": z.strictObject({
    post: Key,
    organisation: Key,
    account: Id,
    from: Instant,
    to: Instant,
  }),
  "gate.shift_dropped": z.strictObject({ post: Key }),
} as const;

/** What became of a planned shift: `ahead` of its time, its officer stands or stood duty there, or nobody did. */
export const ShiftActual = z.enum(["ahead", "on_duty", "stood", "absent"]).meta({ id: "ShiftActual" });
export type ShiftActual = z.infer<typeof ShiftActual>;

export const PlannedShift = z
  .strictObject({
    id: Id,
    post: Key.describe("A gate, route, yard or park"),
    organisation: Key,
    officer: z.string().nullable(),
    from: Instant,
    to: Instant,
    doubled: z.boolean().describe("The officer is planned elsewhere at the same time"),
    actual: ShiftActual,
    mayDrop: z.boolean(),
  })
  .meta({ id: "PlannedShift" });
export type PlannedShift = z.infer<typeof PlannedShift>;

export const Roster = z
  .strictObject({
    day: CivilDate,
    shifts: z.array(PlannedShift).describe("Those that touch the day, by post and time"),
    gaps: z
      .array(z.strictObject({ post: Key, organisation: Key, from: Instant, to: Instant }))
      .describe("Of posts that an organisation plans on this day: when nobody of it is planned"),
    officers: z.array(z.strictObject({ id: Id, name: z.string() })).describe("Whom the reader may plan"),
    mayPlan: z.boolean(),
  })
  .meta({ id: "Roster" });
export type Roster = z.infer<typeof Roster>;

const procedure = procedureOf(gateRefusals);
const at = (method: "GET" | "POST", path: `/${string}`, summary: string) =>
  procedure.route({ method, path, summary, tags: ["gate"] });

export const rosterRoutes = {
  readRoster: at("GET", "/roster", "Who is planned to stand duty on a day, beside who did")
    .input(z.strictObject({ day: CivilDate.optional() }))
    .output(Roster),
  planShift: at("POST", "/roster", "Plan an officer of one's own organisation for a post")
    .input(z.strictObject({ command: CommandId, post: Key, officer: Id, from: Instant, to: Instant }))
    .output(z.strictObject({ shift: Id })),
  dropShift: at("POST", "/roster/{shift}/drop", "Take a planned shift off the roster")
    .input(z.strictObject({ command: CommandId, shift: Id }))
    .output(z.strictObject({ shift: Id })),
};
