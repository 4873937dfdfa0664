import type { Actor } from "@moc/contract/values/actor.ts";
import { changeAtOnce } from "./change-at-once.ts";
import type { TripCommandInput } from "./change-trip.ts";
import type { GateParts } from "./parts.ts";

/** Lets the truck pass. The fee step is not installed yet: it does not block, and the release says so. */
export function release(parts: GateParts, actor: Actor | null, input: TripCommandInput) {
  return changeAtOnce(parts, actor, "release", input, () => [
    { kind: "gate.released", data: { feeStep: "not_installed" } },
  ]);
}
