import { z } from "zod";
import { admissionRuleFields } from "./admission.ts";
import { automaticRuleFields } from "./automatic.ts";
import { bulletinRuleFields } from "./bulletin.ts";
import { holidayFields, openingExceptionFields, openingFields } from "./calendar.ts";
import { checkKindFields } from "./check-kind.ts";
import { documentFields } from "./document.ts";
import { exceptionGroundFields } from "./exception.ts";
import { filingRuleFields } from "./filing.ts";
import { notificationRuleFields } from "./notification.ts";
import { dutyFields, organisationFields, successionFields } from "./organisation.ts";
import { capacityFields, gateFields, laneGroupFields, parkFields, routeFields, yardFields } from "./place.ts";
import { postponementRuleFields } from "./postponement.ts";
import { rowOf, statementOf } from "./row.ts";
import { callRuleFields, checkRuleFields, streamFields, timeLimitFields } from "./rule.ts";
import { seatFields } from "./seat.ts";
import { slotRuleFields } from "./slot.ts";
import { orderCompetenceFields, routingPlanFields } from "./steering.ts";
import { zoneFields } from "./zone.ts";

export const ZoneRow = rowOf("zone", zoneFields).meta({ id: "ZoneRow" });
export type ZoneRow = z.infer<typeof ZoneRow>;
export const Organisation = rowOf("organisation", organisationFields).meta({ id: "Organisation" });
export type Organisation = z.infer<typeof Organisation>;
export const Duty = rowOf("duty", dutyFields).meta({ id: "Duty" });
export type Duty = z.infer<typeof Duty>;
export const Succession = rowOf("succession", successionFields).meta({ id: "Succession" });
export type Succession = z.infer<typeof Succession>;
export const Gate = rowOf("gate", gateFields).meta({ id: "Gate" });
export type Gate = z.infer<typeof Gate>;
export const Route = rowOf("route", routeFields).meta({ id: "Route" });
export type Route = z.infer<typeof Route>;
export const LaneGroup = rowOf("lane_group", laneGroupFields).meta({ id: "LaneGroup" });
export type LaneGroup = z.infer<typeof LaneGroup>;
export const Yard = rowOf("yard", yardFields).meta({ id: "Yard" });
export type Yard = z.infer<typeof Yard>;
export const Park = rowOf("park", parkFields).meta({ id: "Park" });
export type Park = z.infer<typeof Park>;
export const Capacity = rowOf("capacity", capacityFields).meta({ id: "Capacity" });
export type Capacity = z.infer<typeof Capacity>;
export const Opening = rowOf("opening", openingFields).meta({ id: "Opening" });
export type Opening = z.infer<typeof Opening>;
export const OpeningException = rowOf("opening_exception", openingExceptionFields).meta({
  id: "OpeningException",
});
export type OpeningException = z.infer<typeof OpeningException>;
export const Holiday = rowOf("holiday", holidayFields).meta({ id: "Holiday" });
export type Holiday = z.infer<typeof Holiday>;
export const LegalDocument = rowOf("document", documentFields).meta({ id: "LegalDocument" });
export type LegalDocument = z.infer<typeof LegalDocument>;
export const StreamRule = rowOf("stream", streamFields).meta({ id: "StreamRule" });
export type StreamRule = z.infer<typeof StreamRule>;
export const CheckKindRow = rowOf("check_kind", checkKindFields).meta({ id: "CheckKindRow" });
export type CheckKindRow = z.infer<typeof CheckKindRow>;
export const CheckRule = rowOf("check_rule", checkRuleFields).meta({ id: "CheckRule" });
export type CheckRule = z.infer<typeof CheckRule>;
export const CallRule = rowOf("call_rule", callRuleFields).meta({ id: "CallRule" });
export type CallRule = z.infer<typeof CallRule>;
export const TimeLimit = rowOf("time_limit", timeLimitFields).meta({ id: "TimeLimit" });
export type TimeLimit = z.infer<typeof TimeLimit>;
export const BulletinRule = rowOf("bulletin_rule", bulletinRuleFields).meta({ id: "BulletinRule" });
export type BulletinRule = z.infer<typeof BulletinRule>;
export const ExceptionGround = rowOf("exception_ground", exceptionGroundFields).meta({
  id: "ExceptionGround",
});
export type ExceptionGround = z.infer<typeof ExceptionGround>;
export const OrderCompetence = rowOf("order_competence", orderCompetenceFields).meta({
  id: "OrderCompetence",
});
export type OrderCompetence = z.infer<typeof OrderCompetence>;
export const RoutingPlan = rowOf("routing_plan", routingPlanFields).meta({ id: "RoutingPlan" });
export type RoutingPlan = z.infer<typeof RoutingPlan>;
export const AdmissionRule = rowOf("admission_rule", admissionRuleFields).meta({ id: "AdmissionRule" });
export type AdmissionRule = z.infer<typeof AdmissionRule>;
export const SlotRule = rowOf("slot_rule", slotRuleFields).meta({ id: "SlotRule" });
export type SlotRule = z.infer<typeof SlotRule>;
export const PostponementRule = rowOf("postponement_rule", postponementRuleFields).meta({
  id: "PostponementRule",
});
export type PostponementRule = z.infer<typeof PostponementRule>;
export const AutomaticRule = rowOf("automatic_rule", automaticRuleFields).meta({ id: "AutomaticRule" });
export type AutomaticRule = z.infer<typeof AutomaticRule>;
export const FilingRule = rowOf("filing_rule", filingRuleFields).meta({ id: "FilingRule" });
export type FilingRule = z.infer<typeof FilingRule>;
export const NotificationRule = rowOf("notification_rule", notificationRuleFields).meta({
  id: "NotificationRule",
});
export type NotificationRule = z.infer<typeof NotificationRule>;

