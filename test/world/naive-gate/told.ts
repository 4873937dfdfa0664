import { allPassed, follows, must, type Row, standsFor, type Truck } from "./truck.ts";

// What each event changes beside the state, and what the rules ask before. Rules of queue and quota stand in line.ts.

type Tell = (truck: Truck, row: Row) => void;

export const nextCheck: Record<string, Record<string, string>> = {
  pending: { pass: "pass", hold: "hold", fail: "fail" },
  hold: { pass: "pass", fail: "fail" },
  pass: { withdraw: "withdrawn" },
  withdrawn: { pass: "pass", hold: "hold", fail: "fail" },
};

const at = ({ occurred_at }: Row) => occurred_at.toISOString();

/** When the server recorded it: what holds a place goes by this. */
export const recorded = (row: Row) => row.data.paper?.recordedAt ?? at(row);

const tenMinutes = 600_000;

/** Whether a withdrawal may still be undone. */
export function undoable({ state, stood, endedAt }: Truck, now: string): boolean {
  if (state !== "withdrawn" || stood === null || endedAt === null) return false;
  const early = ["declared", "travelling", "holding"].includes(stood);
  return early && Date.parse(now) - Date.parse(endedAt) < tenMinutes;
}

function restate(truck: Truck, checks: readonly string[]): void {
  const was = truck.checks;
  for (const [check, state] of was)
    must(state === "pending" || checks.includes(check), "a decided check stays", { truck, checks });
  truck.checks = new Map(checks.map((check) => [check, was.get(check) ?? "pending"]));
}

const end: Tell = (truck, row) => {
  truck.endedAt = at(row);
  truck.yard = null;
};
/** The way home with goods begins: the forces check anew. */
function setOut(truck: Truck): void {
  must(truck.back !== null, "only who has goods sets out with them", truck);
  truck.checks = new Map(truck.back.checks.map((check) => [check, "pending"]));
  truck.isBack = true;
  truck.paired = false;
}

const nothing: Tell = () => undefined;

