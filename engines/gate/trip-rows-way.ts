import type { TripCommand } from "@moc/contract/gate/trip.ts";
import type { Row } from "./trip-row.ts";

type Rows = Record<Extract<TripCommand, "pair_transfer" | "swap_unit" | "divert">, readonly Row[]>;

const pairing = ["declarant", "yard", "dispatcher"] as const;
const swapping = ["declarant", "dispatcher"] as const;
const diverting = ["dispatcher", "traffic_police"] as const;

// Before it has arrived anywhere, only the place changes to which it is on its way.
const announced = { from: ["declared"], who: diverting, to: "same" } as const satisfies Row;

/** A truck of the queue that is sent elsewhere leaves its place behind and has to arrive anew. */
export const exportVnWay = {
  pair_transfer: [],
  swap_unit: [{ from: ["travelling", "holding", "called", "at_gate", "in_yard"], who: swapping, to: "same" }],
  divert: [
    { from: ["declared", "travelling"], who: diverting, to: "same" },
    { from: ["holding", "called", "at_gate"], who: diverting, to: "travelling" },
  ],
} as const satisfies Rows;

export const exportCnWay = {
  pair_transfer: [{ from: ["in_yard"], who: pairing, to: "same" }],
  swap_unit: [{ from: ["crossed_in", "in_yard"], who: swapping, to: "same" }],
  divert: [announced],
} as const satisfies Rows;

export const importCnWay = {
  pair_transfer: [{ from: ["in_yard", "checks_done"], who: pairing, to: "same" }],
  swap_unit: [{ from: ["crossed_in", "in_yard"], who: swapping, to: "same" }],
  divert: [announced],
} as const satisfies Rows;

export const importVnWay = {
  pair_transfer: [],
  swap_unit: [{ from: ["abroad", "crossed_in", "in_yard"], who: swapping, to: "same" }],
  divert: [announced],
} as const satisfies Rows;

/** A new vehicle draws nothing and hands nothing over. */
export const newVehicleWay = {
  pair_transfer: [],
  swap_unit: [],
  divert: [announced],
} as const satisfies Rows;
