import { z } from "zod";
import { Key } from "../values/ids.ts";
import { Source } from "../values/source.ts";
import { LocalText } from "../values/text.ts";
import { CivilDate, ClockTime, Instant } from "../values/time.ts";
import { LastCounts } from "./count.ts";
import { WaitFigures } from "./queue.ts";
import { StandingOrder } from "./steering.ts";
import { Direction } from "./trip.ts";

/** A route's state now: by calendar, by mode, or by what happens on it. */
export const RouteStatus = z
  .enum(["open", "closed", "pre_registered", "congested", "hours_unknown", "no_cargo"])
  .meta({ id: "RouteStatus" });
export type RouteStatus = z.infer<typeof RouteStatus>;

export const LaneGroupView = z
  .strictObject({
    direction: Direction.nullable().describe("null: the source does not part the directions"),
    class: z.enum(["ordinary", "guided", "oversize"]),
    count: z.number().int().nullable().describe("null: unknown"),
    planned: z.number().int().nullable(),
    source: Source,
  })
  .meta({ id: "LaneGroupView" });
export type LaneGroupView = z.infer<typeof LaneGroupView>;

export const YardView = z
  .strictObject({
    key: Key,
    name: LocalText,
    kind: z.enum(["yard", "park"]),
    vehicles: z.number().int(),
    capacity: z.number().int().nullable().describe("null: unknown, neither infinite nor zero"),
  })
  .meta({ id: "YardView" });
export type YardView = z.infer<typeof YardView>;

/**
 * Median wait now and number of crossings in the last hour, per direction. null: nobody is declared for the route (a
 * railway, a market), so that nobody is counted there.
 */
const DirectionFigures = z.strictObject({
  waiting: z.number().int().nullable(),
  wait: WaitFigures,
  lastHour: z.number().int().nullable(),
});

/** One route as the schematic and its table draw it. Routes come in order from north-west to south-east. */
export const RouteView = z
  .strictObject({
    key: Key,
    gate: Key,
    name: LocalText,
    shortName: LocalText,
    kind: z.enum(["clearance_route", "freight_road", "gate_road", "rail", "opening", "market"]),
    markers: z.tuple([z.string(), z.string()]).nullable().describe("null: marker pair unknown"),
    counterpart: z.strictObject({ vi: z.string(), zh: z.string() }).nullable(),
    road: z.string().nullable().describe("Approach road, e.g. QL.4A, where a source names it"),
    cargo: z.enum(["active", "none", "unknown"]).describe("Whether goods pass at all, as far as sources say"),
    status: RouteStatus,
    statusReason: LocalText.nullable(),
    opensAt: ClockTime.nullable(),
    closesAt: ClockTime.nullable(),
    lanes: z.array(LaneGroupView),
    yards: z.array(YardView),
    orders: z.array(StandingOrder).describe("In force, and those that begin within a day"),
    export: DirectionFigures,
    import: DirectionFigures,
    counted: LastCounts.nullable().describe("null: its vehicles are counted from their trips"),
    source: Source,
  })
  .meta({ id: "RouteView" });
export type RouteView = z.infer<typeof RouteView>;

/** What asks for action, ordered by harm; the reader's language renders `kind` with `params`. */
export const Alert = z
  .strictObject({
    id: z.string(),
    kind: z.enum([
      "long_wait",
      "goods_unknown",
      "check_waiting",
      "check_hold",
      "abroad_due",
      "abroad_overdue",
      "inside_overdue",
      "no_show",
      "counterpart_closure",
      "out_of_step",
    ]),
    severity: z.enum(["bad", "warn", "limited"]),
    harmHours: z.number().nullable().describe("Vehicle hours lost so far; null where the harm is not time"),
    since: Instant,
    route: Key.nullable(),
    direction: Direction.nullable(),
    params: z.record(z.string(), z.string()),
    trips: z.array(z.uuid()).max(50).describe("The oldest; `listTrips` with the id of the alert holds all"),
    action: z.enum(["call_forward", "open_queue", "open_trips", "open_trip", "give_order"]),
  })
  .meta({ id: "Alert" });
export type Alert = z.infer<typeof Alert>;

/** Crossings per hour of the civil day against the comparable days, when there are enough. */
export const HourlyView = z
  .strictObject({
    direction: Direction,
    hours: z.array(z.strictObject({ hour: z.number().int(), count: z.number().int() })),
    usual: z
      .array(z.strictObject({ hour: z.number().int(), p10: z.number(), median: z.number(), p90: z.number() }))
      .nullable()
      .describe("null: fewer than three comparable days on record"),
    comparableDays: z.number().int(),
  })
  .meta({ id: "HourlyView" });
export type HourlyView = z.infer<typeof HourlyView>;

export const OperationsView = z
  .strictObject({
    day: CivilDate,
    now: Instant,
    figures: z.strictObject({
      exportPassages: z.number().int(),
      exportFruit: z.number().int(),
      importPassages: z.number().int(),
      newVehicles: z.number().int().describe("New vehicles among the imports: each is the goods itself"),
      newVehiclesWaiting: z.number().int().describe("New vehicles that came in and are still at the gates"),
      kmZero: z
        .strictObject({ out: z.number().int(), in: z.number().int() })
        .describe("Passages over Km0 today, loaded or empty; not the same as vehicles"),
      exportWaiting: z.number().int().describe("Export vehicles inside the zone and not yet across"),
      durianWaiting: z.number().int(),
      goodsUnknownWaiting: z.number().int(),
      exportWait: WaitFigures.describe("From first arrival to crossing, trucks that crossed today"),
      arrivals: z.number().int(),
      abroad: z.number().int(),
      feeStep: z.enum(["not_installed"]),
    }),
    routes: z.array(RouteView),
    parks: z.array(YardView.extend({ serves: z.array(Key) })),
    overstays: z
      .array(
        z.strictObject({
          route: Key,
          side: z.enum(["abroad", "inside"]).describe("Vietnamese trucks abroad, or Chinese trucks here"),
          vehicles: z.number().int(),
          twoWay: z.number().int(),
          longestMinutes: z.number().int(),
          trips: z.array(z.uuid()).max(50),
        }),
      )
      .describe("Past their hours on the other side; empty for a past day"),
    alerts: z.array(Alert),
    hourly: z.array(HourlyView),
    position: z.number().int(),
  })
  .meta({ id: "OperationsView" });
export type OperationsView = z.infer<typeof OperationsView>;
