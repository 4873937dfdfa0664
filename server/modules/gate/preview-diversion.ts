import { type DiversionPreview, mostDiverted } from "@moc/contract/gate/divert-queue.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { diverter, partTrucks, type Way } from "./divert-queue.ts";
import { type GateParts, rulesNow } from "./parts.ts";
import { limitEnd } from "./rules.ts";
import { ordersOn } from "./standing-orders.ts";

/**
 * Whom a diversion would send where, the first places first; changes nothing.
 * @throws Refusal `route_not_found`, `divert_same_route`, `rule_missing`
 */
export async function previewDiversion(
  parts: GateParts,
  caller: Actor | null,
  input: Way & { stream?: string | undefined },
): Promise<DiversionPreview> {
  const rules = rulesNow(parts);
  const actor = diverter(rules, caller, input);
  const { route, direction, to, stream } = input;
  const now = parts.clock.now();
  const here = await parts.pictures(rules, route, direction);
  const there = await parts.pictures(rules, to, direction);
  const wanted = here.order.filter((truck) => stream === undefined || truck.stream === stream);
  const trips = await parts.trips(wanted.slice(0, mostDiverted).map((truck) => truck.trip));
  const { go, left } = partTrucks(rules, actor, trips, input, now);
  const order = ordersOn(parts.orders.now(), { route, direction }, now).find(
    ({ action }) => action.kind === "divert" && action.route === to,
  );
  return {
    to,
    trips: go.map((trip) => trip.id),
    perStream: [...Map.groupBy(go, (trip) => trip.stream)].map(([key, of]) => ({
      stream: key,
      count: of.length,
    })),
    left,
    waitingThere: there.order.length,
    arriveBy: limitEnd(rules, "declaration_not_arrived", to, now).toISOString(),
    order: order?.id ?? null,
  };
}
