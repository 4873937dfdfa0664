import { sample } from "../distribution.ts";
import { unitExponential } from "../logarithm.ts";
import type { Network } from "../network.ts";
import * as code from "../network.ts";
import { draw, drawUnit, seedStreams } from "../random.ts";
import { type NaiveCheck, type NaiveInstruction, type NaiveResource, readNetwork } from "./naive-network.ts";

/** One thing that happened: when, to what, and to which truck (by number, −1 for none). */
export type Happening = { time: number; what: string; truck: number };

type Truck = {
  serial: number;
  source: number;
  born: number;
  slot: boolean;
  step: number;
  open: number;
  failed: boolean;
};
/** Somebody in a line: since when, and what to do when it is his turn. */
export type Waiting = { since: number; grant: () => void };
type Event = { time: number; order: number; what: string; truck: number; run: () => void };

/**
 * The gate model once more, as plainly as it can be said: objects, arrays, closures, one sorted list of events. It
 * shares nothing with the kernel but the compiled network and the random numbers, and exists to be compared with it.
 */
export class NaiveModel {
  now = 0;
  ended = false;
  born = 0;
  gone = 0;
  readonly waits: number[][];
  readonly tallies: number[][];
  readonly fees: number[];
  readonly samples: number[][] = [];
  readonly resources: NaiveResource[];
  readonly #network: Network;
  readonly #program: Map<number, NaiveInstruction>;
  readonly #checks: NaiveCheck[];
  readonly #streams: Int32Array<ArrayBuffer>;
  readonly #hours: number[];
  #events: Event[] = [];
  #order = 0;
  #ready: Truck[] = [];

  constructor(network: Network, seed: number, replication: number) {
    this.#network = network;
    const { resources, program, checks } = readNetwork(network);
    this.resources = resources;
    this.#program = program;
    this.#checks = checks;
    this.#streams = seedStreams(network.streamKeys, seed, replication);
    this.#hours = Array.from(network.sourceProgram, () => 0);
    this.waits = resources.map(() => []);
    this.tallies = Array.from({ length: network.tallies }, () => []);
    this.fees = Array.from({ length: network.tallies }, () => 0);
    this.#begin();
  }

