import { randomBytes, randomInt, randomUUID } from "node:crypto";
import type { Declaration } from "@moc/contract/gate/declaration.ts";
import type { GateEvent } from "@moc/contract/gate/events.ts";
import type { TripView } from "@moc/contract/gate/trip.ts";
import { kindTraits } from "@moc/contract/gate/trip-kind.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { fold } from "@moc/engines/gate/fold.ts";
import { authorise, roleAmong } from "../../platform/authorise.ts";
import { setTimer } from "../../platform/time/timers.ts";
import { refuseSteered } from "./declare-steered.ts";
import { useUpDraft } from "./drop-draft.ts";
import { type Filing, fileOf } from "./filing.ts";
import { keepOwner } from "./owner.ts";
import type { ZoneRules } from "./parts.ts";
import { type GateParts, rulesNow } from "./parts.ts";
import { gatePolicy, noTrip } from "./policy.ts";
import { ensureQueue } from "./queue-store.ts";
import { refuseNames, textsOf } from "./refuse-names.ts";
import { refuseTwin } from "./refuse-twin.ts";
import { limitEnd } from "./rules.ts";
import { showChanged } from "./show-changed.ts";
import { notArrivedTimer } from "./timer-kinds.ts";
import { saveTrips } from "./trip-store.ts";

// No letter that is mistaken for a digit when it is read out over the phone.
const letters = "ACDEFGHJKLMNPQRTUVWXY3479";

/** A declaration code to read out and type, `7F3K-0841`. Chance makes it; the table keeps it single. */
function newCode(): string {
  const head = [...randomBytes(4)].map((byte) => letters[byte % letters.length]).join("");
  return `${head}-${String(randomInt(10_000)).padStart(4, "0")}`;
}

function declaredEvent(
  filing: Filing,
  declaration: Declaration,
  declarant: string,
  rules: ZoneRules,
  at: Date,
): Extract<GateEvent, { kind: "gate.declared" }> {
  const expiresAt = limitEnd(rules, "declaration_not_arrived", declaration.route, at).toISOString();
  const { kind } = declaration;
  const { direction } = kindTraits[kind];
  return {
    kind: "gate.declared",
    data: { ...filing, kind, code: newCode(), declarant, direction, expiresAt },
  };
}

const nobody = { organisation: null, person: null };

/**
 * Declares a truck once, for every force.
 * @throws Refusal `route_not_found`, `route_closed_to_kind`, `plate_on_open_trip`, `vin_on_open_trip`, `text_names_person`,
 * `order_stops`, `order_diverts`
 */
export async function declareVehicle(
  parts: GateParts,
  caller: Actor | null,
  input: { command: string; declaration: Declaration; draft?: string | undefined },
): Promise<{ trip: TripView }> {
  const actor = authorise(gatePolicy, "declare", caller, noTrip);
  const rules = rulesNow(parts);
  const { declaration } = input;
  const role = roleAmong(actor, ["firm", "customs_agent", "dispatcher"]);
  const { trip } = await parts.once({ name: "gate.declare", actor, role, input }, async (work) => {
    const { tx, now, emit } = work;
    const { driver, note, vehicle } = declaration;
    // Refused before anybody's data is kept.
    const wanted = fileOf(rules, { ...declaration, owner: nobody }, "");
    await refuseTwin(tx, vehicle, null);
    const person = await parts.identity.savePerson(tx, "driver", {
      ...driver,
      ...(note !== undefined && { note }),
    });
    const owner = await keepOwner(parts, tx, rules, declaration.owner);
    await refuseNames(parts, tx, { person, owner }, textsOf(declaration));
    if (kindTraits[declaration.kind].queued) await ensureQueue(tx, declaration.route, "export");
    const at = now();
    // authorise has seen that there is an organisation
    const event = declaredEvent(
      { ...wanted, person, owner },
      declaration,
      actor.organisation ?? "",
      rules,
      at,
    );
    const { simulated } = actor;
    const id = randomUUID();
    const opened = fold(null, { trip: id, event, at: at.toISOString(), by: actor.id, simulated });
    refuseSteered(parts, opened, at);
    await saveTrips(tx, [opened]);
    await setTimer(tx, notArrivedTimer, id, new Date(opened.expiresAt));
    const { draft } = input;
    if (draft !== undefined) await useUpDraft(parts, tx, actor, { draft, route: declaration.route, at });
    emit({ ...event, subject: id, occurredAt: at });
    return { trip: id };
  });
  return showChanged(parts, actor, trip);
}
