import { z } from "zod";
import { Key } from "../values/ids.ts";
import { May } from "../values/may.ts";
import { LocalText } from "../values/text.ts";
import { Instant } from "../values/time.ts";
import { QueueException } from "./exception.ts";
import { PaperMode } from "./paper-mode.ts";
import { StandingOrder } from "./steering.ts";
import { Direction, StreamKey, TripRow } from "./trip.ts";

/**
 * Why a waiting truck is passed over by a call; public. `not_pre_registered`: the route takes registered vehicles alone at
 * this hour, and it was declared too late to be one. `order_…`: a steering order stops or diverts it, or lets no more
 * trucks like it be called in this hour. `held_back`: an exception with a public ground. `before_slot`: it came before
 * the window that it has booked.
 */
export const PassedOver = z
  .enum([
    "check_hold",
    "check_failed",
    "held_back",
    "before_slot",
    "postponed",
    "goods_unknown",
    "not_pre_registered",
    "order_stop",
    "order_divert",
    "order_limit",
  ])
  .meta({ id: "PassedOver" });
export type PassedOver = z.infer<typeof PassedOver>;

/**
 * In which line of its stream a truck waits. `priority` goes before the others; slot holders and the live queue are
 * called in turn by their published shares; in each the order is that of arrival.
 */
export const Way = z.enum(["priority", "slot", "live"]).meta({ id: "Way" });
export type Way = z.infer<typeof Way>;

/** A waiting truck with its place. Places follow the published rule: within a stream the order of arrival. */
export const QueueEntry = z
  .strictObject({
    trip: TripRow,
    place: z.number().int().min(1),
    streamPlace: z.number().int().min(1),
    way: Way,
    passedOver: PassedOver.nullable().describe("Set while a call would pass it over; it keeps its place"),
    waitedMinutes: z.number().int(),
  })
  .meta({ id: "QueueEntry" });
export type QueueEntry = z.infer<typeof QueueEntry>;

export const Stream = z
  .strictObject({
    key: StreamKey,
    name: LocalText,
    share: z.number().int().min(1),
    waiting: z.number().int(),
  })
  .meta({ id: "Stream" });
export type Stream = z.infer<typeof Stream>;

/** Median and ninetieth percentile of minutes; null without enough cases, with their number. */
export const WaitFigures = z
  .strictObject({
    medianMinutes: z.number().nullable(),
    p90Minutes: z.number().nullable(),
    cases: z.number().int(),
  })
  .meta({ id: "WaitFigures" });
export type WaitFigures = z.infer<typeof WaitFigures>;

/** Whether the reader may call from a queue now; if not, a key of the messages with the values of its sentence. */
export const MayCall = z
  .strictObject({
    allowed: z.boolean(),
    reason: z.string().nullable(),
    params: z.record(z.string(), z.string()),
  })
  .meta({ id: "MayCall" });
export type MayCall = z.infer<typeof MayCall>;

/** What a call of `count` would do, with every factor of the proposal. */
export const CallPreview = z
  .strictObject({
    proposed: z
      .number()
      .int()
      .min(0)
      .describe("rate × travel + buffer − on the way, bounded by yard room and by who waits"),
    factors: z.strictObject({
      servicePerHour: z
        .number()
        .nullable()
        .describe("Measured over the last hours; null when nothing was served yet"),
      assumedPerHour: z
        .number()
        .nullable()
        .describe("Dated figure of the pack used while nothing is measured"),
      travelHours: z.number().nullable().describe("null: no call rule is in force, hence no proposal"),
      buffer: z.number().int().nullable().describe("null as travelHours"),
      onTheWay: z.number().int(),
      yardRoom: z.number().int().nullable().describe("null: capacity unknown, hence no bound"),
    }),
    count: z.number().int().min(0),
    called: z.array(z.uuid()),
    perStream: z.array(z.strictObject({ stream: StreamKey, count: z.number().int() })),
    passedOver: z.array(z.strictObject({ trip: z.uuid(), reason: PassedOver })),
    rule: Key.describe("The published rule in force"),
    mayCall: MayCall.describe("While the route is closed nothing is proposed and nobody would be called"),
  })
  .meta({ id: "CallPreview" });
export type CallPreview = z.infer<typeof CallPreview>;

export const QueueView = z
  .strictObject({
    route: Key,
    direction: Direction,
    waiting: z.number().int(),
    onTheWay: z.number().int(),
    inYard: z.number().int(),
    yardCapacity: z.number().int().nullable(),
    wait: WaitFigures,
    servicePerHour: z.number().nullable(),
    closesAt: Instant.nullable(),
    streams: z.array(Stream),
    rows: z.array(QueueEntry),
    matching: z.number().int().describe("How many of those who wait match stream and search, on all pages"),
    exceptions: z.array(QueueException).describe("The last departures from the order, newest first"),
    next: z.string().nullable(),
    position: z.number().int().describe("The log's position that this picture includes"),
    mayCall: MayCall,
    may: z.array(May),
    orders: z.array(StandingOrder).describe("In force, and those that begin within a day"),
    paper: z.array(PaperMode).describe("Stretches on paper of the last two days, the latest first"),
  })
  .meta({ id: "QueueView" });
export type QueueView = z.infer<typeof QueueView>;

/** One change of a truck's place, explained for everybody. */
export const PlaceChange = z
  .strictObject({
    at: Instant,
    from: z.number().int().nullable(),
    to: z.number().int().nullable().describe("null: left the queue"),
    cause: z.enum([
      "joined",
      "called_ahead",
      "left_ahead",
      "stream_rule",
      "registered_first",
      "exception",
      "exception_ahead",
      "steering_order",
      "slot_ahead",
      "called",
      "left",
    ]),
    count: z.number().int().describe("How many trucks ahead the cause concerns"),
    exception: QueueException.optional().describe("The departure from the order that moved it"),
    slip: z.number().int().optional().describe("Slip of paper mode from which the change was entered later"),
  })
  .meta({ id: "PlaceChange" });
export type PlaceChange = z.infer<typeof PlaceChange>;
