import { naiveLets, naiveWay } from "@moc/engines/gate/naive-orders.ts";
import type { RowsOfDay } from "@moc/server/modules/registry/index.ts";
import { tellAside } from "./aside.ts";
import { tellCounts } from "./counts.ts";
import { emptyDesk, forgetShifts, tellDesk } from "./desk.ts";
import { type Gate, judgeCall, tellTickets } from "./line.ts";
import { judgeSlip, noPaper, tellPaper } from "./paper.ts";
import { judgeBooking } from "./slots.ts";
import { forgetEnded, hanoiTime, looked, noSteering, tellSteering } from "./steering.ts";
import { tellTruck } from "./told.ts";
import { must, opened, type Row, type Truck } from "./truck.ts";

/**
 * The gate a second time, small and slow, from the rules alone: it reads the log event by event and holds each against
 * them. It shares no code with the server; of the engines only their own naive models.
 */
export function naiveGate(rules: RowsOfDay) {
  const gate: Gate = {
    rules,
    trucks: new Map(),
    lines: new Map(),
    steering: noSteering(),
    desk: emptyDesk(),
    paper: noPaper(),
    counts: new Map(),
    declared: 0,
  };

  return {
    gate,
    /** Events in the order of the log, whole transactions. @throws Differs at the first that breaks a rule */
    tell(rows: readonly Row[]): void {
      const judged = new Set<string>();
      for (const row of rows) {
        const { call } = row.data;
        if (row.kind === "gate.called" && !judged.has(call)) {
          judged.add(call);
          const own = rows.filter((other) => other.data.call === call);
          judgeCall(gate, truckOf(gate, row).route, own);
        }
        tellOne(gate, row);
      }
    },
    /** Takes out what ended before `at` and can bear on nothing any more. */
    forget(at: string): void {
      for (const [id, { endedAt }] of gate.trucks)
        if (endedAt !== null && Date.parse(at) - Date.parse(endedAt) > 3_600_000) gate.trucks.delete(id);
      forgetEnded(gate.steering, at);
      forgetShifts(gate.desk, at);
    },
  };
}
export type NaiveGate = ReturnType<typeof naiveGate>;

function truckOf({ trucks }: Gate, row: Row): Truck {
  const truck = trucks.get(row.subject);
  must(truck !== undefined, "a truck is declared before anything happens to it", row);
  return truck;
}

function tellOne(gate: Gate, row: Row): void {
  if (row.kind === "gate.declared") return declare(gate, row);
  if (!gate.trucks.has(row.subject)) return tellGate(gate, row);
  const truck = truckOf(gate, row);
  judgeSlip(gate.paper, truck, row);
  if (tellAside(truck, row)) return;
  if (row.kind === "gate.slot_booked") judgeBooking(gate, truck, row);
  if (row.kind === "gate.signalled") judgeSignal(gate, truck, row);
  const loads = row.kind === "gate.yard_entered" && truck.state === "released";
  if (row.kind === "gate.crossed_in" || loads) judgeEntry(gate, truck, row);
  tellTickets(gate, truck, row);
  tellTruck(truck, row);
  if (row.kind === "gate.yard_entered") judgeYard(gate, truck);
  // Who moves is told of the move first and of what it was for in the next event.
  const moved = row.kind === "gate.requeued" || truck.stream === streamOf(gate, truck);
  must(moved, "goods choose the stream", row);
}

/** One event that is no truck's. */
function tellGate({ steering, desk, paper, counts }: Gate, row: Row): void {
  const known =
    tellSteering(steering, row) ||
    tellDesk(desk, row) ||
    tellPaper(paper, row) ||
    tellCounts(counts, row) ||
    row.kind.startsWith("gate.bulletin_"); // counted by hand where it is issued
  must(known, "the model knows the event", row);
}

function declare(gate: Gate, row: Row): void {
  const truck = opened(row);
  must(!gate.trucks.has(truck.id), "declared once", row);
  must(truck.stream === streamOf(gate, truck), "goods choose the stream", row);
  const classes = truck.goods.map((line) => line.class);
  const checks = gate.rules.check_rule.filter(
    (rule) =>
      (rule.tripKinds?.includes(truck.kind) ?? true) &&
      (rule.goods?.some((one) => classes.includes(one)) ?? true),
  );
  const kinds = checks.map((rule) => rule.check).toSorted();
  must(String(kinds) === String([...truck.checks.keys()].toSorted()), "the pack says which checks", row);
  const { onBehalf } = row.data;
  const day = hanoiTime(row.occurred_at.toISOString()).day;
  const mandated = [...gate.steering.mandates.values()].some(
    ({ firm, agent, from, to }) =>
      firm === truck.declarant && agent === onBehalf?.by && from <= day && (to === null || day <= to),
  );
  must(onBehalf?.ground !== "agent_of_firm" || mandated, "an agent files for those who let it", row);
  gate.trucks.set(truck.id, truck);
  gate.declared += 1;
}

function streamOf({ rules }: Gate, { goods, direction }: Truck): string {
  const streams = rules.stream.filter((one) => one.direction === direction);
  const named = streams.find((one) => goods.some((line) => one.goods.includes(line.class)));
  return (named ?? streams.find((one) => one.unsorted))?.key ?? "";
}

/** Where an order holds trucks in a park, they arrive there, unless they were seen elsewhere before. */
function judgeSignal({ steering }: Gate, truck: Truck, row: Row): void {
  if (row.data.paper !== undefined) return;
  const { place } = row.data;
  const { park } = naiveWay([...steering.orders.values()], looked(truck), row.occurred_at.toISOString());
  const known = truck.signals.some((one) => one.place === place);
  must(park === null || park === place || known, "trucks arrive where an order holds them", { truck, row });
}

/** Nobody is let in, or loaded for home, against an order. What is entered from paper was let in by the orders of its time. */
function judgeEntry({ steering }: Gate, truck: Truck, row: Row): void {
  if (row.data.paper !== undefined) return;
  const goods = truck.back?.goods ?? truck.goods;
  const home = truck.direction === "export" ? "import" : "export";
  const direction = truck.back === null ? truck.direction : home;
  const load = { ...looked({ ...truck, goods, direction }), declaredAt: truck.declaredAt };
  if (truck.back !== null) load.origin = null;
  const lets = naiveLets([...steering.orders.values()], load, row.occurred_at.toISOString());
  must(lets, "nobody is let in against an order", { truck, row });
}

function judgeYard({ rules, trucks }: Gate, { yard }: Truck): void {
  const capacity = rules.yard.find((one) => one.key === yard)?.capacity ?? null;
  const standing = [...trucks.values()].filter((one) => one.yard === yard).length;
  must(capacity === null || standing <= capacity, "a yard holds no more than it can", { yard, standing });
}
