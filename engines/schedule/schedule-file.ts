import { cell, noCeiling } from "./cells.ts";
import { finishDate, nameOf, type PlannedDate, type PlannedNode, plannedNode } from "./dates.ts";
import { countBefore } from "./day-tables.ts";
import { drivingChain, type Link, lastNode } from "./driving.ts";
import { type HealthFinding, healthOf } from "./health.ts";
import { cycleText } from "./messages.ts";
import type { Network } from "./network.ts";
import { endsOf } from "./plan.ts";
import { readPsplib } from "./psplib.ts";
import { type NetworkProblem, readNetwork } from "./read-network.ts";
import { type Schedule, scheduleOf } from "./schedule.ts";
import { shortestCycle } from "./shortest-cycle.ts";

/** A node of a file with dates as offsets too: days from the start of the plan, a finish exclusive. */
export interface FileNode extends Omit<PlannedNode, "earliest" | "latest"> {
  earliest: { start: PlannedDate | null; finish: PlannedDate | null; from: number; to: number };
  latest: { start: PlannedDate | null; finish: PlannedDate | null } | null;
}

export interface FileSchedule {
  ok: true;
  name: string;
  format: "json" | "psplib";
  nodes: number;
  edges: number;
  /** Days from the start of the plan to its finish: working days of its first calendar, and calendar days. */
  length: { workingDays: number; days: number; is: PlannedDate["is"] };
  /** The length that a PSPLIB file states for itself. */
  statedLength: number | null;
  start: string | null;
  finish: PlannedDate | null;
  tasks: FileNode[];
  /** From the node that ends last back to what began it; `edge` is the index of the driving edge. */
  drivingChain: { id: string; side: Link["side"]; edge: number | null }[];
  health: HealthFinding[];
}

export interface FileFailure {
  ok: false;
  name: string;
  problems: (NetworkProblem & { text?: string })[];
  /** One shortest cycle, as ids in the order of its edges. */
  cycle: string[] | null;
}

function failure(name: string, problems: NetworkProblem[]): FileFailure {
  return { ok: false, name, problems, cycle: null };
}

function cycleFailure(name: string, network: Network): FileFailure {
  const { from, to } = endsOf(network);
  const edges = shortestCycle(network.nodes.length, from, to) ?? [];
  const nodes = edges.map((edge) => network.nodes[cell(from, edge)]);
  const cycle = nodes.map((node) => node?.id ?? "");
  const text = cycleText(nodes.map(nameOf), "vi");
  return {
    ok: false,
    name,
    problems: [{ path: "edges", code: "cycle", value: cycle.join(" → "), text }],
    cycle,
  };
}

function fileNode(schedule: Schedule, index: number, dated: boolean): FileNode {
  const { plan } = schedule;
  const at = cell(plan.place, index);
  const begin = beginningOf(schedule);
  const { earliest, latest, ...rest } = plannedNode(schedule, index);
  const shown = (date: PlannedDate) => (dated ? date : null);
  return {
    ...rest,
    earliest: {
      start: shown(earliest.start),
      finish: shown(earliest.finish),
      from: cell(plan.earlyStart, at) - begin,
      to: cell(plan.earlyFinish, at) - begin,
    },
    latest: latest && { start: shown(latest.start), finish: shown(latest.finish) },
  };
}

/** The boundary at which the plan begins. */
function beginningOf({ plan }: Schedule): number {
  return Date.parse(`${plan.network.start}T00:00:00Z`) / 86_400_000 - plan.tables.origin;
}

function fileSchedule(
  name: string,
  network: Network,
  schedule: Schedule,
  statedLength: number | null,
  dated: boolean,
): FileSchedule {
  const { plan, finish, finishVague } = schedule;
  const begin = beginningOf(schedule);
  const is = finishVague ? "at-least" : "known";
  const before = (time: number) => countBefore(plan.tables, 0, time);
  const chain = drivingChain(plan, lastNode(plan), "finish");
  return {
    ok: true,
    name,
    format: dated ? "json" : "psplib",
    nodes: plan.nodes,
    edges: network.edges.length,
    length: { workingDays: before(finish) - before(begin), days: finish - begin, is },
    statedLength,
    start: dated ? network.start : null,
    finish: dated ? { date: finishDate(schedule, finish), is } : null,
    tasks: network.nodes.map((_, index) => fileNode(schedule, index, dated)),
    drivingChain: chain.map(({ node, side, edge }) => ({ id: network.nodes[node]?.id ?? "", side, edge })),
    health: healthOf(schedule, plan.finishBy !== noCeiling),
  };
}

/**
 * Plans the text of a file: a network in our JSON, or a PSPLIB `.sm` (by its name or its first line of stars). The
 * result is plain data for printing; nothing is thrown for what a file may contain.
 */
export function scheduleFile(text: string, name: string): FileSchedule | FileFailure {
  const psplib = name.toLowerCase().endsWith(".sm") || text.startsWith("****");
  const read = psplib ? readPsplib(text) : readNetwork(text);
  if ("problems" in read) return failure(name, read.problems);
  const schedule = scheduleOf(read.network);
  if (schedule === null) return cycleFailure(name, read.network);
  const stated = "statedLength" in read && typeof read.statedLength === "number" ? read.statedLength : null;
  return fileSchedule(name, read.network, schedule, stated, !psplib);
}

/** What the command `schedule FILE` prints and its exit status: JSON on standard output, problems on standard error. */
export function scheduleCommand(
  text: string,
  name: string,
  json: boolean,
): { out: string; err: string; status: number } {
  const result = scheduleFile(text, name);
  if (!result.ok) {
    const lines = result.problems.map(
      ({ path, code, value, text: words }) =>
        `${path === "" ? name : `${name}: ${path}`}: ${words ?? `${code} (${value})`}`,
    );
    return { out: json ? `${JSON.stringify(result)}\n` : "", err: `${lines.join("\n")}\n`, status: 1 };
  }
  if (json) return { out: `${JSON.stringify(result)}\n`, err: "", status: 0 };
  const { length, finish, drivingChain: chain } = result;
  const sign = length.is === "known" ? "" : "≥ ";
  const lines = [
    `${result.nodes} nodes, ${result.edges} edges`,
    `length ${sign}${length.workingDays} working days (${length.days} days)${finish === null ? "" : `, finish ${sign}${finish.date}`}`,
    `driving chain: ${chain
      .map(({ id }) => id)
      .toReversed()
      .join(" → ")}`,
  ];
  return { out: `${lines.join("\n")}\n`, err: "", status: 0 };
}
