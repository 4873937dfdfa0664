import { naiveLets, naiveWithin } from "@moc/engines/gate/naive-orders.ts";
import { naiveCall } from "@moc/engines/gate/naive-queue.ts";
import type { Credit, QueueRule, Waiting } from "@moc/engines/gate/queue.ts";
import type { RowsOfDay } from "@moc/server/modules/registry/index.ts";
import type { Counts } from "./counts.ts";
import type { Desk } from "./desk.ts";
import type { Paper } from "./paper.ts";
import { budgetsOf, isOpen, looked, type Steering } from "./steering.ts";
import { recorded } from "./told.ts";
import { must, type Row, standsFor, type Truck, wayOf } from "./truck.ts";

/** One queue of the model: tickets given, what the streams have paid, and who was called in the last hour. */
export type Line = {
  tickets: number;
  credit: Credit;
  calls: { at: string; route: string; truck: Truck }[];
};

/** All that a rule of the queue looks at. */
export type Gate = {
  rules: RowsOfDay;
  trucks: Map<string, Truck>;
  lines: Map<string, Line>;
  steering: Steering;
  desk: Desk;
  paper: Paper;
  counts: Counts;
  /** Trucks that were ever declared. */
  declared: number;
};

/** The queue of a route; made when it is first asked for. Exports alone wait in queues. */
export function lineOf({ lines }: Gate, route: string): Line {
  const line = lines.get(route) ?? { tickets: 0, credit: { virtual: 0, passes: {} }, calls: [] };
  lines.set(route, line);
  return line;
}

/** The published shares of one queue, as the pack has them. */
export function ruleOf({ rules }: Gate, route: string): QueueRule {
  const streams = rules.stream.filter((one) => one.direction === "export");
  const slots = rules.slot_rule.filter((one) => one.routes?.includes(route));
  return {
    key: rules.call_rule.find((one) => one.routes?.includes(route))?.key ?? "",
    shares: Object.fromEntries(streams.map((one) => [one.key, one.share])),
    ways: Object.fromEntries(slots.map((one) => [one.stream, { slot: one.slotShare, live: one.liveShare }])),
  };
}

/** Who waits on a route, and why a call at `at` leaves a truck standing. */
export function waitingOn(gate: Gate, route: string, at: string): (Waiting & { truck: Truck })[] {
  const waiting = [...gate.trucks.values()].filter(
    (truck) => truck.state === "holding" && truck.route === route,
  );
  const orders = [...gate.steering.orders.values()];
  return waiting.map((truck) => {
    const { id: trip, stream, ticket, declaredAt } = truck;
    const lets = naiveLets(orders, { ...looked(truck), declaredAt }, at);
    const passedOver = (standsFor(truck) ?? (lets ? null : "order_stop")) as Waiting["passedOver"]; // as: one of its words
    return { trip, stream, ticket: ticket ?? 0, way: wayOf(truck), passedOver, truck };
  });
}

/** A truck takes the next ticket of its queue. */
function takeTicket(gate: Gate, route: string, { data, subject }: Row): number {
  const line = lineOf(gate, route);
  line.tickets += 1;
  must(data.ticket === line.tickets, "tickets are given in the order of arrival", { subject, data, line });
  return data.ticket;
}

/** The ticket that an event gives, before the truck itself is told. */
export function tellTickets(gate: Gate, truck: Truck, row: Row): void {
  const { kind, data } = row;
  const at = recorded(row);
  if (kind === "gate.arrived") {
    truck.ticket = takeTicket(gate, truck.route, row);
    const { slot } = truck;
    const state = slot === null ? null : at < slot.from ? "early" : at < slot.to ? "open" : "missed";
    const said = { early: "early", in_time: "open", missed: "missed" }[data.slot ?? ""] ?? null;
    must(said === (slot?.state === "booked" ? state : null), "a window is kept or missed", { truck, row });
    if (slot !== null && state !== null) slot.state = state;
  }
  if (kind === "gate.slot_opened") {
    must(truck.slot?.state === "early" && at >= truck.slot.from, "a window opens when it begins", truck);
    truck.ticket = takeTicket(gate, truck.route, row);
    truck.slot.state = "open";
  }
  if (kind !== "gate.requeued") return;
  if (data.cause === "goods_known")
    must(data.ticket === truck.ticket && data.route === truck.route, "who names goods stays", truck);
  else truck.ticket = takeTicket(gate, data.route, row);
  truck.route = data.route;
  truck.stream = data.stream;
}

/** A call that was made on paper is entered one truck at a time: of the next, or of a priority. */
function judgeOnPaper(gate: Gate, line: Line, row: Row): void {
  const waiting = waitingOn(gate, row.data.route, recorded(row));
  const own = waiting.find((one) => one.trip === row.subject);
  must(own !== undefined && standsFor(own.truck) === null, "who is called on paper waits", row);
  line.credit = row.data.credit;
}

