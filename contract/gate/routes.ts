import { z } from "zod";
import { CommandId, Id, Key } from "../values/ids.ts";
import { PageRequest, pageOf } from "../values/page.ts";
import { procedureOf } from "../values/procedure.ts";
import { freeText, identifierText } from "../values/text.ts";
import { CivilDate, HistoryView, Instant } from "../values/time.ts";
import { answerRoutes } from "./answer.ts";
import { automaticRoutes } from "./automatic.ts";
import { bulletinRoutes } from "./bulletin.ts";
import { AnswerReference, CheckDecision, CheckKind, CustomsChannel } from "./check.ts";
import { countRoutes } from "./count.ts";
import { Declaration, FiledDeclaration, NewDriver } from "./declaration.ts";
import { divertQueueRoutes } from "./divert-queue.ts";
import { draftRoutes } from "./draft.ts";
import { dutyRoutes } from "./duty.ts";
import { entriesRoutes } from "./entries.ts";
import { exceptionRoutes } from "./exception.ts";
import { exportRoutes, tripFilter } from "./export.ts";
import { GoodsLine, QuarantinePaper } from "./goods.ts";
import { importRoutes } from "./import.ts";
import { mandateRoutes } from "./mandate.ts";
import { noticeRoutes } from "./notice.ts";
import { notificationRoutes } from "./notification.ts";
import { onTheWayRoutes } from "./on-the-way.ts";
import { OperationsView } from "./operations.ts";
import { paperRoutes } from "./paper.ts";
import { postponementRoutes } from "./postponement.ts";
import { CallPreview, PlaceChange, QueueView } from "./queue.ts";
import { gateRefusals } from "./refusals.ts";
import { rosterRoutes } from "./roster.ts";
import { slipRoutes } from "./slip.ts";
import { SlotStart, slotRoutes } from "./slot.ts";
import { steeringRoutes } from "./steering.ts";
import { Direction, SignalOrigin, StoryLine, TripRow, TripView } from "./trip.ts";
import { Plate, Vehicle } from "./vehicle.ts";

const procedure = procedureOf(gateRefusals);
const tag = "gate";

const onTrip = { trip: Id, command: CommandId } as const;

/** Answer to every command on a trip: the trip as the caller sees it afterwards. */
const TripChanged = z.strictObject({ trip: TripView });

function tripCommand<Input extends z.ZodRawShape>(path: string, summary: string, input: Input) {
  return procedure
    .route({ method: "POST", path: `/trips/{trip}/${path}`, summary, tags: [tag], inputStructure: "compact" })
    .input(z.strictObject({ ...onTrip, ...input }))
    .output(TripChanged);
}

/** A decision on an older picture is refused as stale when something that bears on it was recorded since. */
const seen = z.number().int().optional().describe("Version of the trip that the caller saw");
/** Kept in the log for ever: no names, papers or phones. */
const reason = freeText(300);

