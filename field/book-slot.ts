import type { TripView } from "@moc/contract/gate/trip.ts";
import type { Client } from "./crew.ts";
import { randomOf } from "./random.ts";
import { sendOnce } from "./send.ts";
import { firmIndex, type Site } from "./site.ts";
import type { Truck } from "./truck.ts";
import { trouble } from "./volumes.ts";

/** Books a slot for a truck that was just declared, if its firm is one of those that do. */
export type SlotBook = (firm: Client, truck: Truck, trip: TripView) => Promise<void>;

/**
 * Some firms book the window in which their truck means to come; some of those trucks come late and wait live. A firm
 * knows what it has booked and asks for no more than the rule leaves it.
 */
export function makeSlotBook(site: Site): SlotBook {
  const booked = new Map<string, number>();
  return async (firm, { seed, arriveAt, kind }, { id, route, direction, stream }) => {
    if (kind !== "export_vn" || !randomOf(`${seed}:slot`).chance(trouble.slot)) return;
    const most = site.places.slotsPerFirm(route, stream);
    if (most === 0) return;
    const { windows } = await firm.gate.readSlots({ route, direction });
    const own = (from: string) => `${firmIndex(seed, site.crew.firms.length)} ${route} ${stream} ${from}`;
    const window = windows.find(
      (one) =>
        one.stream === stream &&
        one.taken < one.capacity &&
        (booked.get(own(one.from)) ?? 0) < most &&
        Date.parse(one.to) > arriveAt,
    );
    if (window === undefined) return;
    const command = crypto.randomUUID();
    const { from } = window;
    const answer = await sendOnce(() => firm.gate.bookSlot({ command, trip: id, from }), site.tally.refuse);
    if (answer !== null) booked.set(own(from), (booked.get(own(from)) ?? 0) + 1);
  };
}
