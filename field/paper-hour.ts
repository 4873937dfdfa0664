import type { PaperAct } from "@moc/contract/gate/paper-act.ts";
import type { TripView } from "@moc/contract/gate/trip.ts";
import type { Agenda } from "./agenda.ts";
import type { Client } from "./crew.ts";
import { randomOf } from "./random.ts";
import { sendOnce } from "./send.ts";
import type { Site } from "./site.ts";
import { minuteMs, type Truck } from "./truck.ts";
import { trouble } from "./volumes.ts";

/** A time in which the system is down at a route and its people write on slips. Moments are zone time in ms, half-open. */
export type PaperHour = {
  route: string;
  from: number;
  to: number;
  /** The stretch as it was declared; null: not yet. */
  paper: string | null;
  /** Blank slips that are left. */
  blank: number[];
  /** The slip that each truck goes with. */
  slips: Map<string, number>;
};

/** What a planned command is on paper: who enters it, and the act that stands on the slip. */
export type OnPaper = { by: Client; act: (said: string) => PaperAct };

// An ordinary pad; what is more is told when the line is back, as in any other outage.
const padOf = 100;
// The gate centre has another line. What stands on the slips is entered when that of the route is back.
const saidAfter = 2 * minuteMs;
const enteredAfter = 4 * minuteMs;
const reservedBefore = 45 * minuteMs;

/** The hours on paper of one day; the same for the same seed and day. How often is illustrative. */
export function planPaperHours(
  seed: string,
  day: string,
  dayStart: number,
  routes: readonly string[],
): PaperHour[] {
  return routes.flatMap((route) => {
    const random = randomOf(`${seed}:${day}:${route}:paper`);
    if (!random.chance(trouble.paperHour)) return [];
    const from = dayStart + random.between(8 * 60, 15 * 60) * minuteMs;
    const to = from + random.between(45, 75) * minuteMs;
    return [{ route, from, to, paper: null, blank: [], slips: new Map() }];
  });
}

/** Slips are reserved beforehand, as they lie in the drawer; the gate centre says that the system is down, and is back. */
export function playPaperHour(site: Site, agenda: Agenda, hour: PaperHour): void {
  const { route, from, to } = hour;
  const { gate } = site.crew.dispatcher;
  agenda.plan(from - reservedBefore, async () => {
    const command = crypto.randomUUID();
    const pad = await sendOnce(() => gate.reserveSlips({ command, route, count: padOf }), site.tally.refuse);
    if (pad === null) return;
    for (let slip = pad.first; slip <= pad.last; slip += 1) hour.blank.push(slip);
    // Before a shorter trouble of the line at the same time.
    site.outages.unshift({ route, from, to: to + enteredAfter, paper: hour });
  });
  agenda.plan(from + saidAfter, async () => {
    const said = { command: crypto.randomUUID(), route, from: new Date(from).toISOString() };
    const reason = "Hệ thống tại lối ngừng (mô phỏng)";
    const told = await sendOnce(() => gate.declarePaper({ ...said, reason }), site.tally.refuse);
    hour.paper = told?.paper ?? null;
  });
  agenda.plan(to + saidAfter, async () => {
    const { paper } = hour;
    if (paper === null) return;
    const said = { command: crypto.randomUUID(), paper, to: new Date(to).toISOString() };
    await sendOnce(() => gate.endPaper(said), site.tally.refuse);
  });
}

type Send = (command: string, said: string) => Promise<{ trip: TripView }>;

/** How a command is told that was due at `at` in an hour on paper: from its slip, or late when no slip is left for it. */
export function fromSlip(hour: PaperHour, truck: Truck, at: number, on: OnPaper, send: Send): Send {
  if (at >= hour.to) return send;
  const slip = hour.slips.get(truck.id) ?? hour.blank.shift();
  if (slip === undefined) return send;
  hour.slips.set(truck.id, slip);
  return (command, said) => {
    const { paper } = hour;
    if (paper === null) return send(command, said);
    const occurredAt = new Date(at).toISOString();
    return on.by.gate.enterPaper({ command, paper, slip, truck: truck.code, act: on.act(said), occurredAt });
  };
}
