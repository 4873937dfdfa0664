import type { TripView } from "@moc/contract/gate/trip.ts";
import { ORPCError } from "@orpc/client";
import type { Agenda } from "./agenda.ts";
import type { Client, Crew } from "./crew.ts";
import { type Desks, makeDesks } from "./desks.ts";
import { type Random, randomOf } from "./random.ts";
import { planNext, type Truck } from "./truck.ts";
import { desksPer100 } from "./volumes.ts";
import type { RouteVolume, ZonePlaces } from "./zone-places.ts";

const orderedWaitMs = 20 * 60_000;

/** What trucks and officers share: places, desks, the agenda and the clock. */
export type Site = {
  crew: Crew;
  /** Zone time in ms. */
  now(): number;
  /** The first moment from this one on at which the route is open. */
  opens(route: string, moment: number): number;
  holdingPlace(route: string, random: Random): string;
  /** Another route whose parks or yards overlap; null: none is known. */
  neighbour(route: string): string | null;
  yardOf(route: string): { key: string; client: Client };
  firmOf(truck: Truck): Client;
  /** Who answers a kind of check, and at which desks. */
  officersOf(check: string): { client: Client; desks: string };
  desks(route: string, kind: string): Desks;
  /** Keys of the grounds that anybody may invoke for an exception. */
  grounds(exception: "priority" | "hold"): string[];
  /** Plans one command in the name of an actor. A refusal is an answer: the truck goes on from the state it has. */
  act(at: number, truck: Truck, send: (command: string) => Promise<{ trip: TripView }>): void;
};

export type SiteParts = {
  crew: Crew;
  places: ZonePlaces;
  agenda: Agenda;
  now: () => number;
  onRefusal: (code: string) => void;
};

export function makeSite({ crew, places, agenda, now, onRefusal }: SiteParts): Site {
  const rows = new Map<string, Desks>();

  const site: Site = {
    crew,
    now,
    opens: places.opens,
    grounds: places.grounds,
    holdingPlace: (route, random) => random.pick(places.holding(route)),
    neighbour: places.neighbour,
    yardOf(route) {
      const key = places.yard(route);
      const client = crew.yards.get(key);
      if (client === undefined) throw new Error(`no simulated people for yard ${key}`);
      return { key, client };
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
      const made = makeDesks(desksWanted(volume, kind), (moment) => places.opens(route, moment));
      rows.set(name, made);
      return made;
    },
    act(at, truck, send) {
      const command = crypto.randomUUID();
      agenda.plan(at, async () => {
        const answer = await tryTwice(
          () => send(command),
          (code) => {
            onRefusal(code);
            // An order stands against it now: the truck waits and tries again.
            if (code.startsWith("order_")) site.act(site.now() + orderedWaitMs, truck, send);
          },
        );
        if (answer !== null && answer.trip.state !== truck.state) planNext(site, truck, answer.trip);
      });
    },
  };
  return site;
}

/** A cut line is tried again with the same command id. @returns null when a rule refused. */
export async function tryTwice<Answer>(
  send: () => Promise<Answer>,
  onRefusal: (code: string) => void,
): Promise<Answer | null> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send();
    } catch (error) {
      if (error instanceof ORPCError && error.status < 500) {
        onRefusal(error.code);
        return null;
      }
      if (attempt === 5) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200 * attempt));
    }
  }
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
