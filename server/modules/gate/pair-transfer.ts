import { randomUUID } from "node:crypto";
import type { GateEvent } from "@moc/contract/gate/events.ts";
import type { Plate } from "@moc/contract/gate/vehicle.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { directionNow } from "@moc/engines/gate/leg.ts";
import { changeTrip, type Situation, type TripCommandInput } from "./change-trip.ts";
import type { GateParts } from "./parts.ts";
import { findTripOfPlate, openPairOf } from "./transfer-store.ts";

export type Pair = { partner: Plate; containers?: string[] | undefined; slot?: string | undefined };

/**
 * Pairs the Chinese truck of the trip with a Vietnamese one in the yard where it stands. A Vietnamese truck waits for one
 * transfer at a time. @throws Refusal `transfer_needs_vn_plate`, `transfer_plate_taken`
 */
export async function pairing({ tx, trip }: Situation, pair: Pair): Promise<GateEvent> {
  const { partner, slot = trip.slot } = pair;
  if (partner.country !== "VN") throw new Refusal("transfer_needs_vn_plate", { field: "partner.country" });
  if ((await openPairOf(tx, partner.number, trip.id)) !== null) {
    const params = { plate: partner.number };
    throw new Refusal("transfer_plate_taken", { field: "partner.number", params });
  }
  const own = trip.vehicle.plate;
  const inward = directionNow(trip) === "import";
  const containers = pair.containers ?? trip.vehicle.containers.map((container) => container.number);
  return {
    kind: "gate.transfer_paired",
    data: {
      transfer: randomUUID(),
      from: inward ? own : partner,
      to: inward ? partner : own,
      containers,
      // The state tables let nobody pair outside a yard.
      yard: trip.yard ?? trip.route,
      slot,
      partner: await findTripOfPlate(tx, partner.number),
    },
  };
}

/** Arranges a transfer (sang tải) beforehand; the yard confirms it when the goods have changed over. */
export function pairTransfer(parts: GateParts, actor: Actor | null, input: TripCommandInput & Pair) {
  return changeTrip(parts, actor, "pair_transfer", input, async (situation) => [
    await pairing(situation, input),
  ]);
}