const tells: Record<string, Tell> = {
  departed: nothing,
  reached: nothing,
  unit_swapped: nothing,
  inland_allowed: nothing,
  slot_opened: nothing, // line.ts
  amended(truck, { data }) {
    const bound = truck.slot !== null && truck.slot.state !== "missed";
    must(!bound || (data.route === truck.route && data.stream === truck.stream), "a slot stays", truck);
    const called = ["called", "at_gate", "in_yard"].includes(truck.state) && truck.kind === "export_vn";
    must(!called || data.stream === truck.stream, "a call is its stream's", truck);
    must(truck.state !== "holding" || data.route === truck.route, "who waits is moved first", truck);
    truck.goods = data.goods;
    truck.route = data.route;
    truck.stream = data.stream;
    restate(truck, data.checks);
    if (data.changed.includes("driver")) truck.links = []; // those of the driver before end with him
  },
  requeued(truck, { data }) {
    if (data.cause === "goods_known") return;
    truck.priority = undefined;
    truck.slot = null;
  },
  signalled(truck, { data: { origin = "", source, place } }) {
    truck.signals.push({ origin, source, place });
  },
  arrived(truck) {
    const last = truck.signals.at(-1);
    const confirmed = truck.signals.some(
      (one) => one.place === last?.place && one.origin !== last.origin && one.source !== last.source,
    );
    must(confirmed, "two independent signals make an arrival", truck);
  },
  slot_booked(truck, { data: { from, to } }) {
    truck.slot = { from, to, state: "booked" };
    truck.bookings += 1;
  },
  slot_cancelled(truck) {
    must(truck.slot !== null, "only who has a slot gives it back", truck);
    truck.slot = null;
  },
  prioritised(truck, { data }) {
    must(truck.priority === undefined, "one priority at a time", truck);
    truck.priority = { by: data.organisation };
  },
  held_back(truck, { data }) {
    must(truck.held === undefined, "held once", truck);
    truck.held = { by: data.organisation };
  },
  exception_lifted(truck, { data }) {
    const given = data.exception === "priority" ? truck.priority : truck.held;
    must(given !== undefined && given.by === data.organisation, "who gave it lifts it", { truck, data });
    if (data.exception === "priority") truck.priority = undefined;
    else truck.held = undefined;
  },
  postponed(truck, { data }) {
    truck.postponements += 1;
    must(truck.postponements <= 2, "a driver postpones twice at most", truck);
    truck.postponedUntil = data.until;
    truck.showBy = null;
  },
  resumed(truck) {
    must(truck.postponedUntil !== null, "only who has postponed resumes", truck);
    truck.postponedUntil = null;
  },
  called(truck, row) {
    must(standsFor(truck) === null, "nobody is called whom something holds", truck);
    truck.showBy = row.data.showBy;
  },
  sent_back(truck) {
    truck.showBy = null;
  },
  diverted(truck, { data }) {
    must(data.from === truck.route && data.to !== truck.route, "it is sent elsewhere", truck);
    truck.route = data.to;
    truck.stream = data.stream;
    truck.expiresAt = data.expiresAt;
    restate(truck, data.checks);
    truck.signals = [];
    truck.ticket = null;
    truck.priority = undefined;
    truck.held = undefined;
    truck.slot = null;
    truck.showBy = null;
    truck.postponedUntil = null;
  },
  yard_entered(truck, { data }) {
    truck.yard = data.yard;
    if (truck.state === "released") setOut(truck);
  },
  check_decided(truck, { data: { check, decision } }) {
    const state = nextCheck[truck.checks.get(check) ?? ""]?.[decision];
    must(state !== undefined, "a check goes its way", { truck, check, decision });
    truck.checks.set(check, state);
  },
  checks_done(truck) {
    must(allPassed(truck), "checks are done when all have passed", truck);
  },
  transfer_paired(truck) {
    truck.paired = true;
  },
  cargo_transferred(truck) {
    truck.paired = true;
    truck.handedOver = true;
  },
  released(truck) {
    must(allPassed(truck), "nobody is released before all have passed", truck);
  },
  return_declared(truck, { data: { goods, checks } }) {
    must(truck.direction === "export" || truck.handedOver, "it is empty before it is loaded anew", truck);
    truck.back = { goods, checks };
  },
  crossed_in(truck) {
    if (truck.kind === "export_vn") setOut(truck);
  },
  crossed_out(truck, row) {
    truck.yard = null;
    if (truck.kind.endsWith("_cn")) end(truck, row);
  },
  returned(truck) {
    truck.back = null;
  },
  left: end,
  withdrawn(truck, row) {
    truck.stood = truck.state;
    end(truck, row);
  },
  withdrawal_undone(truck, row) {
    must(undoable(truck, at(row)), "ten minutes to undo", { truck, row });
    truck.endedAt = null;
  },
  refused(truck, row) {
    must([...truck.checks.values()].includes("fail"), "only after a failed check", truck);
    end(truck, row);
  },
  expired(truck, row) {
    const due = row.data.after === "no_show" ? truck.showBy : truck.expiresAt;
    must((row.data.after === "no_show") === (truck.state === "called"), "the reason fits", { truck, row });
    must(due !== null && at(row) >= due, "nobody expires before his time", { truck, row });
    end(truck, row);
  },
};

/** One event of one truck. @throws Differs when the rules forbid it */
export function tellTruck(truck: Truck, row: Row): void {
  const event = row.kind.replace("gate.", "");
  const to = follows(truck, event);
  must(to !== undefined, "the way of the truck knows no such step", { truck, row });
  const tell = tells[event];
  must(tell !== undefined, "the model knows the event", row);
  tell(truck, row);
  truck.state = to;
  if (to !== "withdrawn" && event === "withdrawal_undone") truck.stood = null;
  truck.version += 1;
  truck.since = at(row);
}
