import type { Vehicle } from "@moc/contract/gate/vehicle.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import type { Tx } from "../../platform/database/handle.ts";
import { findOpenTwin } from "./trip-store.ts";

/** One plate and one VIN stand on one open trip. @throws Refusal `plate_on_open_trip`, `vin_on_open_trip` */
export async function refuseTwin(tx: Tx, vehicle: Vehicle, but: string | null): Promise<void> {
  const { plate, vin = null } = vehicle;
  const twin = await findOpenTwin(tx, { plate: plate.number, vin }, but);
  if (twin === "plate") {
    throw new Refusal("plate_on_open_trip", {
      field: "declaration.vehicle.plate",
      params: { plate: plate.number },
    });
  }
  if (twin === "vin") {
    throw new Refusal("vin_on_open_trip", { field: "declaration.vehicle.vin", params: { vin: vin ?? "" } });
  }
}
