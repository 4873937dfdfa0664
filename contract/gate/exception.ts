import { z } from "zod";
import { ExceptionKind, exceptionKinds } from "../values/exception.ts";
import { CommandId, Id, Key } from "../values/ids.ts";
import { procedureOf } from "../values/procedure.ts";
import { LocalText } from "../values/text.ts";
import { Instant } from "../values/time.ts";
import { gateRefusals } from "./refusals.ts";
import { TripView } from "./trip.ts";
import { Plate } from "./vehicle.ts";

export { ExceptionKind, exceptionKinds };

/** What stands in a queue's public history beside joining, calls and leaving. `undo`: a withdrawal was taken back in time; `postpone`: the driver is not ready. */
export const traceKinds = [...exceptionKinds, "lift_priority", "lift_hold", "undo", "postpone"] as const;
export const TraceKind = z.enum(traceKinds).meta({ id: "TraceKind" });
export type TraceKind = z.infer<typeof TraceKind>;

/** A ground in words, as it stood on the day when it was invoked. */
export const Ground = z
  .strictObject({
    key: Key,
    name: LocalText,
    document: z.string().nullable().describe("Legal document that it rests on; null: none is stated"),
    illustrative: z.boolean(),
  })
  .meta({ id: "Ground" });
export type Ground = z.infer<typeof Ground>;

/** One departure from the published order, for everybody; who gave it by name for those who see every trip. */
export const QueueException = z
  .strictObject({
    at: Instant,
    trip: Id,
    plateEnd: z.string().describe("The last three characters of the plate"),
    kind: TraceKind,
    ground: Ground.nullable(),
    organisation: Key.nullable(),
    officer: z.string().nullable(),
  })
  .meta({ id: "QueueException" });
export type QueueException = z.infer<typeof QueueException>;

const procedure = procedureOf(gateRefusals);
const tag = "gate";
const onTrip = { trip: Id, command: CommandId } as const;
const changed = z.strictObject({ trip: TripView });
const ground = Key.describe("Key of an exception ground that holds today");

function onPlace<Input extends z.ZodRawShape>(path: string, summary: string, input: Input) {
  return procedure
    .route({ method: "POST", path: `/trips/{trip}/${path}`, summary, tags: [tag], inputStructure: "compact" })
    .input(z.strictObject({ ...onTrip, ...input }))
    .output(changed);
}

export const exceptionRoutes = {
  givePriority: onPlace("priority", "Let a waiting truck go before its stream, on a published ground", {
    ground,
  }),
  holdBack: onPlace("hold", "Do not call a waiting truck for now; it keeps its place", { ground }),
  sendBack: onPlace("send-back", "Send a called truck back to the place that it had", { ground }),
  liftException: onPlace("exception-end", "End a priority or a hold that one's own organisation has given", {
    exception: ExceptionKind.exclude(["return"]),
  }),
  undoWithdrawal: onPlace(
    "withdrawal-undo",
    "Take back a withdrawal within ten minutes, keeping the place",
    {},
  ),
  previewPriority: procedure
    .route({
      method: "GET",
      path: "/trips/{trip}/priority",
      summary: "Whom a priority would let this truck pass",
      tags: [tag],
    })
    .input(z.strictObject({ trip: Id }))
    .output(
      z.strictObject({
        from: z.number().int(),
        to: z.number().int(),
        passes: z.array(
          z.strictObject({ trip: Id, plate: Plate, from: z.number().int(), to: z.number().int() }),
        ),
      }),
    ),
};
