import type { TripView } from "@moc/contract/gate/trip.ts";
import { exportDeclaration } from "../../test/world/declaration.ts";
import type { RunningServer } from "../../test/world/running-server.ts";

export const route = "1119-1120";
const park = "viettel-park";
const yard = "xuan-cuong";

const command = () => crypto.randomUUID();

/** Runs `work` for 0, 1, … `count` − 1, four at a time. */
async function fourAtOnce(count: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const one = async () => {
    while (next < count) {
      const index = next;
      next += 1;
      await work(index);
    }
  };
  await Promise.all([one(), one(), one(), one()]);
}

/** Moves zone time on to the morning: a demonstration begins at midnight, when no truck is called. */
export async function openRoute(server: RunningServer): Promise<void> {
  const clock = await server.device("demo:clock");
  const { now } = await clock.platform.readClock({});
  await clock.platform.advanceClock({ to: new Date(Date.parse(now) + 9 * 3_600_000).toISOString() });
}

/** Declares export trucks and brings them into the queue by the words of a barrier and of a position. */
export async function fillQueue(server: RunningServer, count: number, say: (line: string) => void) {
  const firm = await server.signIn("doanh-nghiep");
  const barrier = await server.device("arrival_signal:barrier");
  const position = await server.device("arrival_signal:position");
  await fourAtOnce(count, async (index) => {
    const declaration = exportDeclaration({ route });
    const { trip } = await firm.gate.declareVehicle({ command: command(), declaration });
    const at = { trip: trip.id, place: park };
    await barrier.gate.signalArrival({ ...at, command: command(), origin: "barrier" });
    await position.gate.signalArrival({ ...at, command: command(), origin: "position" });
    if (index % 200 === 199) say(`${index + 1} of ${count} trucks wait`);
  });
}

/** Calls the first `count` of the queue and brings them into the yard. */
export async function fillYard(server: RunningServer, count: number): Promise<TripView[]> {
  const dispatcher = await server.signIn("dieu-do");
  const called: string[] = [];
  while (called.length < count) {
    const next = Math.min(200, count - called.length);
    const call = { command: command(), route, direction: "export" as const, count: next };
    called.push(...(await dispatcher.gate.callForward(call)).called.map((trip) => trip.id));
  }
  const trips: TripView[] = [];
  await fourAtOnce(called.length, async (index) => {
    const trip = called[index] ?? "";
    await dispatcher.gate.reachGate({ command: command(), trip });
    trips.push((await dispatcher.gate.enterYard({ command: command(), trip, yard })).trip);
  });
  return trips;
}
