import type { Role } from "@moc/contract/values/actor.ts";
import type { Crew } from "@moc/field/crew.ts";
import { type Field, openField } from "@moc/field/play.ts";
import { readPlaces, type ZonePlaces } from "@moc/field/zone-places.ts";
import { actor, type Client, type World } from "./open-world.ts";

const minute = 60_000; // ms

/** The simulated actors of a zone in this process: the same API, without the wire. */
async function hireHere(world: World): Promise<{ crew: Crew; places: ZonePlaces }> {
  const as = (role: Role, organisation: string | null): Client =>
    world.as(actor(role, organisation, { kind: "token", simulated: true }));
  const device = (scope: string): Client =>
    world.as(actor("dispatcher", null, { kind: "token", simulated: true, roles: [], scopes: [scope] }));
  const places = await readPlaces(as("dispatcher", null), world.zone.platform.clock.timeZone);
  const force = (role: Role) => as(role, places.organisationOf(role));
  const crew: Crew = {
    clock: device("demo:clock"),
    dispatcher: force("dispatcher"),
    guard: force("border_guard"),
    customs: force("customs"),
    forces: new Map([...places.checkForces.values()].map((role) => [role, force(role)])),
    barrier: device("arrival_signal:barrier"),
    position: device("arrival_signal:position"),
    firms: places.firms.map((firm) => as("firm", firm)),
    agents: new Map(places.agents.map((agent) => [agent, as("customs_agent", agent)])),
    driverOf: async (link) => {
      const secret = new URL(link).pathname.split("/").at(-1) ?? "";
      return world.as(await world.zone.identity.actorOfLink(secret));
    },
    yards: new Map(
      [...places.yards].flatMap(([yard, operator]) =>
        operator === null ? [] : [[yard, as("yard_operator", operator)]],
      ),
    ),
  };
  return { crew, places };
}

export type PlayedField = Field & {
  /** Plays on, a minute of zone time at a time, timers included. */
  play(minutes: number): Promise<void>;
};

/** Opens the field of a zone at its present moment, with as many trucks a day as `volumes` says. */
export async function openFieldHere(
  world: World,
  seed: string,
  volumes: ZonePlaces["volumes"],
): Promise<PlayedField> {
  const { crew, places } = await hireHere(world);
  const { clock } = world.zone.platform;
  const now = () => clock.now().getTime();
  const { day } = await crew.clock.platform.readClock();
  const field = await openField({ crew, places: { ...places, volumes }, seed, day, now });
  const { agenda } = field;
  return {
    ...field,
    async play(minutes) {
      for (let passed = 0; passed < minutes; passed += 1) {
        const target = now() + minute;
        for (let entry = agenda.take(target); entry !== undefined; entry = agenda.take(target))
          await entry.act();
        await clock.advance(new Date(target));
        await world.zone.engines.runTimers();
      }
    },
  };
}
