import { randomUUID } from "node:crypto";
import { api } from "@moc/contract/api.ts";
import { createORPCClient } from "@orpc/client";
import { OpenAPILink } from "@orpc/openapi-client/fetch";
import type { Client } from "../world/open-world.ts";
import type { RunningServer } from "../world/running-server.ts";

const minute = 60_000; // ms
const hour = 60 * minute;

/** What moves the zone beside the people: its devices and, as the simulated field would, its clock. */
export type ZoneHands = {
  /** The barrier of a park sees a truck. */
  seeAtBarrier(trip: string, place: string): Promise<void>;
  /** The position of a truck is reported at a park. */
  seePosition(trip: string, place: string): Promise<void>;
  /** Lets zone time pass. */
  pass(minutes: number): Promise<void>;
};

/** Has the administrator issue the devices' tokens, and lets the first day of a new zone reach eight in the morning. */
export async function openMorning(server: RunningServer): Promise<ZoneHands> {
  const admin = await server.signIn("quan-tri");
  const device = async (scope: string): Promise<Client> => {
    const { secret } = await admin.identity.issueToken({
      command: randomUUID(),
      name: scope,
      roles: [],
      organisation: null,
      scopes: [scope],
      simulated: scope.startsWith("demo:"),
      expiresAt: new Date(Date.now() + 24 * hour).toISOString(),
    });
    const link = new OpenAPILink(api, {
      url: `${server.url}/api`,
      headers: { authorization: `Bearer ${secret}` },
    });
    return createORPCClient<Client>(link);
  };
  const clock = await device("demo:clock");
  const barrier = await device("arrival_signal:barrier");
  const position = await device("arrival_signal:position");
  const pass = async (minutes: number) => {
    const { now } = await clock.platform.readClock();
    await clock.platform.advanceClock({ to: new Date(Date.parse(now) + minutes * minute).toISOString() });
  };
  await pass(8 * 60);
  return {
    pass,
    async seeAtBarrier(trip, place) {
      await barrier.gate.signalArrival({ command: randomUUID(), trip, origin: "barrier", place });
    },
    async seePosition(trip, place) {
      await position.gate.signalArrival({ command: randomUUID(), trip, origin: "position", place });
    },
  };
}
