import { z } from "zod";
import { Download } from "../values/download.ts";
import { CommandId, Key } from "../values/ids.ts";
import { May } from "../values/may.ts";
import { procedureOf } from "../values/procedure.ts";
import { freeText, Language } from "../values/text.ts";
import { CivilDate, HistoryView } from "../values/time.ts";
import { RouteDay, RouteOpenness } from "./calendar.ts";
import { Keep, PackConflict } from "./conflict.ts";
import { PackGaps } from "./pack-gaps.ts";
import { registryRefusals } from "./refusals.ts";
import {
  AdmissionRule,
  AutomaticRule,
  BulletinRule,
  CallRule,
  Capacity,
  CheckKindRow,
  CheckRule,
  Duty,
  ExceptionGround,
  FilingRule,
  Gate,
  Holiday,
  LaneGroup,
  LegalDocument,
  NotificationRule,
  Opening,
  OpeningException,
  OrderCompetence,
  Organisation,
  Park,
  PostponementRule,
  RegistryRow,
  Route,
  RoutingPlan,
  RowKindName,
  Seat,
  SlotRule,
  Statement,
  StreamRule,
  Succession,
  TimeLimit,
  Yard,
  ZoneRow,
} from "./rows.ts";
import { BorderSides } from "./zone.ts";

const procedure = procedureOf(registryRefusals);
const tag = "registry";

/** The zone as it was on one day: every row that holds on it, by kind, and what the caller may do. */
export const ZoneView = z
  .strictObject({
    asOf: CivilDate,
    zone: z.array(ZoneRow).describe("The zone itself: one row"),
    organisation: z.array(Organisation),
    duty: z.array(Duty),
    succession: z.array(Succession).describe("All that had happened by the day"),
    gate: z.array(Gate),
    route: z.array(Route).describe("From north-west to south-east"),
    lane_group: z.array(LaneGroup),
    yard: z.array(Yard),
    park: z.array(Park),
    capacity: z.array(Capacity),
    opening: z.array(Opening),
    opening_exception: z.array(OpeningException),
    holiday: z.array(Holiday),
    document: z.array(LegalDocument).describe("All that had come into force by the day, ended ones included"),
    stream: z.array(StreamRule),
    check_kind: z
      .array(CheckKindRow)
      .describe("All that had begun by the day: trips keep a kind that has ended"),
    check_rule: z.array(CheckRule),
    call_rule: z.array(CallRule),
    time_limit: z.array(TimeLimit),
    bulletin_rule: z.array(BulletinRule),
    seat: z.array(Seat).describe("Of a demonstration alone"),
    exception_ground: z.array(ExceptionGround),
    order_competence: z.array(OrderCompetence),
    routing_plan: z.array(RoutingPlan),
    slot_rule: z.array(SlotRule),
    postponement_rule: z.array(PostponementRule),
    automatic_rule: z.array(AutomaticRule),
    filing_rule: z.array(FilingRule),
    admission_rule: z.array(AdmissionRule),
    notification_rule: z.array(NotificationRule),
    may: z.array(May),
  })
  .meta({ id: "ZoneView" });
export type ZoneView = z.infer<typeof ZoneView>;

/** What an edit states about the time in which it holds. */
const stated = {
  command: CommandId,
  validFrom: CivilDate.nullable().describe(
    "First day on which it holds; null: since before the records begin",
  ),
  validTo: CivilDate.nullable().default(null).describe("First day on which it no longer holds"),
  citation: freeText(500).describe("Who says so, where"),
  url: z.url().optional(),
  document: Key.optional().describe("Legal document of the registry that it rests on"),
  reason: freeText(500),
  seen: z
    .number()
    .int()
    .optional()
    .describe("Revision of the row that the editor saw; refused as stale when another came"),
} as const;

const RowChanged = z.strictObject({ versions: z.array(RegistryRow) });

export const registryContract = {
  readZone: procedure
    .route({
      method: "GET",
      path: "/registry",
      summary: "The zone on a day, as known at an instant",
      tags: [tag],
    })
    .input(HistoryView)
    .output(ZoneView),
  readSides: procedure
    .route({
      method: "GET",
      path: "/registry/sides",
      summary: "How the two sides of the border and their times are called; open to everybody",
      tags: [tag],
    })
    .output(BorderSides),
  readVersions: procedure
    .route({
      method: "GET",
      path: "/registry/rows/{kind}/{key}",
      summary: "Every version of one row, newest knowledge first",
      tags: [tag],
    })
    .input(z.strictObject({ kind: RowKindName, key: Key }))
    .output(z.strictObject({ versions: z.array(RegistryRow), may: z.array(May) })),
  editRow: procedure
    .route({
      method: "POST",
      path: "/registry/rows",
      summary: "State a row anew from a day on; the version before is closed, never changed",
      tags: [tag],
    })
    .input(z.strictObject({ ...stated, statement: Statement }))
    .output(RowChanged),
  endRow: procedure
    .route({
      method: "POST",
      path: "/registry/rows/{kind}/{key}/end",
      summary: "A row no longer holds from a day on",
      tags: [tag],
      inputStructure: "compact",
    })
    .input(
      z.strictObject({
        command: CommandId,
        kind: RowKindName,
        key: Key,
        validTo: CivilDate,
        reason: freeText(500),
        seen: stated.seen,
      }),
    )
    .output(RowChanged),
  readConflicts: procedure
    .route({
      method: "GET",
      path: "/registry/conflicts",
      summary: "Rows edited on a screen of which the newest pack says something else, undecided",
      tags: [tag],
    })
    .output(z.strictObject({ rows: z.array(PackConflict) })),
  readPackGaps: procedure
    .route({
      method: "GET",
      path: "/registry/pack/gaps",
      summary: "Files of the pack that are not loaded, and rules that nobody has stated",
      tags: [tag],
    })
    .output(PackGaps),
  resolveConflict: procedure
    .route({
      method: "POST",
      path: "/registry/rows/{kind}/{key}/conflict",
      summary: "Decides between what was entered on a screen and what the pack says",
      tags: [tag],
      inputStructure: "compact",
    })
    .input(
      z.strictObject({
        command: CommandId,
        kind: RowKindName,
        key: Key,
        keep: Keep,
        revision: z.number().int(),
        packDigest: z.string().max(64),
        reason: freeText(500),
      }),
    )
    .output(RowChanged),
  exportRows: procedure
    .route({
      method: "GET",
      path: "/registry/export",
      summary: "The rows of one kind as a CSV file",
      tags: [tag],
    })
    .input(HistoryView.extend({ kind: RowKindName, language: Language.optional() }))
    .output(Download),
  readRouteDays: procedure
    .route({
      method: "GET",
      path: "/registry/routes/{route}/days",
      summary: "Opening calendar of one route, day by day (at most 62), and its state now",
      tags: [tag],
    })
    .input(HistoryView.extend({ route: Key, from: CivilDate, to: CivilDate }))
    .output(z.strictObject({ now: RouteOpenness, days: z.array(RouteDay) })),
};
