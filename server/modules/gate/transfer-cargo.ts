import type { Plate } from "@moc/contract/gate/vehicle.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { directionNow } from "@moc/engines/gate/leg.ts";
import { changeTrip, type TripCommandInput } from "./change-trip.ts";
import { pairing } from "./pair-transfer.ts";
import type { GateParts } from "./parts.ts";

/**
 * The goods have changed over between the Chinese truck of the trip and a Vietnamese one (sang tải): an import to it, an
 * export from it. Without a pair made beforehand the Vietnamese plate is named here, and both are recorded together.
 * @throws Refusal `transfer_not_paired`, `transfer_paired_otherwise`, `transfer_needs_vn_plate`, `transfer_plate_taken`
 */
export function transferCargo(
  parts: GateParts,
  actor: Actor | null,
  input: TripCommandInput & { partner?: Plate | undefined },
) {
  const { partner } = input;
  return changeTrip(parts, actor, "transfer_cargo", input, async (situation) => {
    const { transfer } = situation.trip;
    if (transfer !== null) {
      const { id, from, to } = transfer;
      const paired = directionNow(situation.trip) === "import" ? to : from;
      if (partner !== undefined && (partner.country !== "VN" || partner.number !== paired.number)) {
        const params = { plate: paired.number };
        throw new Refusal("transfer_paired_otherwise", { field: "partner.number", params });
      }
      return [{ kind: "gate.cargo_transferred", data: { from, to, transfer: id } }];
    }
    if (partner === undefined) throw new Refusal("transfer_not_paired", { field: "partner" });
    const pair = await pairing(situation, { partner });
    if (pair.kind !== "gate.transfer_paired") throw new Error("a pairing says something else");
    const { from, to, transfer: id } = pair.data;
    return [pair, { kind: "gate.cargo_transferred", data: { from, to, transfer: id } }];
  });
}
