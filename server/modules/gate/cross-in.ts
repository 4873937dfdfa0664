import { kindTraits } from "@moc/contract/gate/trip-kind.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { changeTrip, type TripCommandInput } from "./change-trip.ts";
import { homeByIfRuled } from "./home-by.ts";
import type { GateParts } from "./parts.ts";

/** A truck has passed Km0 inward. For a Chinese one the clock of its way home starts; a new vehicle stays. */
export function crossIn(parts: GateParts, actor: Actor | null, input: TripCommandInput) {
  return changeTrip(parts, actor, "cross_in", input, ({ rules, trip, now }) => {
    const { country, isGoods } = kindTraits[trip.kind];
    const returnBy = country === "CN" && !isGoods ? homeByIfRuled(rules, trip, now) : undefined;
    return [{ kind: "gate.crossed_in", data: returnBy === undefined ? {} : { returnBy } }];
  });
}
