import type { Plate } from "@moc/contract/gate/vehicle.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { changeTrip, type TripCommandInput } from "./change-trip.ts";
import type { GateParts } from "./parts.ts";

/**
 * The goods change over between the Chinese truck of the trip and a Vietnamese one (sang tải): an import to it, an
 * export from it. @throws Refusal `transfer_needs_vn_plate`
 */
export function transferCargo(
  parts: GateParts,
  actor: Actor | null,
  input: TripCommandInput & { partner: Plate },
) {
  const { partner } = input;
  return changeTrip(parts, actor, "transfer_cargo", input, ({ trip }) => {
    if (partner.country !== "VN") throw new Refusal("transfer_needs_vn_plate", { field: "partner.country" });
    const own = trip.vehicle.plate;
    const pair = trip.direction === "import" ? { from: own, to: partner } : { from: partner, to: own };
    return [{ kind: "gate.cargo_transferred", data: pair }];
  });
}
