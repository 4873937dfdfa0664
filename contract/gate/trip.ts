import { z } from "zod";
import { Id, Key } from "../values/ids.ts";
import { May } from "../values/may.ts";
import { Instant } from "../values/time.ts";
import { Direction } from "../values/traffic.ts";
import { OnBehalf } from "./behalf.ts";
import { CheckView } from "./check.ts";
import { Regime, TripKind } from "./declaration.ts";
import { GoodsLine, QuarantinePaper } from "./goods.ts";
import { StandingOrder } from "./steering.ts";
import { Container, PayloadClass, Plate } from "./vehicle.ts";

/**
 * Where a trip stands. Export by VN truck: declared → travelling → holding → called → at_gate → in_yard →
 * checks_done → released → abroad → returned → closed; one that comes back loaded goes on as an import by VN truck.
 * Import by CN truck: declared → crossed_in → in_yard → checks_done → transferred | inland_allowed → released → closed;
 * one that loads for its way home goes on from released, in the yard, as an export by CN truck. Import by
 * VN truck: declared → abroad → crossed_in → in_yard → checks_done → released → closed; a new vehicle the same, but
 * never abroad. Export by CN truck: declared → crossed_in → in_yard → transferred → checks_done → released → closed.
 * Side exits end a trip: withdrawn, refused, expired.
 */
export const tripStates = [
  "declared",
  "travelling",
  "holding",
  "called",
  "at_gate",
  "crossed_in",
  "in_yard",
  "checks_done",
  "transferred",
  "inland_allowed",
  "released",
  "abroad",
  "returned",
  "closed",
  "withdrawn",
  "refused",
  "expired",
] as const;
export const TripState = z.enum(tripStates).meta({ id: "TripState" });
export type TripState = z.infer<typeof TripState>;

/** Everything that may be done to a trip; the rows of the state tables. */
export const tripCommands = [
  "amend",
  "depart",
  "signal_arrival",
  "call_forward",
  "reach_gate",
  "declare_return",
  "cross_in",
  "enter_yard",
  "decide_check",
  "pair_transfer",
  "transfer_cargo",
  "swap_unit",
  "divert",
  "allow_inland",
  "release",
  "cross_out",
  "return",
  "leave",
  "withdraw",
  "refuse",
  "expire",
  "give_priority",
  "hold_back",
  "send_back",
  "lift_exception",
  "undo_withdrawal",
  "book_slot",
  "cancel_slot",
  "postpone",
  "resume",
] as const;
export const TripCommand = z.enum(tripCommands).meta({ id: "TripCommand" });
export type TripCommand = z.infer<typeof TripCommand>;

/** In which capacity somebody acts on one trip. The server finds an actor's parties; the state tables say what they may do. */
export const parties = [
  "declarant",
  "driver",
  "signaller",
  "dispatcher",
  "border_guard",
  "customs",
  "yard",
  "traffic_police",
  "force",
  "device",
  "system",
] as const;
export type Party = (typeof parties)[number];

export { Direction };

/** Streams are rows of the pack; this is the key of one. `unsorted` holds trucks whose goods are not yet known. */
export const StreamKey = Key;

/** Until the ledger is installed the fee step does not block a release, and every screen says so. */
export const FeeStep = z.enum(["not_installed"]).meta({ id: "FeeStep" });
export type FeeStep = z.infer<typeof FeeStep>;

/** Two independent signals make an arrival; the kinds of origin that can give one. */
export const SignalOrigin = z
  .enum(["barrier", "position", "officer", "driver", "book"])
  .meta({ id: "SignalOrigin" })
  .describe("`book`: the yard's own, kept by hand; it counts in paper mode alone");
export type SignalOrigin = z.infer<typeof SignalOrigin>;

export const ArrivalSignal = z
  .strictObject({
    origin: SignalOrigin,
    source: z.string(),
    place: Key,
    recordedAt: Instant,
    seenAt: Instant.optional().describe("The time on paper; absent: when it was recorded"),
  })
  .meta({ id: "ArrivalSignal" });
export type ArrivalSignal = z.infer<typeof ArrivalSignal>;

/** One line of a list of trips. */
export const TripRow = z
  .strictObject({
    id: Id,
    code: z.string().describe("Declaration code, e.g. 7F3K-0841"),
    kind: TripKind,
    state: TripState,
    direction: Direction,
    route: Key,
    plate: Plate,
    goods: z.array(GoodsLine),
    stream: StreamKey,
    weightKg: z.number().int().nullable(),
    liveAt: Instant.nullable().describe("Since when it holds its live place"),
    ticket: z.number().int().nullable().describe("Order of joining its stream; what the place derives from"),
    yard: Key.nullable(),
    checks: z.array(CheckView),
    stateSince: Instant,
    simulated: z.boolean(),
  })
  .meta({ id: "TripRow" });
