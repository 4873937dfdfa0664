import type { CheckKind } from "@moc/contract/gate/check.ts";
import type { TripKind } from "@moc/contract/gate/declaration.ts";
import type { TripState, TripView } from "@moc/contract/gate/trip.ts";
import type { Random } from "./random.ts";
import type { Site } from "./site.ts";

/** One truck on its way, as its driver and the officers who meet it know it. */
export type Truck = {
  seed: string;
  id: string;
  /** Declaration code: how a slip names it. */
  code: string;
  kind: TripKind;
  route: string;
  /** Zone time in ms. */
  arriveAt: number;
  declaredAt: number;
  goodsLater: TripView["goods"] | null;
  /** The state from which the next steps were planned. */
  state: TripState | null;
  /** Checks that some officer already has in hand. */
  inHand: Set<CheckKind>;
  /** Park or yard at which it is seen when it arrives; null: not yet chosen. */
  place: string | null;
  /** It has stood in a queue before: what happens once while waiting has happened. */
  waited: boolean;
  postponed: number;
  /** Orders that were looked at for it, by id. */
  orders: Set<string>;
  /** Messages about it so far. */
  sent: number;
  /** It was withdrawn once and the withdrawal was undone; it goes on now. */
  changedMind: boolean;
};

type Known = Pick<
  Truck,
  "seed" | "id" | "code" | "kind" | "route" | "arriveAt" | "declaredAt" | "goodsLater"
>;

/** A truck of which nothing is planned yet. */
export function newTruck(known: Known): Truck {
  return {
    ...known,
    state: null,
    inHand: new Set(),
    place: null,
    waited: false,
    postponed: 0,
    orders: new Set(),
    sent: 0,
    changedMind: false,
  };
}

/** What is planned from a state. */
export type Step = (site: Site, truck: Truck, trip: TripView, random: Random) => void;

export const minuteMs = 60_000;
