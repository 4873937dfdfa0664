import { CHECK_STRIDE, type Network, STRIDE } from "../network.ts";
import type { Waiting } from "./naive.ts";

/** A resource as an object. */
export type NaiveResource = {
  index: number;
  isOrder: boolean;
  capacity: number;
  used: number;
  lines: { index: number; level: number; weight: number; credit: number; queue: Waiting[] }[];
};
export type NaiveInstruction = { op: number; first: number; operands: number[]; next: number };
export type NaiveCheck = {
  resource: number;
  line: number;
  spread: number;
  held: number;
  hold: number;
  failed: number;
};

/** The tables of a network as objects. */
export function readNetwork(network: Network): {
  resources: NaiveResource[];
  program: Map<number, NaiveInstruction>;
  checks: NaiveCheck[];
} {
  const resources = Array.from(network.capacity, (capacity, index) => {
    const [from = 0, to = 0] = network.firstLine.slice(index, index + 2);
    const lines = Array.from({ length: to - from }, (_, nth) => ({
      index: from + nth,
      level: network.lineLevel[from + nth] ?? 0,
      weight: network.lineWeight[from + nth] ?? 0,
      credit: 0,
      queue: [],
    }));
    return { index, isOrder: network.isOrder[index] === 1, capacity, used: 0, lines };
  });
  const program = new Map<number, NaiveInstruction>();
  for (let step = 0; step < network.code.length; step += STRIDE) {
    const [op = 0, first = 0, ...operands] = network.code.slice(step, step + STRIDE);
    program.set(step, { op, first, operands, next: step + STRIDE });
  }
  const checks: NaiveCheck[] = [];
  for (let entry = 0; entry < network.checks.length; entry += CHECK_STRIDE) {
    const cells = network.checks.slice(entry, entry + CHECK_STRIDE);
    const [resource = 0, line = 0, spread = 0, held = 0, hold = 0, failed = 0] = cells;
    checks.push({ resource, line, spread, held, hold, failed });
  }
  return { resources, program, checks };
}
