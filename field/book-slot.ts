import type { TripView } from "@moc/contract/gate/trip.ts";
import type { Client } from "./crew.ts";
import type { PlannedTruck } from "./day.ts";
import { randomOf } from "./random.ts";
import { tryTwice } from "./site.ts";
import { trouble } from "./volumes.ts";

/** Some firms book the window in which their truck means to come; some of those trucks come late and wait live. */
export async function bookSlot(
  firm: Client,
  { seed, arriveAt }: PlannedTruck,
  { id, route, direction, stream }: TripView,
  onRefusal: (code: string) => void,
): Promise<void> {
  if (direction !== "export" || !randomOf(`${seed}:slot`).chance(trouble.slot)) return;
  const read = await tryTwice(() => firm.gate.readSlots({ route, direction }), onRefusal);
  const window = read?.windows.find(
    (one) => one.stream === stream && one.taken < one.capacity && Date.parse(one.to) > arriveAt,
  );
  if (window === undefined) return;
  const command = crypto.randomUUID();
  await tryTwice(() => firm.gate.bookSlot({ command, trip: id, from: window.from }), onRefusal);
}
