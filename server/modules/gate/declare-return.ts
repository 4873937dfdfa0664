import type { GoodsLine, QuarantinePaper } from "@moc/contract/gate/goods.ts";
import { kindFaults } from "@moc/contract/gate/trip-kind.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { changeTrip, type TripCommandInput } from "./change-trip.ts";
import { fileOf } from "./filing.ts";
import type { GateParts } from "./parts.ts";
import { refuseNames, textsOf } from "./refuse-names.ts";

type Input = TripCommandInput & {
  goods: GoodsLine[];
  customsNumbers: string[];
  quarantine: QuarantinePaper[];
};

/**
 * An export that is abroad says what it brings back; its checks are those of an import by VN truck. Until it has crossed
 * in it may say so anew. @throws Refusal `new_vehicle_own_kind`, `text_names_person`, `route_closed_to_kind`, `rule_missing`
 */
export function declareReturn(parts: GateParts, actor: Actor | null, input: Input) {
  const { goods, customsNumbers, quarantine } = input;
  return changeTrip(parts, actor, "declare_return", input, async ({ tx, trip, rules }) => {
    const filed = { ...trip, kind: "import_vn" as const, goods, customsNumbers, quarantine };
    const fault = kindFaults(filed).find(({ field }) => field.startsWith("goods"));
    if (fault !== undefined) throw new Refusal(fault.code, { field: fault.field });
    await refuseNames(parts, tx, trip, textsOf(filed));
    const { checks } = fileOf(rules, filed, trip.person);
    return [{ kind: "gate.return_declared", data: { goods, customsNumbers, quarantine, checks } }];
  });
}