/** One call, all its trucks at once: whom the rule calls, within every quota, and nobody else. */
export function judgeCall(gate: Gate, route: string, rows: readonly Row[]): void {
  const [row] = rows;
  if (row === undefined) return;
  const line = lineOf(gate, route);
  const at = row.occurred_at.toISOString();
  const trucks = rows.map(({ subject }) => gate.trucks.get(subject));
  const note = (from: string) => {
    line.calls = line.calls.filter((call) => Date.parse(from) - Date.parse(call.at) <= 3_600_000);
    for (const truck of trucks) if (truck !== undefined) line.calls.push({ at: from, route, truck });
  };
  must(isOpen(gate.rules, gate.steering, route, at), "nobody is called to a closed route", { route, at });
  if (row.data.paper !== undefined) {
    judgeOnPaper(gate, line, { ...row, data: { ...row.data, route } });
    return note(recorded(row));
  }
  const { automatic } = row.data;
  must(
    automatic === undefined || gate.steering.automatics.get(automatic)?.route === route,
    "what calls by itself is switched on",
    row,
  );
  const waiting = waitingOn(gate, route, at);
  const budgets = budgetsOf([...gate.steering.orders.values()], line.calls, at).map((budget) => ({
    left: budget.left,
    counts: (one: Waiting & { truck: Truck }) => budget.counts(one.truck),
  }));
  const naive = naiveWithin(waiting, ruleOf(gate, route), line.credit, rows.length, budgets);
  const ids = rows.map(({ subject }) => subject).toSorted();
  const told = {
    route,
    at,
    ids,
    naive,
    credit: row.data.credit,
    waiting,
    orders: [...gate.steering.orders.values()],
  };
  must(String(ids) === String(naive.called.toSorted()), "the rule calls these and nobody else", told);
  must(sameCredit(row.data.credit, naive.credit), "the streams have paid so much", told);
  judgeOvertaken(waiting, rows);
  line.credit = naive.credit;
  note(at);
}

const sorted = (record: Readonly<Record<string, number>> = {}) =>
  JSON.stringify(Object.entries(record).toSorted(([one], [other]) => (one < other ? -1 : 1)));
function sameCredit(one: Credit, other: Credit): boolean {
  const [passes, balance] = [sorted(one.passes), sorted(one.balance)];
  return (
    one.virtual === other.virtual && passes === sorted(other.passes) && balance === sorted(other.balance)
  );
}

/** Nobody is overtaken in his stream and way without being named. */
function judgeOvertaken(waiting: readonly (Waiting & { truck: Truck })[], rows: readonly Row[]): void {
  const called = new Map(rows.map((row) => [row.subject, row.data]));
  for (const one of waiting.filter(({ trip }) => called.has(trip)))
    for (const ahead of waiting) {
      const overtaken =
        ahead.stream === one.stream &&
        ahead.way === one.way &&
        ahead.ticket < one.ticket &&
        !called.has(ahead.trip);
      const named = called.get(one.trip)?.passedOver.some(({ trip }) => trip === ahead.trip) ?? false;
      must(!overtaken || named, "who is overtaken is named", { one, ahead });
    }
}

/**
 * The trucks of a queue in the order of calling: free ones as the rule would call them one by one, and each that is
 * passed over before the next free one of its stream and way. Those behind the last free one of theirs stand behind it.
 */
export function placesOn(gate: Gate, route: string, at: string) {
  const waiting = waitingOn(gate, route, at);
  const { called } = naiveCall(waiting, ruleOf(gate, route), lineOf(gate, route).credit, waiting.length);
  return { waiting, called };
}

/** Whether the stored order of a queue is the model's. @throws Differs */
export function judgePlaces(gate: Gate, route: string, at: string, stored: readonly string[]): void {
  const { waiting, called } = placesOn(gate, route, at);
  const told = { route, at, stored, called, waiting: waiting.map(({ truck: _, ...one }) => one) };
  const place = new Map(stored.map((trip, index) => [trip, index]));
  must(place.size === stored.length && stored.length === waiting.length, "each waits once", told);
  const free = stored.filter((trip) => called.includes(trip));
  must(String(free) === String(called), "places are those of the calls to come", told);
  for (const one of waiting) {
    const own = waiting.filter((other) => other.stream === one.stream && other.way === one.way);
    for (const other of own) {
      const before = (place.get(other.trip) ?? -1) < (place.get(one.trip) ?? -1);
      must(other === one || before === other.ticket < one.ticket, "a line stands by its tickets", told);
    }
  }
}
