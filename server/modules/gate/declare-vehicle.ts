import type { Declaration } from "@moc/contract/gate/declaration.ts";
import type { TripView } from "@moc/contract/gate/trip.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { authorise, roleAmong } from "../../platform/authorise.ts";
import { civilDay } from "../../platform/time/clock.ts";
import { filerOf, refuseUnmandated } from "./behalf.ts";
import { useUpDraft } from "./drop-draft.ts";
import { duties } from "./duties.ts";
import { fileDeclaration } from "./file-declaration.ts";
import { type GateParts, rulesNow } from "./parts.ts";
import { gatePolicy, rowOf } from "./policy.ts";
import { showChanged } from "./show-changed.ts";

/**
 * Declares a truck once, for every force.
 * @throws Refusal `route_not_found`, `route_closed_to_kind`, `plate_on_open_trip`, `vin_on_open_trip`, `text_names_person`,
 * `no_mandate`, `order_stops`, `order_diverts`
 */
export async function declareVehicle(
  parts: GateParts,
  caller: Actor | null,
  input: {
    command: string;
    declaration: Declaration;
    firm?: string | undefined;
    draft?: string | undefined;
    slot?: string | undefined;
  },
): Promise<{ trip: TripView }> {
  const rules = rulesNow(parts);
  const { declaration, firm, slot } = input;
  // No trip yet: a yard may file where it serves.
  const row = rowOf({ id: "", declarant: "", gate: "", route: declaration.route }, rules);
  const actor = authorise(gatePolicy, "declare", caller, row);
  const filer = filerOf(actor, rules, firm);
  const role = roleAmong(actor, duties.declare);
  const { trip } = await parts.once({ name: "gate.declare", actor, role, input }, async (work) => {
    await refuseUnmandated(work.tx, filer, civilDay(work.now(), parts.clock.timeZone));
    const filed = await fileDeclaration(parts, work, rules, { declaration, filer, slot });
    const { draft } = input;
    const used = { route: declaration.route, at: work.now() };
    if (draft !== undefined) await useUpDraft(parts, work.tx, actor, { draft, ...used });
    return { trip: filed };
  });
  return showChanged(parts, actor, trip);
}
