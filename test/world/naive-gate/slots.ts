import type { Gate } from "./line.ts";
import { isOpen } from "./steering.ts";
import { must, type Row, type Truck } from "./truck.ts";

const minute = 60_000; // ms

/** Trucks that have a window of a stream: who waits for it or has it, and who was withdrawn and may come back to it. */
export function holdersOf(
  { trucks }: Gate,
  route: string,
  stream: string,
  from: string,
  now: string,
): Truck[] {
  const keeps = ({ state, endedAt }: Truck) =>
    endedAt === null || (state === "withdrawn" && Date.parse(now) - Date.parse(endedAt) < 10 * minute);
  return [...trucks.values()].filter(
    (truck) => truck.route === route && truck.stream === stream && truck.slot?.from === from && keeps(truck),
  );
}

/** A booking: of a published window that has not begun, within its capacity and the share of one declarant. */
export function judgeBooking(gate: Gate, truck: Truck, row: Row): void {
  const { from, to } = row.data;
  const at = row.occurred_at.toISOString();
  const told = { truck, from, to, at };
  const rule = gate.rules.slot_rule.find(
    (one) => one.stream === truck.stream && (one.routes?.includes(truck.route) ?? true),
  );
  must(rule !== undefined, "windows are published", told);
  const begins = Date.parse(from);
  must(begins > Date.parse(at), "nobody books a window that has begun", told);
  must(begins <= Date.parse(at) + rule.aheadHours * 60 * minute, "not so far ahead", told);
  must(Date.parse(to) - begins === rule.windowMinutes * minute, "a window is as long as the rule says", told);
  must((begins + 7 * 60 * minute) % (rule.windowMinutes * minute) === 0, "windows begin from midnight", told);
  const last = new Date(Date.parse(to) - minute).toISOString();
  const whole = [from, last].every((moment) => isOpen(gate.rules, gate.steering, truck.route, moment));
  must(whole, "a window lies in the open hours", told);
  const others = holdersOf(gate, truck.route, truck.stream, from, at).filter((one) => one !== truck);
  must(others.length < rule.capacity, "a window takes no more than its capacity", told);
  const own = others.filter((one) => one.declarant === truck.declarant);
  must(own.length < rule.perDeclarant, "a declarant has no more than his share", told);
  must(truck.bookings < rule.bookings, "no more bookings than the rule gives", told);
}
