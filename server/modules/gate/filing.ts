import type { GateEvent } from "@moc/contract/gate/events.ts";
import type { MissingRule } from "@moc/contract/gate/rule.ts";
import { kindTraits } from "@moc/contract/gate/trip-kind.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import type { Trip } from "@moc/engines/gate/trip.ts";
import { checksFor, streamFor } from "@moc/engines/registry/rules.ts";
import type { ZoneRules } from "./parts.ts";
import { ruleMissing } from "./rules.ts";

type Amended = Extract<GateEvent, { kind: "gate.amended" }>["data"];

/** What a filing says in the log, whether it is the first or an amendment. */
export type Filing = Omit<Amended, "changed">;

type Filed = Pick<
  Trip,
  "kind" | "regime" | "route" | "vehicle" | "owner" | "goods" | "origin" | "customsNumbers" | "quarantine"
>;

function refuseMissing(what: MissingRule, route: string): never {
  throw new Refusal("rule_missing", { params: ruleMissing(what, route).params });
}

/**
 * Completes a filing by the dated rules: gate of the route, stream and checks of the goods.
 * @throws Refusal `route_not_found`, `route_closed_to_kind`, `rule_missing`
 */
export function fileOf(rules: ZoneRules, filed: Filed, person: string): Filing {
  const { kind, regime, vehicle, owner, goods, origin, customsNumbers, quarantine } = filed;
  const route = rules.route.find((row) => row.key === filed.route);
  if (route === undefined) throw new Refusal("route_not_found", { field: "declaration.route" });
  if (!route.admits.includes(kind)) {
    throw new Refusal("route_closed_to_kind", { field: "declaration.route", params: { route: route.key } });
  }
  const { direction, queued } = kindTraits[kind];
  const classes = goods.map((line) => line.class);
  const subject = { kind, direction, route: route.key, regime, goods: classes } as const;
  const stream = streamFor(rules.stream, subject);
  // Kinds without a queue on this side: their stream is a name for lists.
  if (stream === null && queued) refuseMissing("stream", route.key);
  // A route without a gate in law (an opening, a market) is its own gate.
  const gate = route.gate ?? route.key;
  const checks = checksFor(rules, { ...subject, gate, vehicle: vehicle.payloadClass });
  // Without a rule nobody would have to pass it; that is no state of the law.
  if (checks.length === 0)
    refuseMissing(rules.check_kind.length === 0 ? "check_kind" : "check_rule", route.key);
  return {
    regime,
    gate,
    route: route.key,
    vehicle,
    person,
    owner,
    goods,
    ...(origin !== undefined && { origin }),
    customsNumbers,
    quarantine,
    stream: stream?.key ?? "unsorted",
    checks,
  };
}
