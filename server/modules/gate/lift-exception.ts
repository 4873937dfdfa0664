import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { changeTrip, type TripCommandInput } from "./change-trip.ts";
import type { GateParts } from "./parts.ts";

/**
 * Ends a priority or a hold; public like its beginning. Only the organisation that gave it ends it: no force undoes what
 * another has decided. @throws Refusal `no_exception`, `exception_of_other`
 */
export function liftException(
  parts: GateParts,
  actor: Actor | null,
  input: TripCommandInput & { exception: "priority" | "hold" },
) {
  const { exception } = input;
  return changeTrip(parts, actor, "lift_exception", input, ({ trip, actor: by }) => {
    const given = exception === "priority" ? trip.priority : trip.heldBack;
    if (given === null) throw new Refusal("no_exception", { field: "exception" });
    const { organisation } = given;
    if (organisation !== by.organisation) throw new Refusal("exception_of_other", { field: "exception" });
    return [{ kind: "gate.exception_lifted", data: { exception, organisation } }];
  });
}
