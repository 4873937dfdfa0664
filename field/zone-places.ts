import type { TripKind } from "@moc/contract/gate/declaration.ts";
import type { Role } from "@moc/contract/values/actor.ts";
import type { Client } from "./crew.ts";

/** Vehicles of a route on an ordinary January day. */
export type RouteVolume = { route: string; out: number; in: number };

/** The places of the zone as the field uses them, read once from the registry. */
export type ZonePlaces = {
  timeZone: string;
  /** Organisations that file, and who runs each yard. */
  firms: string[];
  /** Customs agents that may file for them. */
  agents: string[];
  organisationOf(role: Role): string | null;
  /** What people call an organisation or a yard. */
  nameOf(key: string): string;
  /** Kind of check → the force that answers it. */
  checkForces: ReadonlyMap<string, Zone["check_kind"][number]["force"]>;
  yards: Map<string, string | null>;
  routes: string[];
  /** Routes that are counted in wagons. */
  railways: string[];
  volumes: RouteVolume[];
  admits(route: string, kind: TripKind): boolean;
  yard(route: string): string;
  /** Vehicles; null: unknown. */
  yardCapacity(yard: string): number | null;
  holding(route: string): string[];
  /** The parks among the places where trucks wait. */
  parks(route: string): string[];
  /** Another route whose parks or yards overlap and which takes such a trip; null: none is known. */
  neighbour(route: string, kind: TripKind): string | null;
  /** Keys of the grounds that anybody may invoke for an exception. */
  grounds(exception: "priority" | "hold"): string[];
  /** How a driver of an export queue may postpone; null: not at all. */
  postponement(route: string): { times: number; minutes: number } | null;
  /** How long a declaration stands before the truck has to have come; the shortest of the zone's limits. */
  declaredForMinutes: number;
  /** Trucks of one firm in one window of a stream's slots. */
  slotsPerFirm(route: string, stream: string): number;
};

type Zone = Awaited<ReturnType<Client["registry"]["readZone"]>>;

/** Reads places and the rules that people know by heart. */
export async function readPlaces(client: Client, timeZone: string): Promise<ZonePlaces> {
  const zone = await client.registry.readZone({});
  const active = zone.route.filter((route) => route.cargo === "active" && route.admits.length > 0);
  const routes = active.map((route) => route.key);
  const admits = (key: string, kind: TripKind) =>
    active.some((route) => route.key === key && route.admits.includes(kind));
  return {
    timeZone,
    firms: zone.organisation.filter((one) => one.type === "firm").map((one) => one.key),
    agents: zone.organisation.filter((one) => one.type === "customs_agent").map((one) => one.key),
    checkForces: new Map(zone.check_kind.map((kind) => [kind.key, kind.force])),
    nameOf: (key) => {
      const place = zone.yard.find((yard) => yard.key === key)?.shortName;
      const organisation = zone.organisation.find((one) => one.key === key);
      return (place ?? organisation?.shortName ?? organisation?.name)?.vi ?? key;
    },
    organisationOf: (role) => zone.seat.find((seat) => seat.role === role)?.organisation ?? null,
    yards: new Map(zone.yard.map((yard) => [yard.key, yard.operator])),
    routes,
    railways: zone.route.filter((route) => route.type === "rail").map((route) => route.key),
    volumes: routes.map((route) => volumeOf(zone, route)),
    admits,
    yard: (route) => yardOf(zone, route),
    yardCapacity: (key) => zone.yard.find((yard) => yard.key === key)?.capacity ?? null,
    holding: (route) => {
      const parks = parksOf(zone, route);
      return parks.length > 0 ? parks : [yardOf(zone, route)];
    },
    parks: (route) => parksOf(zone, route),
    neighbour: (route, kind) => neighboursOf(zone, routes, route).find((one) => admits(one, kind)) ?? null,
    grounds: (exception) =>
      zone.exception_ground
        .filter((row) => row.exception === exception && row.organisations === null)
        .map((row) => row.key),
    postponement: (route) => ruleFor(zone.postponement_rule, route),
    declaredForMinutes: Math.min(
      ...zone.time_limit.filter((row) => row.limit === "declaration_not_arrived").map((row) => row.minutes),
    ),
    slotsPerFirm: (route, stream) =>
      ruleFor(
        zone.slot_rule.filter((rule) => rule.stream === stream),
        route,
      )?.perDeclarant ?? 0,
  };
}

/** The rule of a route for exports: its own before one for all. */
function ruleFor<Rule extends { routes: string[] | null; direction: string }>(
  rules: readonly Rule[],
  route: string,
): Rule | null {
  const exports = rules.filter((rule) => rule.direction === "export");
  return (
    exports.find((rule) => rule.routes?.includes(route)) ??
    exports.find((rule) => rule.routes === null) ??
    null
  );
}

/** A route without a figure stays empty. */
function volumeOf(zone: Zone, route: string): RouteVolume {
  const perDay = (measure: string) =>
    zone.capacity.find((row) => row.place === route && row.measure === measure)?.low ?? 0;
  return { route, out: perDay("exports_per_day"), in: perDay("imports_per_day") };
}

function yardOf(zone: Zone, route: string): string {
  const yard = zone.yard.find((one) => one.routes.includes(route));
  if (yard === undefined) throw new Error(`the registry has no yard for route ${route}`);
  return yard.key;
}

function parksOf(zone: Zone, route: string): string[] {
  return zone.park.filter((one) => one.routes.includes(route)).map((one) => one.key);
}

function neighboursOf(zone: Zone, routes: readonly string[], route: string): string[] {
  const shared = [...zone.park, ...zone.yard].filter((place) => place.routes.includes(route));
  return routes.filter((other) => other !== route && shared.some((place) => place.routes.includes(other)));
}
