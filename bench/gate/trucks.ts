import type { TripView } from "@moc/contract/gate/trip.ts";
import { civilDay, instantOf } from "@moc/server/platform/time/clock.ts";
import { exportDeclaration } from "../../test/world/declaration.ts";
import type { RunningServer } from "../../test/world/running-server.ts";
import { several } from "./several.ts";

export const route = "1119-1120";
const timeZone = "Asia/Ho_Chi_Minh";
const park = "viettel-park";
const yard = "xuan-cuong";

const command = () => crypto.randomUUID();

const fourAtOnce = (count: number, work: (index: number) => Promise<void>) =>
  several(
    Array.from({ length: count }, (_, index) => index),
    4,
    work,
  );

/**
 * Moves zone time on to nine of a morning: at night no truck is called. Nine days later, because the rule on trucks that
 * never came looks back a week, and the copies hold thousands that were withdrawn.
 */
export async function reachMorning(server: RunningServer): Promise<void> {
  const clock = await server.device("demo:clock");
  const { now } = await (await server.signIn("dieu-do")).platform.readClock({});
  const day = civilDay(new Date(Date.parse(now) + 9 * 24 * 3_600_000), timeZone);
  await clock.platform.advanceClock({ to: instantOf(day, "09:00", timeZone).toISOString() });
}

/** Brings so many export trucks into the queue, their plates of one series. */
export type Arrivals = (count: number, series: string, say?: (line: string) => void) => Promise<void>;

/**
 * Signs in a firm and the two devices that tell of arrivals. @returns what declares trucks and brings them into the queue
 * by the words of a barrier and of a position.
 */
export async function arrivalsAt(server: RunningServer): Promise<Arrivals> {
  const firm = await server.signIn("doanh-nghiep");
  const barrier = await server.device("arrival_signal:barrier");
  const position = await server.device("arrival_signal:position");
  return (count, series, say) =>
    fourAtOnce(count, async (index) => {
      const { vehicle, ...filed } = exportDeclaration({ route });
      const number = `${series}${vehicle.plate.number.slice(-5)}`;
      const declaration = { ...filed, vehicle: { ...vehicle, plate: { ...vehicle.plate, number } } };
      const { trip } = await firm.gate.declareVehicle({ command: command(), declaration });
      const at = { trip: trip.id, place: park };
      await barrier.gate.signalArrival({ ...at, command: command(), origin: "barrier" });
      await position.gate.signalArrival({ ...at, command: command(), origin: "position" });
      if (index % 200 === 199) say?.(`${index + 1} of ${count} trucks wait`);
    });
}

/** Fills the queue with export trucks. */
export async function fillQueue(server: RunningServer, count: number, say?: (line: string) => void) {
  const arrive = await arrivalsAt(server);
  await arrive(count, "29H", say);
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