  /** The next thing that happens, or undefined at the end of the run. */
  next(): Happening | undefined {
    const event = this.#events.shift();
    if (event === undefined || event.time >= this.#network.horizon) {
      this.ended = true;
      return undefined;
    }
    this.now = event.time;
    event.run();
    for (let truck = this.#ready.shift(); truck !== undefined; truck = this.#ready.shift())
      this.#proceed(truck);
    return { time: event.time, what: event.what, truck: event.truck };
  }

  #schedule(time: number, what: string, truck: number, run: () => void): void {
    const event = { time, order: this.#order++, what, truck, run };
    let index = this.#events.length;
    while (index > 0 && (this.#events[index - 1]?.time ?? 0) > time) index--;
    this.#events.splice(index, 0, event);
  }

  #begin(): void {
    const { timelineTarget, timelineFirst, warmUp, sampleEvery } = this.#network;
    timelineTarget.forEach((_, timeline) => this.#scheduleChange(timeline, timelineFirst[timeline] ?? 0));
    this.#network.sourceProgram.forEach((_, source) => this.#scheduleArrival(source));
    if (warmUp > 0) this.#schedule(warmUp, "warm-up", -1, () => this.#forget());
    this.#scheduleSample(sampleEvery);
  }

  #forget(): void {
    for (const list of [...this.waits, ...this.tallies]) list.length = 0;
    this.fees.fill(0);
  }

  #scheduleSample(time: number): void {
    this.#schedule(time, "sample", -1, () => {
      this.samples.push(
        this.resources.map(({ lines }) => lines.reduce((sum, { queue }) => sum + queue.length, 0)),
      );
      this.#scheduleSample((this.samples.length + 1) * this.#network.sampleEvery);
    });
  }

  #scheduleChange(timeline: number, entry: number): void {
    const { timelineFirst, timelineTarget, changeAt, changeTo } = this.#network;
    if (entry >= (timelineFirst[timeline + 1] ?? 0)) return;
    this.#schedule(changeAt[entry] ?? 0, `timeline ${timeline}`, -1, () => {
      this.#scheduleChange(timeline, entry + 1);
      const resource = this.resources[timelineTarget[timeline] ?? 0];
      if (resource === undefined) return;
      resource.capacity = changeTo[entry] ?? 0;
      if (!resource.isOrder) return this.#serve(resource);
      for (const waiting of resource.lines[0]?.queue.splice(0) ?? []) {
        this.waits[resource.index]?.push(this.now - waiting.since);
        waiting.grant();
      }
    });
  }

  #scheduleArrival(source: number): void {
    const { days, hourRate, dayFactor, horizon } = this.#network;
    let due = unitExponential(draw(this.#streams, source * 2));
    let from = this.now;
    for (let hour = this.#hours[source] ?? 0; hour < days * 24; hour++) {
      const day = Math.floor(hour / 24);
      const rate = (hourRate[source * 24 + (hour % 24)] ?? 0) * (dayFactor[source * days + day] ?? 0);
      const end = Math.min(horizon, (hour + 1) * 60);
      this.#hours[source] = hour;
      if (due < rate * (end - from)) {
        this.#schedule(from + due / rate, `source ${source}`, this.born, () => this.#arrive(source));
        return;
      }
      due -= rate * (end - from);
      from = end;
    }
  }

  #arrive(source: number): void {
    const event = this.born++;
    this.#scheduleArrival(source);
    const share = this.#network.slotShare[source] ?? 0;
    const slot = share > 0 && drawUnit(this.#streams, source * 2 + 1) < share;
    const step = this.#network.sourceProgram[source] ?? 0;
    this.#proceed({ serial: event, source, born: this.now, slot, step, open: 0, failed: false });
  }

  #proceed(truck: Truck): void {
    for (let goesOn = true; goesOn; ) {
      const instruction = this.#program.get(truck.step);
      goesOn = instruction !== undefined && this.#follow(truck, instruction);
    }
  }

  /** Carries out one instruction; true when the truck goes on with the one at `truck.step`. */
  #follow(truck: Truck, { op, first, operands, next }: NaiveInstruction): boolean {
    const [second = 0, third = 0, fourth = 0, fifth = 0, sixth = 0] = operands;
    const resource = this.resources[first];
    const goTo = (step: number): boolean => {
      truck.step = step;
      return true;
    };
    if (op === code.GOTO) return goTo(first);
    if (op === code.BRANCH) return goTo(this.#decide(truck, first) ? second : next);
    if (op === code.FEE) this.fees[first] = (this.fees[first] ?? 0) + (this.#network.amounts[second] ?? 0);
    if (op === code.MARK || op === code.EXIT) this.tallies[first]?.push(this.now - truck.born);
    if (op === code.MARK || op === code.FEE) return goTo(next);
    if (op === code.EXIT) this.gone++;
    if (op === code.DELAY) {
      truck.step = next;
      const minutes = sample(this.#network.spreads, first, this.#streams, truck.source * 2 + 1);
      this.#schedule(this.now + minutes, "truck", truck.serial, () => this.#ready.push(truck));
    }
    if (op === code.CHECKS) this.#startChecks(truck, first, second, third, next);
    if (resource === undefined || op === code.EXIT || op === code.DELAY || op === code.CHECKS) return false;
    if (op === code.FREE) {
      resource.used--;
      this.#serve(resource);
      return goTo(next);
    }
    if (op === code.INTAKE) return this.#intake(truck, resource, second, next);
    const waiting = resource.lines.reduce((sum, { queue }) => sum + queue.length, 0);
    if (op === code.BALK) return goTo(waiting > second && this.#decide(truck, third) ? fourth : next);
    if (op === code.METER && resource.capacity === code.UNLIMITED) return goTo(next);
    const full = resource.used >= resource.capacity;
    if (full && fourth >= 0 && waiting >= fourth) return goTo(fifth);
    const granted =
      op === code.SEIZE
        ? () => {
            truck.step = next;
            if (full) this.#ready.push(truck);
          }
        : () => this.#serviceOf(truck, resource, sixth, next);
    this.#request(resource, truck.slot ? third : second, granted);
    return op === code.SEIZE && !full;
  }

  #serviceOf(truck: Truck, resource: NaiveResource, spread: number, next: number): void {
    this.#schedule(this.now + this.#minutes(resource, spread), "truck", truck.serial, () => {
      resource.used--;
      this.#serve(resource);
      truck.step = next;
      this.#ready.push(truck);
    });
  }

  #intake(truck: Truck, order: NaiveResource, turnedAway: number, next: number): boolean {
    const mode = order.capacity % 8;
    const waits = mode === code.HOLD || (mode === code.SLOT_ONLY && !truck.slot);
    if (mode === code.STOP) truck.step = turnedAway;
    else if (mode === code.DIVERT) truck.step = Math.floor(order.capacity / 8);
    else if (!waits) truck.step = next;
    else order.lines[0]?.queue.push({ since: this.now, grant: () => this.#ready.push(truck) });
    return !waits;
  }

  #startChecks(truck: Truck, first: number, count: number, failedStep: number, next: number): void {
    truck.open = count;
    truck.failed = false;
    const answered = (failed: boolean): void => {
      truck.failed ||= failed;
      if (--truck.open > 0) return;
      truck.step = truck.failed ? failedStep : next;
      this.#ready.push(truck);
    };
    for (const check of this.#checks.slice(first, first + count)) this.#check(truck, check, false, answered);
  }

  #check(truck: Truck, check: NaiveCheck, again: boolean, answered: (failed: boolean) => void): void {
    const resource = this.resources[check.resource];
    if (resource === undefined) return;
    this.#request(resource, check.line, () => {
      this.#schedule(this.now + this.#minutes(resource, check.spread), "truck", truck.serial, () => {
        resource.used--;
        this.#serve(resource);
        if (!again && this.#happens(resource, check.held)) {
          const later = () => this.#check(truck, check, true, answered);
          this.#schedule(this.now + this.#minutes(resource, check.hold), "truck", truck.serial, later);
          return;
        }
        answered(this.#happens(resource, check.failed));
      });
    });
  }

  #request(resource: NaiveResource, line: number, grant: () => void): void {
    if (resource.used < resource.capacity) {
      resource.used++;
      this.waits[resource.index]?.push(0);
      grant();
      return;
    }
    resource.lines.find(({ index }) => index === line)?.queue.push({ since: this.now, grant });
  }

  #serve(resource: NaiveResource): void {
    while (resource.used < resource.capacity) {
      const line = nextLine(resource);
      const waiting = line?.queue.shift();
      if (waiting === undefined) return;
      resource.used++;
      this.waits[resource.index]?.push(this.now - waiting.since);
      waiting.grant();
    }
  }

  #minutes(resource: NaiveResource, spread: number): number {
    return sample(this.#network.spreads, spread, this.#streams, this.#hours.length * 2 + resource.index);
  }

  #decide(truck: Truck, share: number): boolean {
    return drawUnit(this.#streams, truck.source * 2 + 1) < (this.#network.shares[share] ?? 0);
  }

  #happens(resource: NaiveResource, share: number): boolean {
    const probability = this.#network.shares[share] ?? 0;
    return probability > 0 && drawUnit(this.#streams, this.#hours.length * 2 + resource.index) < probability;
  }
}

/** Lowest level first; within it, the line that has most credit after each has got its weight. */
function nextLine({ lines }: NaiveResource): NaiveResource["lines"][number] | undefined {
  const waiting = lines.filter(({ queue }) => queue.length > 0);
  const level = Math.min(...waiting.map((line) => line.level));
  const equals = waiting.filter((line) => line.level === level);
  const [first] = equals;
  if (first === undefined || first === lines.findLast((line) => line.level === level)) return first;
  for (const line of equals) line.credit += line.weight;
  const chosen = equals.reduce((best, line) => (line.credit > best.credit ? line : best), first);
  chosen.credit -= equals.reduce((sum, line) => sum + line.weight, 0);
  return chosen;
}
