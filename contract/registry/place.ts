import { z } from "zod";
import { Key } from "../values/ids.ts";
import { LocalText, printedText } from "../values/text.ts";
import { Direction, TripKind } from "../values/traffic.ts";
import { count, countOrNone } from "./amounts.ts";

export const GateClass = z.enum(["international", "bilateral", "secondary"]).meta({ id: "GateClass" });
export type GateClass = z.infer<typeof GateClass>;

/** Name of the place on the other side, in both languages. */
export const Counterpart = z
  .strictObject({ vi: printedText, zh: printedText.nullable() })
  .meta({ id: "Counterpart" });
export type Counterpart = z.infer<typeof Counterpart>;

const names = {
  name: LocalText,
  shortName: LocalText,
  aliases: z.array(printedText),
};

export const gateFields = {
  ...names,
  class: GateClass,
  modes: z.array(z.enum(["road", "rail"])).min(1),
  counterpart: Counterpart.nullable(),
};

export const RouteKind = z
  .enum(["clearance_route", "freight_road", "gate_road", "rail", "opening", "market"])
  .meta({ id: "RouteKind" });
export type RouteKind = z.infer<typeof RouteKind>;

export const routeFields = {
  ...names,
  gate: Key.nullable().describe("Gate that it belongs to in law; null for openings and markets"),
  type: RouteKind.describe("What the route is in law"),
  markers: z
    .array(z.string().regex(/^\d{1,4}(\/\d)?$/))
    .min(1)
    .max(2)
    .nullable()
    .describe("Boundary markers on both hands of the road, `1088/2`; null: unknown"),
  counterpart: Counterpart.nullable(),
  road: printedText.nullable().describe("Approach road, where a source names it"),
  order: z
    .number()
    .int()
    .min(-100_000)
    .max(100_000)
    .describe("Place on the schematic from north-west to south-east"),
  cargo: z.enum(["active", "none", "unknown"]).describe("Whether goods pass at all"),
  admits: z.array(TripKind).describe("Kinds of trip that may be declared for it"),
};

/** Lanes of one class; dated, because lanes are added. Direction null: the source does not part the directions. */
export const laneGroupFields = {
  route: Key,
  direction: Direction.nullable(),
  class: z.enum(["ordinary", "guided", "oversize"]),
  // Each is drawn.
  count: countOrNone.max(50).nullable().describe("null: unknown"),
  planned: countOrNone.max(50).nullable(),
};

const holding = {
  name: LocalText,
  shortName: LocalText,
  operator: Key.nullable(),
  capacity: count.nullable().describe("Vehicles at the same time; null: unknown, neither infinite nor zero"),
  areaHectares: z.number().positive().max(1_000_000).nullable(),
};

/** A yard at the gate: a business, not a competent force. */
export const yardFields = {
  ...holding,
  routes: z.array(Key).min(1).describe("Routes that it serves"),
  slots: z
    .array(z.strictObject({ class: printedText, count: countOrNone.nullable() }))
    .describe("Slots by class, as far as known"),
};

/** A holding park outside the gate area, where trucks wait off the road. */
export const parkFields = {
  ...holding,
  routes: z.array(Key).min(1).describe("Routes whose trucks wait here"),
  type: z.enum(["logistics_park", "non_tariff", "other"]),
};

/** A stated throughput or room of a place, with the qualifier of its source. Context for people, no limit of a rule. */
export const capacityFields = {
  place: Key,
  measure: z.enum([
    "passages_per_day",
    "exports_per_day",
    "imports_per_day",
    "waiting_room",
    "design_passages_per_day",
    "target_passages_per_day",
  ]),
  low: z.number().int().min(0).max(10_000_000),
  high: z.number().int().min(0).max(10_000_000),
  qualifier: z.enum(["exact", "about", "over"]),
  period: printedText.describe("The period that the figure speaks of, as its source says"),
};
