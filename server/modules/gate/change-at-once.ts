import type { GateEvent } from "@moc/contract/gate/events.ts";
import type { TripCommand, TripView } from "@moc/contract/gate/trip.ts";
import { kindTraits } from "@moc/contract/gate/trip-kind.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import type { Trip } from "@moc/engines/gate/trip.ts";
import { roleAmong } from "../../platform/authorise.ts";
import { changeTrip, mayChange, type Situation, type TripCommandInput } from "./change-trip.ts";
import { type GateParts, rulesNow } from "./parts.ts";
import { rolesFor } from "./policy.ts";
import { queueStates } from "./queue-store.ts";
import { settle, toLog } from "./settle.ts";
import { showNow } from "./show-changed.ts";
import { patchOf } from "./trip-stroke.ts";

/** What a command decides by that looks at nothing but the trip and the rules. */
export type Seen = Pick<Situation, "trip" | "actor" | "caller" | "rules" | "now">;

type Decide = (seen: Seen) => GateEvent[];

/**
 * One command on one trip that is decided by the trip alone and touches no queue: decided by the trip as this process
 * remembers it and stored in one round trip, if it still stands so. Otherwise, and for every refusal, it goes the way of
 * `changeTrip` with the same `decide`, under lock.
 * @throws Refusal those of `changeTrip`
 */
export async function changeAtOnce(
  parts: GateParts,
  actor: Actor | null,
  name: TripCommand,
  input: TripCommandInput,
  decide: Decide,
): Promise<{ trip: TripView }> {
  const changed = actor === null ? undefined : await strike(parts, actor, name, input, decide);
  if (actor === null || changed === undefined) return changeTrip(parts, actor, name, input, decide);
  return { trip: await showNow(parts, actor, changed) };
}

/** The changed trip; undefined when it has to be looked at under lock. */
async function strike(
  parts: GateParts,
  actor: Actor,
  name: TripCommand,
  input: TripCommandInput,
  decide: Decide,
): Promise<Trip | undefined> {
  const known = parts.memory.recall(input.trip);
  if (known === undefined || (input.seen !== undefined && input.seen !== known.trip.version))
    return undefined;
  const at = parts.clock.now();
  const settled = decided(parts, actor, name, known.trip, at, decide);
  const patch = settled && patchOf(known.trip, settled.trip);
  if (settled === undefined || patch === undefined) return undefined;
  const role = roleAmong(actor, rolesFor(name));
  const stored = await parts.strokes({
    command: { name: `gate.${name}`, actor, role, input },
    at,
    events: toLog(settled),
    state: { before: known, patch, after: settled.trip },
  });
  if (stored === undefined) return undefined;
  parts.memory.keep({ trip: settled.trip, writer: stored });
  return settled.trip;
}

/** What the command makes of the remembered trip; undefined when that would be refused, or is more than the trip's own. */
function decided(
  parts: GateParts,
  actor: Actor,
  name: TripCommand,
  trip: Trip,
  at: Date,
  decide: Decide,
): ReturnType<typeof settle> | undefined {
  if (kindTraits[trip.kind].queued && queueStates.has(trip.state)) return undefined;
  try {
    const rules = rulesNow(parts);
    const caller = mayChange(trip, actor, name, rules, at);
    const said = decide({ trip, actor, caller, rules, now: at });
    const settled = settle(trip, said, { at: at.toISOString(), by: actor.id }, undefined);
    return settled.changes.length === 0 ? settled : undefined;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
