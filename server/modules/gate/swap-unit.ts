import type { Container, Plate } from "@moc/contract/gate/vehicle.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { changeTrip, type TripCommandInput } from "./change-trip.ts";
import type { GateParts } from "./parts.ts";
import { refuseNames } from "./refuse-names.ts";

type Input = TripCommandInput & {
  trailer?: Plate | null | undefined;
  containers?: Container[] | undefined;
  reason: string;
};

/**
 * Another trailer or other containers behind the same tractor, on the way: the place stays, everybody sees what changed
 * and why. @throws Refusal `nothing_to_amend`, `text_names_person`
 */
export function swapUnit(parts: GateParts, actor: Actor | null, input: Input) {
  const { reason } = input;
  return changeTrip(parts, actor, "swap_unit", input, async ({ tx, trip }) => {
    const { vehicle } = trip;
    if (input.trailer === undefined && input.containers === undefined) {
      throw new Refusal("nothing_to_amend", { field: "trailer" });
    }
    const { trailer = vehicle.trailer ?? null, containers = vehicle.containers } = input;
    await refuseNames(parts, tx, trip, { reason: [reason] });
    return [{ kind: "gate.unit_swapped", data: { trailer, containers, reason } }];
  });
}
