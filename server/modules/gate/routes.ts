import { gateContract } from "@moc/contract/gate/routes.ts";
import { implement } from "@orpc/server";
import type { Call } from "../../platform/http/server.ts";
import { allowInland } from "./allow-inland.ts";
import { amendDeclaration } from "./amend-declaration.ts";
import { answerChecks } from "./answer-checks.ts";
import { automaticHandlers } from "./automatic-routes.ts";
import { bulletinHandlers } from "./bulletin-routes.ts";
import { callForward } from "./call-forward.ts";
import { confirmReturn } from "./confirm-return.ts";
import { countHandlers } from "./count-routes.ts";
import { crossIn } from "./cross-in.ts";
import { crossOut } from "./cross-out.ts";
import { decideCheck } from "./decide-check.ts";
import { declareReturn } from "./declare-return.ts";
import { declareVehicle } from "./declare-vehicle.ts";
import { draftHandlers } from "./draft-routes.ts";
import { dutyHandlers } from "./duty-routes.ts";
import { enterYard } from "./enter-yard.ts";
import { exceptionHandlers } from "./exception-routes.ts";
import { explainPlace } from "./explain-place.ts";
import { exportTrips } from "./export-trips.ts";
import { importHandlers } from "./import-routes.ts";
import { leave } from "./leave.ts";
import { listTrips } from "./list-trips.ts";
import { mandateHandlers } from "./mandate-routes.ts";
import { noticeHandlers } from "./notice-routes.ts";
import { notificationHandlers } from "./notification-routes.ts";
import { onTheWayHandlers } from "./on-the-way-routes.ts";
import { paperHandlers } from "./paper-routes.ts";
import type { GateParts } from "./parts.ts";
import { postponementHandlers } from "./postponement-routes.ts";
import { previewCall } from "./preview-call.ts";
import { reachGate } from "./reach-gate.ts";
import { readDeclaration } from "./read-declaration.ts";
import { readOperations } from "./read-operations.ts";
import { readQueue } from "./read-queue.ts";
import { readStory } from "./read-story.ts";
import { readTrip } from "./read-trip.ts";
import { refuseTrip } from "./refuse-trip.ts";
import { release } from "./release.ts";
import { reportDeparture } from "./report-departure.ts";
import { rosterHandlers } from "./roster-routes.ts";
import { signalArrival } from "./signal-arrival.ts";
import { slipHandlers } from "./slip-routes.ts";
import { slotHandlers } from "./slot-routes.ts";
import { steeringHandlers } from "./steering-routes.ts";
import { transferCargo } from "./transfer-cargo.ts";
import { verifyEntries } from "./verify-entries.ts";
import { withdrawTrip } from "./withdraw-trip.ts";

/** Every route of the gate's contract and the use case behind it. */
export function gateRoutes(parts: GateParts) {
  const os = implement(gateContract).$context<Call>();
  return os.router({
    declareVehicle: os.declareVehicle.handler(({ input, context }) =>
      declareVehicle(parts, context.actor, input),
    ),
    amendDeclaration: os.amendDeclaration.handler(({ input, context }) =>
      amendDeclaration(parts, context.actor, input),
    ),
    withdrawTrip: os.withdrawTrip.handler(({ input, context }) => withdrawTrip(parts, context.actor, input)),
    reportDeparture: os.reportDeparture.handler(({ input, context }) =>
      reportDeparture(parts, context.actor, input),
    ),
    signalArrival: os.signalArrival.handler(({ input, context }) =>
      signalArrival(parts, context.actor, input),
    ),
    reachGate: os.reachGate.handler(({ input, context }) => reachGate(parts, context.actor, input)),
    declareReturn: os.declareReturn.handler(({ input, context }) =>
      declareReturn(parts, context.actor, input),
    ),
    crossIn: os.crossIn.handler(({ input, context }) => crossIn(parts, context.actor, input)),
    enterYard: os.enterYard.handler(({ input, context }) => enterYard(parts, context.actor, input)),
    decideCheck: os.decideCheck.handler(({ input, context }) => decideCheck(parts, context.actor, input)),
    transferCargo: os.transferCargo.handler(({ input, context }) =>
      transferCargo(parts, context.actor, input),
    ),
    allowInland: os.allowInland.handler(({ input, context }) => allowInland(parts, context.actor, input)),
    release: os.release.handler(({ input, context }) => release(parts, context.actor, input)),
    crossOut: os.crossOut.handler(({ input, context }) => crossOut(parts, context.actor, input)),
    confirmReturn: os.confirmReturn.handler(({ input, context }) =>
      confirmReturn(parts, context.actor, input),
    ),
    leave: os.leave.handler(({ input, context }) => leave(parts, context.actor, input)),
    refuseTrip: os.refuseTrip.handler(({ input, context }) => refuseTrip(parts, context.actor, input)),
    listTrips: os.listTrips.handler(({ input, context }) => listTrips(parts, context.actor, input)),
    exportTrips: os.exportTrips.handler(({ input, context }) => exportTrips(parts, context.actor, input)),
    readTrip: os.readTrip.handler(({ input, context }) => readTrip(parts, context.actor, input)),
    readDeclaration: os.readDeclaration.handler(({ input, context }) =>
      readDeclaration(parts, context.actor, input),
    ),
    readStory: os.readStory.handler(({ input, context }) => readStory(parts, context.actor, input)),
    explainPlace: os.explainPlace.handler(({ input, context }) => explainPlace(parts, context.actor, input)),
    readQueue: os.readQueue.handler(({ input, context }) => readQueue(parts, context.actor, input)),
    previewCall: os.previewCall.handler(({ input, context }) => previewCall(parts, context.actor, input)),
    callForward: os.callForward.handler(({ input, context }) => callForward(parts, context.actor, input)),
    readOperations: os.readOperations.handler(({ input, context }) =>
      readOperations(parts, context.actor, input),
    ),
    answerChecks: os.answerChecks.handler(({ input, context }) => answerChecks(parts, context.actor, input)),
    ...automaticHandlers(parts),
    ...mandateHandlers(parts),
    ...onTheWayHandlers(parts),
    ...bulletinHandlers(parts),
    ...dutyHandlers(parts),
    ...paperHandlers(parts),
    ...rosterHandlers(parts),
    ...notificationHandlers(parts),
    ...draftHandlers(parts),
    ...exceptionHandlers(parts),
    ...steeringHandlers(parts),
    ...noticeHandlers(parts),
    ...countHandlers(parts),
    ...importHandlers(parts),
    ...slipHandlers(parts),
    ...slotHandlers(parts),
    verifyEntries: os.verifyEntries.handler(({ input }) => verifyEntries(parts, input)),
    ...postponementHandlers(parts),
  });
}
