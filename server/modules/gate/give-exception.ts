import type { GateEvent } from "@moc/contract/gate/events.ts";
import type { TripCommand } from "@moc/contract/gate/trip.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import type { ExceptionKind } from "@moc/contract/values/exception.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { changeTrip, type TripCommandInput } from "./change-trip.ts";
import type { GateParts, ZoneRules } from "./parts.ts";

type Input = TripCommandInput & { ground: string };

const said = {
  priority: { command: "give_priority", event: "gate.prioritised" },
  hold: { command: "hold_back", event: "gate.held_back" },
  return: { command: "send_back", event: "gate.sent_back" },
} as const satisfies Record<ExceptionKind, { command: TripCommand; event: GateEvent["kind"] }>;

/** The order is departed from on a ground that the pack publishes, by an organisation that may invoke it. */
function refuseGround(rules: ZoneRules, exception: ExceptionKind, key: string, actor: Actor): void {
  const row = rules.exception_ground.find((one) => one.key === key && one.exception === exception);
  if (row === undefined) throw new Refusal("ground_not_found", { field: "ground" });
  const { organisation } = actor;
  const theirs =
    row.organisations === null || (organisation !== null && row.organisations.includes(organisation));
  if (!theirs) throw new Refusal("ground_not_yours", { field: "ground" });
}

/**
 * Lets a truck go before its stream, holds it back or sends it back from the gate; public at once. Nobody states a
 * position: the place follows from the exception by the rule of the queue.
 * @throws Refusal `ground_not_found`, `ground_not_yours`, and those of the table
 */
export function giveException(parts: GateParts, actor: Actor | null, exception: ExceptionKind, input: Input) {
  const { command, event } = said[exception];
  const { ground } = input;
  return changeTrip(parts, actor, command, input, ({ rules, actor: by }) => {
    refuseGround(rules, exception, ground, by);
    return [{ kind: event, data: { ground, organisation: by.organisation } }];
  });
}