export const gateContract = {
  declareVehicle: procedure
    .route({
      method: "POST",
      path: "/declarations",
      summary: "Declare a truck once, for every force",
      tags: [tag],
    })
    .input(
      z.strictObject({
        command: CommandId,
        declaration: Declaration,
        firm: Key.optional().describe(
          "In whose name, by who files for another: an agent, the gate centre, a yard",
        ),
        draft: Id.optional().describe(
          "What it was prepared in: a draft goes with the filing, a template stays",
        ),
        slot: SlotStart.optional(),
      }),
    )
    .output(TripChanged),
  amendDeclaration: tripCommand("amendments", "Amend what is not yet fixed", {
    vehicle: Vehicle.optional(),
    driver: NewDriver.optional(),
    goods: z.array(GoodsLine).max(50).optional(),
    route: Key.optional(),
    customsNumbers: z.array(identifierText(32)).max(20).optional(),
    seen,
  }),
  withdrawTrip: tripCommand("withdrawal", "Withdraw a declaration that has not been called", { reason }),
  reportDeparture: tripCommand("departure", "The truck has left for the border", {}),
  signalArrival: tripCommand("arrival-signals", "One of the two signals that make an arrival", {
    origin: SignalOrigin,
    place: Key,
  }),
  reachGate: tripCommand("gate-arrival", "The called truck stands at the gate", {}),
  declareReturn: tripCommand("return-load", "What a truck takes home: the second leg of its trip", {
    goods: z.array(GoodsLine).min(1).max(50),
    customsNumbers: z.array(identifierText(32)).max(20).default([]),
    quarantine: z.array(QuarantinePaper).max(20).default([]),
  }),
  crossIn: tripCommand("entry", "A truck from the other side has passed Km0", {}),
  enterYard: tripCommand("yard-entry", "The truck stands in a yard", {
    yard: Key,
    slot: identifierText(16).optional(),
  }),
  decideCheck: tripCommand("checks/{check}", "A force decides its check", {
    check: CheckKind,
    decision: CheckDecision,
    reason: reason.optional(),
    channel: CustomsChannel.optional(),
    seen,
    reference: AnswerReference.optional(),
    answeredAt: Instant.optional().describe("When the force decided, if earlier"),
  }),
  transferCargo: tripCommand(
    "cargo-transfer",
    "The goods change over between a Chinese and a Vietnamese truck",
    {
      partner: Plate.optional().describe(
        "The Vietnamese truck of the pair: it takes an import over, or brings an export. Not needed when it is paired",
      ),
    },
  ),
  allowInland: tripCommand("inland", "The truck may go on inland", {}),
  release: tripCommand("release", "Let the truck pass", { seen }),
  crossOut: tripCommand("crossing", "The truck has passed Km0 outward", {}),
  confirmReturn: tripCommand("return", "The truck is back from abroad", {}),
  leave: tripCommand("leaving", "The truck has left the gate area for good", {}),
  refuseTrip: tripCommand("refusal", "Refuse passage after a failed check", { reason }),

  listTrips: procedure
    .route({ method: "GET", path: "/trips", summary: "Trips, newest change first", tags: [tag] })
    .input(PageRequest.extend(tripFilter))
    .output(pageOf(TripRow)),
  readTrip: procedure
    .route({ method: "GET", path: "/trips/{trip}", summary: "One trip", tags: [tag] })
    .input(HistoryView.extend({ trip: Id }))
    .output(z.strictObject({ trip: TripView })),
  readDeclaration: procedure
    .route({
      method: "GET",
      path: "/trips/{trip}/declaration",
      summary: "What was filed for one trip, whole, for whoever may amend it; audited",
      tags: [tag],
    })
    .input(z.strictObject({ trip: Id }))
    .output(z.strictObject({ declaration: FiledDeclaration })),
  readStory: procedure
    .route({
      method: "GET",
      path: "/trips/{trip}/story",
      summary: "All that happened to one trip",
      tags: [tag],
    })
    .input(HistoryView.extend({ trip: Id }))
    .output(z.strictObject({ lines: z.array(StoryLine), sealed: z.boolean() })),
  explainPlace: procedure
    .route({
      method: "GET",
      path: "/trips/{trip}/places",
      summary: "Every change of its place, explained",
      tags: [tag],
    })
    .input(
      z.strictObject({
        trip: Id,
        knownAt: Instant.optional().describe(
          "Only what had been recorded by then, and the place that followed",
        ),
      }),
    )
    .output(z.strictObject({ changes: z.array(PlaceChange), place: z.number().int().nullable() })),

  readQueue: procedure
    .route({
      method: "GET",
      path: "/queues/{route}/{direction}",
      summary: "One queue in the order of calling",
      tags: [tag],
    })
    .input(
      PageRequest.extend({
        route: Key,
        direction: Direction,
        stream: Key.optional(),
        search: identifierText(64).optional(),
        skip: z.coerce
          .number()
          .int()
          .min(0)
          .default(0)
          .describe("Rows to leave out, to open a long queue anywhere"),
      }),
    )
    .output(QueueView),
  previewCall: procedure
    .route({
      method: "GET",
      path: "/queues/{route}/{direction}/call",
      summary: "What a call would do, with every factor of the proposal",
      tags: [tag],
    })
    .input(
      z.strictObject({
        route: Key,
        direction: Direction,
        count: z.coerce.number().int().min(0).max(200).optional(),
      }),
    )
    .output(CallPreview),
  callForward: procedure
    .route({
      method: "POST",
      path: "/queues/{route}/{direction}/calls",
      summary: "Call the first trucks of the queue",
      tags: [tag],
    })
    .input(
      z.strictObject({
        command: CommandId,
        route: Key,
        direction: Direction,
        count: z.number().int().min(1).max(200),
      }),
    )
    .output(z.strictObject({ called: z.array(TripRow) })),

  readOperations: procedure
    .route({ method: "GET", path: "/operations", summary: "The border now, or as of a day", tags: [tag] })
    .input(z.strictObject({ asOf: CivilDate.optional() }))
    .output(OperationsView),
  ...answerRoutes,
  ...automaticRoutes,
  ...onTheWayRoutes,
  ...divertQueueRoutes,
  ...mandateRoutes,
  ...bulletinRoutes,
  ...dutyRoutes,
  ...paperRoutes,
  ...rosterRoutes,
  ...notificationRoutes,
  ...draftRoutes,
  ...exceptionRoutes,
  ...steeringRoutes,
  ...noticeRoutes,
  ...countRoutes,
  ...importRoutes,
  ...exportRoutes,
  ...slipRoutes,
  ...slotRoutes,
  ...entriesRoutes,
  ...postponementRoutes,
};
