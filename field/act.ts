import type { TripState, TripView } from "@moc/contract/gate/trip.ts";
import type { Agenda } from "./agenda.ts";
import { fateOf, outageAt } from "./line.ts";
import { planNext } from "./next-step.ts";
import { fromSlip, type OnPaper } from "./paper-hour.ts";
import { randomOf } from "./random.ts";
import { trySend } from "./send.ts";
import type { Site } from "./site.ts";
import { minuteMs, type Truck } from "./truck.ts";

/** A message by its command id, and what of its content is settled when it is written. */
type Send = (command: string, said: string) => Promise<{ trip: TripView }>;

/** When a planned command is still to be given: by default while the truck stands where it stood when it was planned. */
export type When = {
  from?: readonly TripState[];
  /** Looked at when it is due: until when the actor has to wait, or the very moment. */
  waits?: (at: number) => number | Promise<number>;
  /** Settles what the message says when it is written: sent again it says the same. */
  says?: () => string | Promise<string>;
  /** What it is in an hour on paper; without it the message waits until the line is back. */
  paper?: OnPaper;
  /** What follows from its having been done, beside what the state that the truck has reached asks for. */
  after?: () => void;
};

export type Act = (at: number, truck: Truck, send: Send, when?: When) => void;

/** Refusals after which it is tried again: something stands against it that passes. Minutes of zone time. */
const passing: Readonly<Record<string, number>> = {
  order_stops: 20,
  order_diverts: 20,
  order_holds_elsewhere: 2,
  not_pre_registered: 60,
  yard_full: 10,
  slot_taken: 1,
};

/** How commands on a truck are planned, written, sent and answered. */
export function makeAct(site: Site, agenda: Agenda): Act {
  const { tally } = site;

  const act: Act = (at, truck, send, when = {}) => {
    const from = when.from ?? (truck.state === null ? [] : [truck.state]);
    agenda.plan(at, async () => {
      if (truck.state === null || !from.includes(truck.state)) return;
      const moment = (await when.waits?.(at)) ?? at;
      if (moment > at) return act(moment, truck, send, { ...when, from });
      const outage = outageAt(site.outages, truck.route, at);
      if (outage === undefined) return deliver(truck, send, { ...when, from }, "");
      tally.late += 1;
      const { paper: hour, to } = outage;
      const told = hour && when.paper ? fromSlip(hour, truck, at, when.paper, send) : send;
      agenda.plan(to, () => deliver(truck, told, { ...when, from }, "late:"));
    });
  };

  async function deliver(truck: Truck, send: Send, when: When, mark: "" | "late:"): Promise<void> {
    const command = crypto.randomUUID();
    truck.sent += 1;
    tally.sent += 1;
    const { sent: message } = truck;
    const said = (await when.says?.()) ?? "";
    const sent = await trySend(() => send(command, said));
    if ("refused" in sent) {
      tally.refuse(`${mark}${sent.refused}`);
      return refused(truck, send, when, sent.refused);
    }
    hear(site, truck, sent.answer.trip);
    when.after?.();
    const fate = fateOf(truck.seed, message);
    if (fate === "once") return;
    const minutes = fate === "answer_lost" ? 0 : randomOf(`${truck.seed}:${message}:outbox`).between(1, 9);
    agenda.plan(site.now() + minutes * minuteMs, () => again(() => send(command, said)));
  }

  /** The zone has done it already and says so; it does nothing twice. */
  async function again(send: () => Promise<unknown>): Promise<void> {
    tally.again += 1;
    const sent = await trySend(send);
    if ("refused" in sent) tally.refuse(`again:${sent.refused}`);
  }

  /** A refusal is an answer: the actor waits, or looks at the truck again and goes on from the state that it has. */
  async function refused(truck: Truck, send: Send, when: When, code: string): Promise<void> {
    const minutes = passing[code];
    if (minutes === undefined) return hear(site, truck, await site.read(truck));
    if (code === "slot_taken") site.yardOf(truck.route).book.strike(truck.id);
    if (code.startsWith("order_")) await site.border.learn();
    act(site.now() + minutes * minuteMs, truck, send, when);
  }

  return act;
}

/** Takes in how a truck stands now, and plans what follows when it stands elsewhere than before. */
export function hear(site: Site, truck: Truck, trip: TripView): void {
  if (trip.route !== truck.route) {
    truck.route = trip.route;
    truck.place = null;
  }
  if (trip.state !== truck.state) planNext(site, truck, trip);
}
