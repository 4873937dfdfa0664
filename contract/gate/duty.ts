import { z } from "zod";
import { CommandId, Id, Key } from "../values/ids.ts";
import { May } from "../values/may.ts";
import { procedureOf } from "../values/procedure.ts";
import { freeText } from "../values/text.ts";
import { CivilDate, Instant } from "../values/time.ts";
import { gateRefusals } from "./refusals.ts";

/** What can go wrong at a post. */
export const incidentKinds = [
  "breakdown",
  "accident",
  "lane_closed",
  "power",
  "line",
  "security",
  "weather",
  "other",
] as const;
export const IncidentKind = z.enum(incidentKinds).meta({ id: "IncidentKind" });
export type IncidentKind = z.infer<typeof IncidentKind>;

/** Ids and keys alone: what people type is kept beside the log, where it can be taken away. */
export const dutyEvents = {
  "gate.duty_taken": z.strictObject({ post: Key, organisation: Key.nullable() }),
  "gate.duty_handed_over": z.strictObject({ post: Key, openIncidents: z.number().int() }),
  "gate.incident_reported": z.strictObject({ place: Key, kind: IncidentKind, since: Instant }),
  "gate.incident_closed": z.strictObject({ place: Key }),
} as const;

const Who = z.strictObject({ name: z.string().nullable(), organisation: Key.nullable() });

export const Duty = z
  .strictObject({
    id: Id,
    post: Key.describe("A gate, route, yard or park"),
    holder: Who,
    takenAt: Instant,
    handedOver: z
      .strictObject({ at: Instant, by: Who, note: z.string() })
      .nullable()
      .describe("null: still on duty"),
    simulated: z.boolean(),
    may: z.array(May),
  })
  .meta({ id: "Duty" });
export type Duty = z.infer<typeof Duty>;

export const Incident = z
  .strictObject({
    id: Id,
    place: Key,
    kind: IncidentKind,
    text: z.string(),
    since: Instant,
    reportedAt: Instant,
    by: Who,
    closed: z.strictObject({ at: Instant, by: Who, outcome: z.string() }).nullable(),
    simulated: z.boolean(),
    may: z.array(May),
  })
  .meta({ id: "Incident" });
export type Incident = z.infer<typeof Incident>;

/** Who is on duty, what was handed over on a day, and which incidents were open on it. */
export const DutyLog = z
  .strictObject({
    day: CivilDate,
    onDuty: z.array(Duty),
    handedOver: z.array(Duty).describe("On this day, the latest first"),
    incidents: z.array(Incident).describe("Open ones first, then those closed on this day"),
    may: z.array(May),
  })
  .meta({ id: "DutyLog" });
export type DutyLog = z.infer<typeof DutyLog>;

const procedure = procedureOf(gateRefusals);
const at = (method: "GET" | "POST", path: `/${string}`, summary: string) =>
  procedure.route({ method, path, summary, tags: ["gate"] });
const note = freeText(1000).describe("No personal data of drivers or owners");

export const dutyRoutes = {
  readDutyLog: at("GET", "/duty", "Who is on duty, hand-overs and incidents of a day")
    .input(z.strictObject({ day: CivilDate.optional() }))
    .output(DutyLog),
  takeDuty: at("POST", "/duty", "Take duty at a post")
    .input(z.strictObject({ command: CommandId, post: Key }))
    .output(z.strictObject({ duty: Id })),
  handOver: at("POST", "/duty/{duty}/handover", "End a duty and say what the next one must know")
    .input(z.strictObject({ command: CommandId, duty: Id, note }))
    .output(z.strictObject({ duty: Id })),
  reportIncident: at("POST", "/incidents", "Something went wrong")
    .input(z.strictObject({ command: CommandId, place: Key, kind: IncidentKind, text: note, since: Instant }))
    .output(z.strictObject({ incident: Id })),
  closeIncident: at("POST", "/incidents/{incident}/closing", "It is over; how it ended")
    .input(z.strictObject({ command: CommandId, incident: Id, outcome: note }))
    .output(z.strictObject({ incident: Id })),
};
