import type { registryContract } from "@moc/contract/registry/routes.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { dayOf, isoOf } from "@moc/engines/calendar/civil-day.ts";
import { type OpeningFacts, routeDay, routeOpenness } from "@moc/engines/registry/opening.ts";
import type { InferContractRouterInputs, InferContractRouterOutputs } from "@orpc/contract";
import { authorise } from "../../platform/authorise.ts";
import { dayBounds } from "../../platform/time/clock.ts";
import type { Facts } from "./facts.ts";
import { registryPolicy } from "./policy.ts";
import { dayAskedFor, factsAskedFor } from "./read-zone.ts";
import type { RegistryParts } from "./registry-parts.ts";

type Inputs = InferContractRouterInputs<typeof registryContract>;
type Outputs = InferContractRouterOutputs<typeof registryContract>;

const longest = 62; // days: two months, what one screen shows

/**
 * The opening calendar of a route, day by day, and its state now (as of a day: at the end of it).
 * @throws Refusal `route_unknown`, `dates_reversed`, `stretch_too_long`.
 */
export async function readRouteDays(
  parts: RegistryParts,
  caller: Actor | null,
  input: Inputs["readRouteDays"],
): Promise<Outputs["readRouteDays"]> {
  authorise(registryPolicy, "read", caller, null);
  const { clock } = parts.platform;
  const [first, last] = [dayOf(input.from), dayOf(input.to)];
  if (last < first) throw new Refusal("dates_reversed", { field: "to" });
  if (last - first >= longest)
    throw new Refusal("stretch_too_long", { field: "to", params: { days: String(longest) } });
  const facts = openingFactsOf(await factsAskedFor(parts, input), parts.offset);
  const end = dayBounds(dayAskedFor(parts, input), clock.timeZone).to.getTime() - 1;
  const now = routeOpenness(facts, input.route, input.asOf === undefined ? clock.now().getTime() : end);
  if (now === null) throw new Refusal("route_unknown", { params: { route: input.route } });
  const days = Array.from({ length: last - first + 1 }, (_, index) => isoOf(first + index));
  return { now, days: days.map((day) => routeDay(facts, input.route, day)) };
}

/** @param offset the zone's clock ahead of UTC, ms. */
export function openingFactsOf({ all }: Facts, offset: number): OpeningFacts {
  return { routes: all.route, openings: all.opening, exceptions: all.opening_exception, offset };
}
