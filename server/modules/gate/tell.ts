import type { TellCause } from "@moc/contract/gate/notification.ts";
import { type Order, touches } from "@moc/engines/gate/orders.ts";
import type { Trip, TripEntry } from "@moc/engines/gate/trip.ts";
import type { Tx } from "../../platform/database/handle.ts";
import { insertTold, type Told } from "./notification-store.ts";
import { selectSteered } from "./order-store.ts";
import type { Settled } from "./settle.ts";

/** What of an event somebody has to be told; null: nothing. */
function causeOf({ event }: TripEntry, trip: Trip): TellCause | null {
  switch (event.kind) {
    case "gate.called":
      return "called";
    case "gate.check_decided":
      return event.data.decision === "hold" || event.data.decision === "fail" ? "missing" : null;
    case "gate.arrived":
      return trip.goods.length === 0 ? "missing" : null;
    default:
      return null;
  }
}

/** Writes who has to be told of what was settled, in the same transaction. */
export async function tellOf(tx: Tx, settled: readonly Settled[], at: Date): Promise<void> {
  const told = settled.flatMap(({ trip, entries }) =>
    entries.flatMap((entry): Told[] => {
      const cause = causeOf(entry, trip);
      const { id, declarant, simulated } = trip;
      return cause === null ? [] : [{ trip: id, declarant, cause, about: null, simulated }];
    }),
  );
  await insertTold(tx, told, at);
}

/** Tells of an order all whom it touches before their call, in the transaction in which it is given. */
export async function tellOrder(tx: Tx, order: Order, at: Date): Promise<void> {
  const touched = (await selectSteered(tx, order.routes)).filter((truck) => touches(order, truck));
  const told = touched.map(({ trip, declarant, simulated }): Told => {
    return { trip, declarant, cause: "order", about: `order ${order.id}`, simulated };
  });
  await insertTold(tx, told, at);
}