export const Seat = rowOf("seat", seatFields).meta({ id: "Seat" });
export type Seat = z.infer<typeof Seat>;

/** Every kind of row. */
export const RegistryRow = z
  .discriminatedUnion("kind", [
    ZoneRow,
    Organisation,
    Duty,
    Succession,
    Gate,
    Route,
    LaneGroup,
    Yard,
    Park,
    Capacity,
    Opening,
    OpeningException,
    Holiday,
    LegalDocument,
    StreamRule,
    CheckKindRow,
    CheckRule,
    CallRule,
    TimeLimit,
    BulletinRule,
    Seat,
    ExceptionGround,
    OrderCompetence,
    RoutingPlan,
    SlotRule,
    PostponementRule,
    AdmissionRule,
    AutomaticRule,
    FilingRule,
    NotificationRule,
  ])
  .meta({ id: "RegistryRow" });
export type RegistryRow = z.infer<typeof RegistryRow>;

/** What each kind states, without source and dates: what a screen edits and a pack writes. */
export const statements = {
  zone: statementOf("zone", zoneFields),
  organisation: statementOf("organisation", organisationFields),
  duty: statementOf("duty", dutyFields),
  succession: statementOf("succession", successionFields),
  gate: statementOf("gate", gateFields),
  route: statementOf("route", routeFields),
  lane_group: statementOf("lane_group", laneGroupFields),
  yard: statementOf("yard", yardFields),
  park: statementOf("park", parkFields),
  capacity: statementOf("capacity", capacityFields),
  opening: statementOf("opening", openingFields),
  opening_exception: statementOf("opening_exception", openingExceptionFields),
  holiday: statementOf("holiday", holidayFields),
  document: statementOf("document", documentFields),
  stream: statementOf("stream", streamFields),
  check_kind: statementOf("check_kind", checkKindFields),
  check_rule: statementOf("check_rule", checkRuleFields),
  call_rule: statementOf("call_rule", callRuleFields),
  time_limit: statementOf("time_limit", timeLimitFields),
  bulletin_rule: statementOf("bulletin_rule", bulletinRuleFields),
  seat: statementOf("seat", seatFields),
  exception_ground: statementOf("exception_ground", exceptionGroundFields),
  order_competence: statementOf("order_competence", orderCompetenceFields),
  routing_plan: statementOf("routing_plan", routingPlanFields),
  slot_rule: statementOf("slot_rule", slotRuleFields),
  postponement_rule: statementOf("postponement_rule", postponementRuleFields),
  admission_rule: statementOf("admission_rule", admissionRuleFields),
  automatic_rule: statementOf("automatic_rule", automaticRuleFields),
  filing_rule: statementOf("filing_rule", filingRuleFields),
  notification_rule: statementOf("notification_rule", notificationRuleFields),
} as const satisfies Record<RowKind, z.ZodType>;

export type RowKind = RegistryRow["kind"];
export type RowOf<Kind extends RowKind> = Extract<RegistryRow, { kind: Kind }>;

/** Kinds in the order in which screens and packs list them. */
export const rowKinds = Object.keys(statements) as RowKind[]; // as: keys forgets what `satisfies` has checked
export const RowKindName = z.enum(rowKinds).meta({ id: "RowKind" });

export const Statement = z
  .discriminatedUnion("kind", [
    statements.zone,
    statements.organisation,
    statements.duty,
    statements.succession,
    statements.gate,
    statements.route,
    statements.lane_group,
    statements.yard,
    statements.park,
    statements.capacity,
    statements.opening,
    statements.opening_exception,
    statements.holiday,
    statements.document,
    statements.stream,
    statements.check_kind,
    statements.check_rule,
    statements.call_rule,
    statements.time_limit,
    statements.bulletin_rule,
    statements.seat,
    statements.exception_ground,
    statements.order_competence,
    statements.routing_plan,
    statements.slot_rule,
    statements.postponement_rule,
    statements.admission_rule,
    statements.automatic_rule,
    statements.filing_rule,
    statements.notification_rule,
  ])
  .meta({ id: "Statement" });
export type Statement = z.infer<typeof Statement>;
