import type { Ints, Reals } from "./cells.ts";
import type { SpreadTable } from "./distribution.ts";

/**
 * A compiled scenario: what the kernel reads and never writes. Names are gone, everything is an index. A *resource*
 * is anything that a truck takes and gives back (lane, desk, dock, yard slot, park slot) or waits at (a steering
 * order); its waiting trucks stand in *lines*. A *program* is what one kind of truck does on one route.
 */
export type Network = {
  /** End of the run and of its warm-up, and the distance of samples of the queues, in minutes. */
  horizon: number;
  warmUp: number;
  sampleEvery: number;
  limits: Limits;
  days: number;
  /** Number of sources, and the subject of the first part of the first truck (see world.ts). */
  sources: number;
  firstPart: number;
  /** Arrivals per source: first instruction, trucks per minute by hour of the day (24 each), factor by day, share with a slot. */
  sourceProgram: Ints;
  hourRate: Reals;
  dayFactor: Reals;
  slotShare: Reals;
  /** Stream keys: two per source (arrivals, decisions), then one per resource. */
  streamKeys: Ints;
  /** Capacity at time 0 (UNLIMITED = no bound; a mode for steering orders) and first line per resource (one more at the end). */
  capacity: Ints;
  firstLine: Ints;
  /** A lower level goes first; within a level lines share by weight. */
  lineLevel: Ints;
  lineWeight: Ints;
  /** Changes of capacity or mode in time: first entry per timeline (one more at the end), target, and the entries. */
  timelineFirst: Ints;
  timelineTarget: Ints;
  changeAt: Reals;
  changeTo: Ints;
  /** 1 where the resource is a steering order, whose capacity is a mode. */
  isOrder: Ints;
  code: Ints;
  spreads: SpreadTable;
  shares: Reals;
  amounts: Reals;
  /** Parallel checks: resource, line, spread of the check, index of share held, spread of the hold, index of share failed. */
  checks: Ints;
  /** Parts of a truck: itself and its parallel checks. */
  parts: number;
  tallies: number;
};

/** Where a run is stopped rather than allowed to eat the machine. */
export type Limits = { events: number; trucks: number; present: number };

export const UNLIMITED = 0x3fffffff;

/** Subjects after the sources and timelines: the sampler, then the end of the warm-up. */
export const SINGLE_SUBJECTS = 2;

/** Cells per instruction and per check. */
export const STRIDE = 7;
export const CHECK_STRIDE = 6;

// Instructions, with their operands.
/** tally: the truck is gone. */
export const EXIT = 0;
/** tally: a milestone, timed from arrival. */
export const MARK = 1;
/** spread: goes on later. */
export const DELAY = 2;
/** resource, line, line with slot, most waiting or −1, instruction when more: keeps one unit until FREE. */
export const SEIZE = 3;
/** resource: gives the unit back. */
export const FREE = 4;
/** resource, line, line with slot, most waiting or −1, instruction when more, spread: takes a unit for a while. */
export const SERVE = 5;
/** as SERVE, but passed without an event while the resource is unlimited: an order "at most n per hour". */
export const METER = 6;
/** first check, number of checks, instruction after a failed one: all at the same time, goes on after the last. */
export const CHECKS = 7;
/** share, instruction: goes there with this probability. */
export const BRANCH = 8;
/** resource of the order, instruction when intake is stopped: goes on, waits, turns away or diverts. */
export const INTAKE = 9;
/** resource, waiting, share, instruction: when more are waiting, goes there with this probability. */
export const BALK = 10;
/** tally, amount: a fee in dong. */
export const FEE = 11;
/** instruction: goes there. */
export const GOTO = 12;

// Modes of a steering order; a diversion adds 8 × the instruction where it leads.
export const PASS = 0;
export const SLOT_ONLY = 1;
export const DIVERT = 2;
export const HOLD = 3;
export const STOP = 4;
export const MODE_BITS = 3;