export type TripRow = z.infer<typeof TripRow>;

/** Goods that change over between a Chinese and a Vietnamese truck in a yard (sang tải). */
export const CargoTransfer = z
  .strictObject({
    id: Id,
    trip: Id.describe("Trip of the Chinese truck"),
    partner: Id.nullable().describe("Trip of the Vietnamese truck, when it has one here"),
    from: Plate,
    to: Plate,
    containers: z.array(z.string()),
    yard: Key,
    slot: z.string().nullable(),
    pairedAt: Instant,
    confirmedAt: Instant.nullable().describe("null: the yard has not yet seen it done"),
  })
  .meta({ id: "CargoTransfer" });
export type CargoTransfer = z.infer<typeof CargoTransfer>;

/** Goods that a truck takes for its way home, and their papers. */
export const ReturnLoad = z
  .strictObject({
    goods: z.array(GoodsLine),
    customsNumbers: z.array(z.string()),
    quarantine: z.array(QuarantinePaper),
  })
  .meta({ id: "ReturnLoad" });
export type ReturnLoad = z.infer<typeof ReturnLoad>;

/** One trip whole, as one reader may see it. */
export const TripView = TripRow.extend({
  regime: Regime,
  gate: Key,
  owner: z
    .strictObject({
      organisation: Key.nullable(),
      person: Id.nullable(),
      name: z.string().nullable(),
      erased: z.boolean(),
    })
    .describe("A person's name only for readers with the need; null otherwise and after erasure"),
  declarant: Key.describe("Organisation in whose name it was filed"),
  onBehalf: OnBehalf.nullable().describe("Filed by somebody else; null: by the declarant"),
  payloadClass: PayloadClass,
  vin: z.string().nullable(),
  trailer: Plate.nullable(),
  containers: z.array(Container),
  customsNumbers: z.array(z.string()),
  quarantine: z.array(QuarantinePaper),
  note: z.string().nullable(),
  driver: z
    .strictObject({ person: Id, name: z.string().nullable(), erased: z.boolean() })
    .describe("Name only for readers with the need; null otherwise and after erasure"),
  signals: z.array(ArrivalSignal),
  slot: z.string().nullable(),
  transferredTo: Plate.nullable(),
  transfers: z.array(CargoTransfer).describe("Those in which this truck is one of the pair"),
  diversions: z.array(z.strictObject({ from: Key, to: Key, at: Instant, reason: z.string() })),
  twoWay: z.boolean().describe("Carries goods both ways under the dated pilot"),
  back: ReturnLoad.nullable().describe(
    "What it takes home, once declared: the import leg of an export, or the export leg of an import",
  ),
  feeStep: FeeStep,
  place: z
    .number()
    .int()
    .nullable()
    .describe("Place over all streams: the order of calling if nothing changes"),
  streamPlace: z.number().int().nullable(),
  ahead: z.number().int().nullable(),
  waiting: z.number().int().nullable().describe("Trucks in the same queue"),
  booking: z
    .strictObject({ from: Instant, to: Instant, state: z.enum(["booked", "early", "open", "missed"]) })
    .nullable()
    .describe("A window of the slots; `open`: it came in it or has waited for it, `missed`: it waits live"),
  postponedUntil: Instant.nullable().describe("Its driver is not ready: calls pass it over until then"),
  returnBy: Instant.nullable().describe("Across its own border: by when it must be home"),
  version: z
    .number()
    .int()
    .describe("Grows with every event; sent back with a decision to notice a stale screen"),
  orders: z
    .array(StandingOrder)
    .describe("Orders that touch this truck before its call, in force or to begin within a day"),
  may: z.array(May),
}).meta({ id: "TripView" });
export type TripView = z.infer<typeof TripView>;

/** One line of a trip's story. `data` holds the values of the sentence that messages render for `kind`. */
export const StoryLine = z
  .strictObject({
    kind: z.string(),
    occurredAt: Instant,
    recordedAt: Instant,
    position: z.number().int().nullable().describe("Place in the sealed chain; null while not yet sealed"),
    actor: z.strictObject({
      kind: z.enum(["account", "token", "link", "system"]),
      name: z.string().nullable(),
      organisation: Key.nullable(),
      role: z.string().nullable(),
    }),
    state: TripState.nullable().describe("The state it led to, when it changed the state"),
    data: z.record(z.string(), z.unknown()),
    simulated: z.boolean(),
  })
  .meta({ id: "StoryLine" });
export type StoryLine = z.infer<typeof StoryLine>;
