import type { GateEvent } from "@moc/contract/gate/events.ts";
import { kindTraits } from "@moc/contract/gate/trip-kind.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { changeAtOnce, type Seen } from "./change-at-once.ts";
import type { TripCommandInput } from "./change-trip.ts";
import { homeBy } from "./home-by.ts";
import type { GateParts } from "./parts.ts";

/** For a Vietnamese truck the clock of its return starts; a Chinese one is home. */
export function crossedOut({ rules, trip, now }: Seen): GateEvent[] {
  if (kindTraits[trip.kind].country === "CN") return [{ kind: "gate.crossed_out", data: {} }];
  const returnBy = homeBy(rules, trip, now);
  return [{ kind: "gate.crossed_out", data: { returnBy } }];
}

/** The truck has passed Km0 outward. */
export function crossOut(parts: GateParts, actor: Actor | null, input: TripCommandInput) {
  return changeAtOnce(parts, actor, "cross_out", input, crossedOut);
}
