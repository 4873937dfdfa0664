import { z } from "zod";
import { Id, Key } from "../values/ids.ts";
import { Instant } from "../values/time.ts";
import { OnBehalf } from "./behalf.ts";
import { CheckDecision, CheckKind, CustomsChannel } from "./check.ts";
import { Owner, Regime, TripKind } from "./declaration.ts";
import { GoodsLine, QuarantinePaper } from "./goods.ts";
import { Direction, FeeStep, SignalOrigin, StreamKey, TripState } from "./trip.ts";
import { Container, Plate, Vehicle } from "./vehicle.ts";

export { answerEvents } from "./answer.ts";
export { automaticEvents } from "./automatic.ts";
export { bulletinEvents } from "./bulletin.ts";
export { countEvents } from "./count.ts";
export { mandateEvents } from "./mandate.ts";
export { noticeEvents } from "./notice.ts";
export { notificationEvents } from "./notification.ts";
export { paperEvents } from "./paper.ts";
export { rosterEvents } from "./roster.ts";
export { slipEvents } from "./slip.ts";
export { steeringEvents } from "./steering.ts";

/** What a declaration says once personal data is taken out: events carry the person's id alone. */
const Filed = {
  regime: Regime,
  gate: Key,
  route: Key,
  vehicle: Vehicle,
  person: Id,
  owner: Owner,
  goods: z.array(GoodsLine),
  origin: z.string().optional(),
  customsNumbers: z.array(z.string()),
  quarantine: z.array(QuarantinePaper),
  stream: StreamKey,
  checks: z.array(CheckKind).describe("The checks that apply, as the pack said on that day"),
};

/** A departure from the published order: on which ground, in whose name. Who gave it stands on the event itself. */
const Exception = z.strictObject({ ground: Key, organisation: Key.nullable() });

/** Every event of a trip: kind → what it says. Stored JSON depends on these shapes; change by adding. */
export const gateEvents = {
  "gate.declared": z.strictObject({
    ...Filed,
    kind: TripKind,
    code: z.string(),
    declarant: Key,
    onBehalf: OnBehalf.optional(),
    direction: Direction,
    expiresAt: Instant,
    twoWay: z.literal(true).optional().describe("Under the pilot of two-way carriage"),
  }),
  "gate.amended": z.strictObject({ ...Filed, changed: z.array(z.string()) }),
  "gate.departed": z.strictObject({}),
  "gate.signalled": z.strictObject({ origin: SignalOrigin, source: z.string(), place: Key }),
  "gate.arrived": z.strictObject({
    place: Key,
    liveAt: Instant,
    stream: StreamKey,
    ticket: z.number().int(),
    slot: z
      .enum(["early", "in_time", "missed"])
      .optional()
      .describe("What the arrival makes of a booked window; absent without one"),
  }),
  "gate.slot_booked": z.strictObject({ from: Instant, to: Instant }),
  "gate.slot_cancelled": z.strictObject({}),
  "gate.slot_opened": z
    .strictObject({ ticket: z.number().int() })
    .describe("The window of a truck that came early has begun; it joins the slot holders there"),
  "gate.requeued": z
    .strictObject({
      route: Key,
      stream: StreamKey,
      ticket: z.number().int(),
      liveAt: Instant,
      cause: z.enum(["stream_changed", "route_changed", "goods_known", "loaded_later"]),
    })
    .describe("An amendment moved it to another stream or queue; only `goods_known` keeps the ticket"),
  "gate.called": z.strictObject({
    call: Id.describe("One for all trucks of the same call"),
    stream: StreamKey,
    place: z.number().int(),
    rule: Key,
    showBy: Instant,
    credit: z
      .strictObject({
        virtual: z.number().int(),
        passes: z.record(z.string(), z.number().int()),
        balance: z
          .record(z.string(), z.number().int())
          .optional()
          .describe("Of streams with slots: above 0 the live queue is next"),
      })
      .describe("How far each stream had been served after this call"),
    passedOver: z.array(z.strictObject({ trip: Id, reason: z.string() })),
    automatic: Id.optional().describe("The automatic that called; absent when a person did"),
  }),
  "gate.reached": z.strictObject({}),
  "gate.return_declared": z
    .strictObject({
      goods: z.array(GoodsLine),
      customsNumbers: z.array(z.string()),
      quarantine: z.array(QuarantinePaper),
      checks: z.array(CheckKind).describe("The checks of the leg home, as the pack said on that day"),
    })
    .describe("A truck takes goods for its way home: said anew, it replaces what was said before"),
  "gate.crossed_in": z.strictObject({
    returnBy: Instant.optional().describe("A Chinese truck: by when it has to be home"),
  }),
  "gate.yard_entered": z.strictObject({ yard: Key, slot: z.string().nullable() }),
  "gate.check_decided": z.strictObject({
    check: CheckKind,
    decision: CheckDecision,
    reason: z.string().nullable(),
    channel: CustomsChannel.nullable(),
    reference: z.string().optional().describe("Of the answer in the force's own system"),
    answeredAt: Instant.optional().describe("When the force decided, as its own system says"),
  }),
  "gate.checks_done": z.strictObject({}),
  "gate.cargo_transferred": z.strictObject({
    to: Plate,
    from: Plate.optional().describe("Absent in the first logs: the truck of the trip"),
    transfer: Id.optional().describe("Absent in the first logs, which knew no pairs"),
  }),
  "gate.transfer_paired": z
    .strictObject({
      transfer: Id,
      from: Plate,
      to: Plate,
      containers: z.array(z.string()),
      yard: Key,
      slot: z.string().nullable(),
      partner: Id.nullable().describe("Trip of the Vietnamese truck, when it has one here"),
    })
    .describe("Two plates are to change goods; paired anew, the pair before is forgotten"),
  "gate.unit_swapped": z.strictObject({
    trailer: Plate.nullable(),
    containers: z.array(Container),
    reason: z.string(),
  }),
  "gate.diverted": z
    .strictObject({
      from: Key,
      to: Key,
      gate: Key,
      stream: StreamKey,
      checks: z.array(CheckKind).describe("The checks that apply on the other route"),
      expiresAt: Instant,
      reason: z.string(),
      order: Id.nullable().describe("The steering order that said so"),
    })
    .describe("Sent to another gate or route: its place stays behind, it has to arrive anew"),
  "gate.inland_allowed": z.strictObject({}),
  "gate.released": z.strictObject({ feeStep: FeeStep }),
  "gate.crossed_out": z.strictObject({
    returnBy: Instant.optional().describe("A truck that goes home has no day to be back"),
  }),
  "gate.returned": z.strictObject({}),
  "gate.left": z.strictObject({}),
  "gate.withdrawn": z.strictObject({
    reason: z.string(),
    from: TripState.optional().describe("Where it stood; absent in records older than the undoing"),
  }),
  "gate.withdrawal_undone": z.strictObject({}),
  "gate.postponed": z.strictObject({ until: Instant }),
  "gate.resumed": z.strictObject({}),
  "gate.prioritised": Exception,
  "gate.held_back": Exception,
  "gate.sent_back": Exception,
  "gate.exception_lifted": z.strictObject({
    exception: z.enum(["priority", "hold"]),
    organisation: Key.nullable(),
  }),
  "gate.refused": z.strictObject({ reason: z.string() }),
  "gate.expired": z.strictObject({ after: z.enum(["not_arrived", "no_show"]) }),
} as const;
export type GateEventKind = keyof typeof gateEvents;
export type GateEvent = {
  [K in GateEventKind]: { kind: K; data: z.infer<(typeof gateEvents)[K]> };
}[GateEventKind];
