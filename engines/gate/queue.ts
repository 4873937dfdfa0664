import type { PassedOver, Way } from "@moc/contract/gate/queue.ts";
import { lineUp, type Turn, takes, type WayShares } from "./line-up.ts";

/** A truck that holds a place. `ticket` is handed out once per queue, in the order of confirmed arrivals. */
export interface Waiting {
  trip: string;
  stream: string;
  ticket: number;
  way: Way;
  /** Why a call leaves it standing; it keeps its place. */
  passedOver: PassedOver | null;
}

/** The published rule: how the calls are shared among the streams. A stream that is not named has the share 1. */
export interface QueueRule {
  key: string;
  shares: Readonly<Record<string, number>>;
  /** Of a stream with slots: how its calls are shared between slot holders and the live queue. */
  ways: Readonly<Record<string, WayShares>>;
}

/**
 * How far each stream has been served, in passes: a stream of share s pays 1 ÷ s (in units) per call and the one that
 * has paid least is next (stride scheduling, Waldspurger & Weihl 1995). `virtual` is what the last one called had paid: a
 * stream that stood empty begins there, so that nobody saves up credit by staying away.
 */
export interface Credit {
  virtual: number;
  passes: Readonly<Record<string, number>>;
  /** Of a stream with slots: above 0 its live queue is next. Absent: nothing was shared yet. */
  balance?: Readonly<Record<string, number>> | undefined;
}

export const noCredit: Credit = { virtual: 0, passes: {} };

export type Placed<W extends Waiting = Waiting> = W & { place: number; streamPlace: number };

// 100 × lcm(1…16): parted without remainder by every share up to 16 and by the usual percentages.
const unit = 72_072_000;

interface Line<W extends Waiting> {
  stream: string;
  turns: readonly Turn<W>[];
  /** Index of the next truck. */
  at: number;
  /** Trucks from `at` on that a call would take. */
  callable: number;
  /** Ticket of the next truck that a call would take; of the next truck, where all are passed over. */
  ticket: number;
  pass: number;
  stride: number;
}

function nextTicket<W extends Waiting>({ turns, at, callable }: Omit<Line<W>, "ticket">): number {
  for (let index = at; index < turns.length; index += 1) {
    const truck = turns[index]?.truck;
    if (truck !== undefined && (callable === 0 || takes(truck))) return truck.ticket;
  }
  return Number.POSITIVE_INFINITY;
}

/** Turn about, where no rule says more. */
const evenly: WayShares = { slot: 1, live: 1 };

function linesOf<W extends Waiting>(waiting: readonly W[], rule: QueueRule, credit: Credit): Line<W>[] {
  const byStream = Map.groupBy(waiting, (truck) => truck.stream);
  return [...byStream].map(([stream, trucks]) => {
    const line = {
      stream,
      turns: lineUp(trucks, rule.ways[stream] ?? evenly, credit.balance?.[stream] ?? 0),
      at: 0,
      callable: trucks.filter(takes).length,
      pass: Math.max(credit.passes[stream] ?? 0, credit.virtual),
      stride: Math.round(unit / (rule.shares[stream] ?? 1)),
    };
    return { ...line, ticket: nextTicket(line) };
  });
}

/** The line that has paid least; equal ones go by the older ticket, as within a stream. */
function nextLine<W extends Waiting>(lines: readonly Line<W>[]): Line<W> | undefined {
  let best: Line<W> | undefined;
  for (const line of lines) {
    if (line.at === line.turns.length) continue;
    const sooner =
      best === undefined || line.pass < best.pass || (line.pass === best.pass && line.ticket < best.ticket);
    if (sooner) best = line;
  }
  return best;
}

/**
 * Walks the queue in the order of calling. A truck that is passed over stands where it arrived, before those of its
 * stream that came later, and costs its stream nothing: held trucks do not slow the others down.
 */
function* walk<W extends Waiting>(
  lines: Line<W>[],
): Generator<{ line: Line<W>; turn: Turn<W>; paid: number }> {
  for (let line = nextLine(lines); line !== undefined; line = nextLine(lines)) {
    const paid = line.pass;
    const heldAhead = line.callable > 0;
    for (let turn = line.turns[line.at]; turn !== undefined; turn = line.turns[line.at]) {
      line.at += 1;
      const served = takes(turn.truck);
      if (served) line.callable -= 1;
      const paying = served || !heldAhead;
      if (paying) line.pass += line.stride;
      yield { line, turn, paid };
      if (paying) break;
    }
    line.ticket = nextTicket(line);
  }
}

/**
 * The whole queue in the order in which trucks would be called if nothing changed; `place` counts over all streams
 * from 1, `streamPlace` within the stream. Within a stream and a way the order is that of the tickets: public
 * priorities first, then slot holders and the live queue by their shares. No way takes anything from another stream.
 */
export function callOrder<W extends Waiting>(
  waiting: readonly W[],
  rule: QueueRule,
  credit: Credit,
): Placed<W>[] {
  const order: Placed<W>[] = [];
  for (const { line, turn } of walk(linesOf(waiting, rule, credit))) {
    order.push({ ...turn.truck, place: order.length + 1, streamPlace: line.at });
  }
  return order;
}

export interface Call<W extends Waiting = Waiting> {
  called: Placed<W>[];
  /** Trucks that stood before one that was called and were left standing, each with its public reason. */
  passedOver: Placed<W>[];
  /** To be stored for the next call. */
  credit: Credit;
}

/** Takes the first `count` trucks that nothing holds. Fewer when fewer wait. */
export function callNext<W extends Waiting>(
  waiting: readonly W[],
  rule: QueueRule,
  credit: Credit,
  count: number,
): Call<W> {
  const called: Placed<W>[] = [];
  const passedOver: Placed<W>[] = [];
  const standing: Placed<W>[] = [];
  const passes = { ...credit.passes };
  const balance = { ...credit.balance };
  let virtual = credit.virtual;
  let place = 0;
  for (const { line, turn, paid } of walk(linesOf(waiting, rule, credit))) {
    if (called.length === count) break;
    place += 1;
    const placed = { ...turn.truck, place, streamPlace: line.at };
    if (!takes(turn.truck)) {
      standing.push(placed);
      continue;
    }
    called.push(placed);
    passedOver.push(...standing.splice(0));
    virtual = paid;
    passes[line.stream] = line.pass;
    if (turn.balance !== (balance[line.stream] ?? 0)) balance[line.stream] = turn.balance;
  }
  const shared = Object.keys(balance).length > 0;
  return { called, passedOver, credit: { virtual, passes, ...(shared && { balance }) } };
}
