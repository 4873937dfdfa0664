import type { GateEvent } from "@moc/contract/gate/events.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { changeTrip, type Situation, type TripCommandInput } from "./change-trip.ts";
import { refuseAgainstOrder } from "./cross-in.ts";
import type { GateParts } from "./parts.ts";
import { placeFor } from "./rules.ts";
import { countInYard, slotTaken } from "./trip-store.ts";

type Input = TripCommandInput & { yard: string; slot?: string | undefined };

/** The yard's own people, or the gate centre; a yard does not let trucks into another's. */
function refuseStrangeYard({ rules, trip, actor, caller }: Situation, yard: string): void {
  const serves = placeFor(rules, trip.route, yard, { parks: false });
  if (serves === "unknown") throw new Refusal("place_not_found", { field: "yard" });
  if (serves === "other_route") throw new Refusal("place_serves_other_route", { field: "yard" });
  const operator = rules.yard.find((row) => row.key === yard)?.operator ?? null;
  const own = operator !== null && operator === actor.organisation;
  if (!own && !caller.parties.has("dispatcher")) throw new Refusal("not_allowed", { field: "yard" });
}

/**
 * Room for one truck more; one that stands here already, to be loaded for its way home, takes none. Unknown room does not
 * bound. @throws Refusal `place_not_found`, `place_serves_other_route`, `yard_full`, `slot_taken`, and for a truck that
 * begins its way home here as `refuseAgainstOrder`
 */
export async function yardEntered(
  parts: GateParts,
  entered: Pick<Input, "yard" | "slot">,
  situation: Situation,
): Promise<GateEvent[]> {
  const { yard, slot = null } = entered;
  const { tx, rules, trip, now } = situation;
  refuseStrangeYard(situation, yard);
  if (trip.state === "released") refuseAgainstOrder(parts, trip, now);
  const capacity = rules.yard.find((row) => row.key === yard)?.capacity ?? null;
  if (capacity !== null && (await countInYard(tx, yard, trip.id)) >= capacity) {
    throw new Refusal("yard_full", { field: "yard", params: { yard, capacity: String(capacity) } });
  }
  if (slot !== null && (await slotTaken(tx, yard, slot, trip.id))) {
    throw new Refusal("slot_taken", { field: "slot", params: { slot } });
  }
  return [{ kind: "gate.yard_entered", data: { yard, slot } }];
}

/** The truck stands in a yard. @throws as `yardEntered` */
export function enterYard(parts: GateParts, actor: Actor | null, input: Input) {
  return changeTrip(parts, actor, "enter_yard", input, (situation) => yardEntered(parts, input, situation));
}
