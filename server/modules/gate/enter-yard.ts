import type { GateEvent } from "@moc/contract/gate/events.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { changeTrip, type Situation, type TripCommandInput } from "./change-trip.ts";
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
 * Room for one truck more. Unknown room does not bound.
 * @throws Refusal `place_not_found`, `place_serves_other_route`, `yard_full`, `slot_taken`
 */
export async function yardEntered(
  entered: Pick<Input, "yard" | "slot">,
  situation: Situation,
): Promise<GateEvent[]> {
  const { yard, slot = null } = entered;
  const { tx, rules } = situation;
  refuseStrangeYard(situation, yard);
  const capacity = rules.yard.find((row) => row.key === yard)?.capacity ?? null;
  if (capacity !== null && (await countInYard(tx, yard)) >= capacity) {
    throw new Refusal("yard_full", { field: "yard", params: { yard, capacity: String(capacity) } });
  }
  if (slot !== null && (await slotTaken(tx, yard, slot))) {
    throw new Refusal("slot_taken", { field: "slot", params: { slot } });
  }
  return [{ kind: "gate.yard_entered", data: { yard, slot } }];
}

/** The truck stands in a yard. @throws as `yardEntered` */
export function enterYard(parts: GateParts, actor: Actor | null, input: Input) {
  return changeTrip(parts, actor, "enter_yard", input, (situation) => yardEntered(input, situation));
}
