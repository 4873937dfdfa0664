import type { TripView } from "@moc/contract/gate/trip.ts";
import type { Plate } from "@moc/contract/gate/vehicle.ts";
import { type Act, makeAct } from "./act.ts";
import type { Agenda } from "./agenda.ts";
import { type Border, watchBorder } from "./border.ts";
import type { Client, Crew } from "./crew.ts";
import { type Desks, makeDesks } from "./desks.ts";
import type { Outage } from "./line.ts";
import type { Mandate } from "./mandates.ts";
import { randomOf } from "./random.ts";
import type { Tally } from "./tally.ts";
import type { Truck } from "./truck.ts";
import { desksPer100 } from "./volumes.ts";
import { openYardBook, type YardBook } from "./yard-book.ts";
import type { RouteVolume, ZonePlaces } from "./zone-places.ts";

/** What trucks and officers share: places, desks, the agenda, the clock, and what is known of the border. */
export type Site = {
  crew: Crew;
  places: ZonePlaces;
  border: Border;
  tally: Tally;
  /** Every truck of the field, by its trip. */
  trucks: Map<string, Truck>;
  /** The times in which a route's line is down, today and tomorrow. */
  outages: Outage[];
  /** Agents that may declare for a firm, by its key. */
  mandates: Map<string, Mandate>;
  /** Zone time in ms. */
  now(): number;
  /** The yard of a route: who lets trucks in and who confirms a transfer there. Where no firm runs it, the forces do. */
  yardOf(route: string): { key: string; lets: Client; confirms: Client; book: YardBook };
  firmOf(truck: Truck): Client;
  /** Who answers a kind of check, and at which desks. */
  officersOf(check: string): { client: Client; desks: string };
  desks(route: string, kind: string): Desks;
  /** A plate that no truck of the field has borne: two trucks never share one. */
  fresh(plate: Plate, draw: () => Plate): Plate;
  /** The trip as the gate centre sees it now. */
  read(truck: Truck): Promise<TripView>;
  /** Plans one command in the name of an actor. */
  act: Act;
};

type SiteParts = { crew: Crew; places: ZonePlaces; agenda: Agenda; now: () => number; tally: Tally };

export function makeSite({ crew, places, agenda, now, tally }: SiteParts): Site {
  const rows = new Map<string, Desks>();
  const books = new Map<string, YardBook>();
  const borne = new Set<string>();
  const border = watchBorder(crew, { ...places, now });

  const site: Site = {
    crew,
    places,
    border,
    tally,
    trucks: new Map(),
    outages: [],
    mandates: new Map(),
    now,
    yardOf(route) {
      const key = places.yard(route);
      const own = crew.yards.get(key);
      const book = books.get(key) ?? openYardBook(places.yardCapacity(key));
      books.set(key, book);
      return { key, lets: own ?? crew.dispatcher, confirms: own ?? crew.customs, book };
    },
    firmOf: (truck) => crew.firms[firmIndex(truck.seed, crew.firms.length)] ?? crew.dispatcher,
    officersOf(check) {
      const force = places.checkForces.get(check);
      const client = force === undefined ? undefined : crew.forces.get(force);
      if (force === undefined || client === undefined)
        throw new Error(`no simulated officers for the check ${check}`);
      return { client, desks: force };
    },
    desks(route, kind) {
      const name = `${route}:${kind}`;
      const known = rows.get(name);
      if (known !== undefined) return known;
      const volume = places.volumes.find((one) => one.route === route);
      const made = makeDesks(desksWanted(volume, kind), (moment) => border.opens(route, moment));
      rows.set(name, made);
      return made;
    },
    fresh(plate, draw) {
      let free = plate;
      while (borne.has(free.number)) free = draw();
      borne.add(free.number);
      return free;
    },
    read: async (truck) => (await crew.dispatcher.gate.readTrip({ trip: truck.id })).trip,
    act: (at, truck, send, when) => act(at, truck, send, when),
  };
  const act = makeAct(site, agenda);
  return site;
}

/** The firm that files: drawn from the truck's seed, so that it is the same after a restart. */
export function firmIndex(seed: string, firms: number): number {
  return randomOf(`${seed}:firm`).between(0, firms - 1);
}

function desksWanted(volume: RouteVolume | undefined, kind: string): number {
  const hundreds = ((volume?.out ?? 50) + (volume?.in ?? 50)) / 100;
  const per: Record<string, number> = desksPer100;
  return Math.ceil(hundreds * (per[kind] ?? 1));
}
