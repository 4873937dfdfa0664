import type { GoodsLine, QuarantinePaper } from "@moc/contract/gate/goods.ts";
import { homewardKind, kindFaults } from "@moc/contract/gate/trip-kind.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import type { Trip } from "@moc/engines/gate/trip.ts";
import { changeTrip, type TripCommandInput } from "./change-trip.ts";
import { fileOf } from "./filing.ts";
import type { GateParts, ZoneRules } from "./parts.ts";
import { refuseNames, textsOf } from "./refuse-names.ts";

type Input = TripCommandInput & {
  goods: GoodsLine[];
  customsNumbers: string[];
  quarantine: QuarantinePaper[];
};

/** A truck that stands here already does not come in once more: whoever checks on entry has seen it. */
function checksAhead(checks: string[], { inAt }: Trip, { check_kind: kinds }: ZoneRules): string[] {
  if (inAt === null) return checks;
  return checks.filter((key) => kinds.find((kind) => kind.key === key)?.moment !== "entry");
}

/**
 * An export that is abroad says what it brings back, a Chinese truck that has handed its goods over what it takes home.
 * The checks are those of the kind as which it goes on; until that leg begins it may say so anew. @throws Refusal `new_vehicle_own_kind`, `text_names_person`, `route_closed_to_kind`, `rule_missing`
 */
export function declareReturn(parts: GateParts, actor: Actor | null, input: Input) {
  const { goods, customsNumbers, quarantine } = input;
  return changeTrip(parts, actor, "declare_return", input, async ({ tx, trip, rules }) => {
    const filed = { ...trip, kind: homewardKind(trip.kind), goods, customsNumbers, quarantine };
    const fault = kindFaults(filed).find(({ field }) => field.startsWith("goods"));
    if (fault !== undefined) throw new Refusal(fault.code, { field: fault.field });
    await refuseNames(parts, tx, trip, textsOf(filed));
    const checks = checksAhead(fileOf(rules, filed, trip.person).checks, trip, rules);
    return [{ kind: "gate.return_declared", data: { goods, customsNumbers, quarantine, checks } }];
  });
}
