import type { GateEvent } from "@moc/contract/gate/events.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { judgeBooking } from "@moc/engines/gate/slots.ts";
import type { Trip } from "@moc/engines/gate/trip.ts";
import { slotRuleFor } from "@moc/engines/registry/rules.ts";
import type { Tx } from "../../platform/database/handle.ts";
import { setTimer } from "../../platform/time/timers.ts";
import { changeTrip, type TripCommandInput } from "./change-trip.ts";
import type { GateParts, ZoneRules } from "./parts.ts";
import { selectTaken } from "./slot-store.ts";
import { openWindows } from "./slot-windows.ts";
import { slotTimer } from "./timer-kinds.ts";

type Booked = { tx: Tx; trip: Trip; rules: ZoneRules; now: Date };

/**
 * Books a window for a trip whose queue is held, so that the last slot is given once; an earlier booking is given back
 * in the same step. @throws Refusal `slot_not_published`, `slot_bookings_spent`, `slot_full`, `slots_hoarded`
 */
export async function takeSlot(
  parts: GateParts,
  { tx, trip, rules, now }: Booked,
  start: string,
): Promise<GateEvent> {
  const { route, direction, stream, declarant } = trip;
  const rule = slotRuleFor(rules.slot_rule, route, direction, stream);
  if (rule === null) throw new Refusal("slot_not_published", { field: "from" });
  const begins = Date.parse(start);
  const windows = openWindows(parts, rule, route, now);
  const window = windows.find(({ from }) => from.getTime() === begins) ?? null;
  const rows = await selectTaken(tx, trip, { declarant, but: trip.id, now });
  const row = rows.find((one) => one.stream === stream && one.from.getTime() === begins);
  const verdict = judgeBooking(rule, window, { all: row?.all ?? 0, own: row?.own ?? 0 }, trip);
  if (!verdict.allowed) throw new Refusal(verdict.reason, { field: "from", params: verdict.params });
  if (window === null) throw new Refusal("slot_not_published", { field: "from" });
  await setTimer(tx, slotTimer, trip.id, window.from);
  return {
    kind: "gate.slot_booked",
    data: { from: window.from.toISOString(), to: window.to.toISOString() },
  };
}

/** Books a window ahead, or moves to another. Only before the truck has arrived: a slot is no way past the live queue. */
export function bookSlot(parts: GateParts, actor: Actor | null, input: TripCommandInput & { from: string }) {
  return changeTrip(parts, actor, "book_slot", input, async (situation) => [
    await takeSlot(parts, situation, input.from),
  ]);
}
