import type { Role } from "@moc/contract/values/actor.ts";
import { Temporal } from "temporal-polyfill";
import type { Client } from "./crew.ts";

/** Vehicles of a route on an ordinary January day. */
export type RouteVolume = { route: string; out: number; in: number };

/** The places of the zone as the field uses them, read once from the registry. */
export type ZonePlaces = {
  /** Organisations that file, and who runs each yard. */
  firms: string[];
  organisationOf(role: Role): string | null;
  /** Kind of check → the force that answers it. */
  checkForces: ReadonlyMap<string, Zone["check_kind"][number]["force"]>;
  yards: Map<string, string | null>;
  routes: string[];
  volumes: RouteVolume[];
  yard(route: string): string;
  holding(route: string): string[];
  neighbour(route: string): string | null;
  opens(route: string, moment: number): number;
  grounds(exception: "priority" | "hold"): string[];
};

type Band = { from: number; to: number };
type Zone = Awaited<ReturnType<Client["registry"]["readZone"]>>;
type RouteDays = Awaited<ReturnType<Client["registry"]["readRouteDays"]>>;

/** Reads places and, for a span of days, the opening calendars. Routes whose hours are unknown are taken as open by day. */
export async function readPlaces(client: Client, firstDay: string, timeZone: string): Promise<ZonePlaces> {
  const zone = await client.registry.readZone({});
  const routes = zone.route
    .filter((route) => route.cargo === "active" && route.admits.length > 0)
    .map((route) => route.key);
  const lastDay = Temporal.PlainDate.from(firstDay).add({ days: 30 }).toString();
  const calendars = new Map<string, Band[]>();
  for (const route of routes) {
    const { days } = await client.registry.readRouteDays({ route, from: firstDay, to: lastDay });
    calendars.set(route, bandsOf(days, timeZone));
  }
  return {
    firms: zone.organisation.filter((one) => one.type === "firm").map((one) => one.key),
    checkForces: new Map(zone.check_kind.map((kind) => [kind.key, kind.force])),
    organisationOf: (role) => zone.seat.find((seat) => seat.role === role)?.organisation ?? null,
    yards: new Map(zone.yard.map((yard) => [yard.key, yard.operator])),
    routes,
    volumes: routes.map((route) => volumeOf(zone, route)),
    yard: (route) => yardOf(zone, route),
    holding: (route) => holdingOf(zone, route),
    neighbour: (route) => neighbourOf(zone, routes, route),
    grounds: (exception) =>
      zone.exception_ground
        .filter((row) => row.exception === exception && row.organisations === null)
        .map((row) => row.key),
    opens: (route, moment) => firstOpen(calendars.get(route) ?? [], moment),
  };
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

function holdingOf(zone: Zone, route: string): string[] {
  const parks = zone.park.filter((one) => one.routes.includes(route)).map((one) => one.key);
  return parks.length > 0 ? parks : [yardOf(zone, route)];
}

function neighbourOf(zone: Zone, routes: readonly string[], route: string): string | null {
  const shared = [...zone.park, ...zone.yard].filter((place) => place.routes.includes(route));
  return (
    routes.find((other) => other !== route && shared.some((place) => place.routes.includes(other))) ?? null
  );
}

function bandsOf(days: RouteDays["days"], timeZone: string): Band[] {
  return days.flatMap(({ day, bands }) =>
    (bands ?? [{ from: "07:00", to: "18:00" }]).map((band) => ({
      from: momentOf(day, band.from, timeZone),
      to: momentOf(day, band.to, timeZone),
    })),
  );
}

function momentOf(day: string, clock: string, timeZone: string): number {
  const [hour = 0, minute = 0] = clock.split(":").map(Number);
  const start = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone });
  return start.add({ hours: hour, minutes: minute }).epochMilliseconds;
}

/** Past the last known day nothing is known to open; the field then waits for it to be read anew. */
export function firstOpen(bands: readonly Band[], moment: number): number {
  const band = bands.find((one) => moment < one.to);
  return band === undefined ? moment + 24 * 3_600_000 : Math.max(moment, band.from);
}
