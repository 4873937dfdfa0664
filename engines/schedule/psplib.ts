import { everyDay, type Network } from "./network.ts";
import { mostDays, type NetworkProblem } from "./read-network.ts";

/** A PSPLIB network with the critical-path length (MPM-Time) that its file states, null when it states none. */
export interface PsplibNetwork {
  network: Network;
  statedLength: number | null;
}

/** A section's rows of numbers: from the line after its header row up to the next line of stars. */
function rowsOf(lines: readonly string[], title: string): { line: number; numbers: number[] }[] {
  const at = lines.findIndex((line) => line.startsWith(title));
  if (at < 0) return [];
  const rows: { line: number; numbers: number[] }[] = [];
  for (let index = at + 1; index < lines.length && !(lines[index] ?? "").startsWith("*"); index++) {
    const text = (lines[index] ?? "").trim();
    if (/^-?\d/.test(text)) rows.push({ line: index + 1, numbers: text.split(/\s+/).map(Number) });
  }
  return rows;
}

/** An undated network begins on any day; every day counts. */
const anyDay = "2000-01-01";

/**
 * Reads the precedence network of a PSPLIB `.sm` file (single mode): jobs, successors, durations. Resources are not
 * read: the stated MPM-Time is the length without them. Format: Kolisch and Sprecher, PSPLIB, EJOR 96 (1997).
 */
export function readPsplib(text: string): PsplibNetwork | { problems: NetworkProblem[] } {
  const lines = text.split(/\r?\n/);
  const problems: NetworkProblem[] = [];
  const wrong = (line: number, value: string) =>
    problems.push({ path: `line ${line}`, code: "psplib-malformed", value });
  const precedence = rowsOf(lines, "PRECEDENCE RELATIONS");
  const requests = rowsOf(lines, "REQUESTS/DURATIONS");
  const durations = new Map<number, number>();
  for (const { line, numbers } of requests) {
    const [job, , duration] = numbers;
    if (
      job === undefined ||
      duration === undefined ||
      !Number.isInteger(duration) ||
      duration < 0 ||
      duration > mostDays
    ) {
      wrong(line, numbers.join(" "));
    } else durations.set(job, duration);
  }
  if (precedence.length === 0) wrong(1, "PRECEDENCE RELATIONS");
  if (requests.length === 0) wrong(1, "REQUESTS/DURATIONS");
  const edges: { from: string; to: string; kind: "practical" }[] = [];
  for (const { line, numbers } of precedence) {
    const [job, , count, ...successors] = numbers;
    if (job === undefined || successors.length !== count || !durations.has(job))
      wrong(line, numbers.join(" "));
    for (const successor of successors) {
      if (!durations.has(successor) || successor === job) wrong(line, String(successor));
      edges.push({ from: String(job), to: String(successor), kind: "practical" });
    }
  }
  if (problems.length > 0) return { problems };
  const nodes = [...durations].map(([job, duration]) => ({ id: String(job), duration, calendar: everyDay }));
  const stated = rowsOf(lines, "PROJECT INFORMATION")[0]?.numbers.at(-1);
  return { network: { start: anyDay, calendars: [], nodes, edges }, statedLength: stated ?? null };
}
