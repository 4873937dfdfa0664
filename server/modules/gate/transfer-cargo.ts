import type { Plate } from "@moc/contract/gate/vehicle.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { changeTrip, type TripCommandInput } from "./change-trip.ts";
import type { GateParts } from "./parts.ts";

/** The goods change over to a Vietnamese truck (sang tải). @throws Refusal `transfer_needs_vn_plate` */
export function transferCargo(
  parts: GateParts,
  actor: Actor | null,
  input: TripCommandInput & { to: Plate },
) {
  const { to } = input;
  return changeTrip(parts, actor, "transfer_cargo", input, () => {
    if (to.country !== "VN") throw new Refusal("transfer_needs_vn_plate", { field: "to.country" });
    return [{ kind: "gate.cargo_transferred", data: { to } }];
  });
}
