import { readFileSync } from "node:fs";
import type { ProgramName } from "./outside.ts";

/** One part of `npm test`: vitest projects with their settings. `needs` are programs without which the part is skipped. */
export type Part = {
  name: string;
  projects: string[];
  env?: Record<string, string>;
  needs?: ProgramName[];
  /** In the deep run, fails when an engine's tests leave too many of its branches unvisited. */
  coverage?: boolean;
  /** Node loads the modules as in production and once for all files of a worker; vitest's own loader makes them slower and loads them for each file. */
  native?: boolean;
  /** The part starts servers that serve the built pages. */
  web?: boolean;
};

/** In the order in which they run: what fails fast stands first. */
export const PARTS: Part[] = [
  { name: "contract", projects: ["contract"] },
  { name: "engines", projects: ["engines"], coverage: true, native: true },
  {
    name: "server on PGlite",
    projects: ["server", "test/world"],
    env: { MOC_TEST_ENGINE: "pglite" },
    native: true,
  },
  {
    name: "server on PostgreSQL",
    projects: ["server", "test/world"],
    env: { MOC_TEST_ENGINE: "postgres" },
    needs: ["postgres"],
    native: true,
  },
  { name: "web", projects: ["web"], needs: ["chromium"], web: true },
  { name: "field", projects: ["field"] },
  { name: "tools", projects: ["tools", "bench"], needs: ["postgres", "cc", "ps"] },
  // Side by side: while whole servers are killed and started anew, the browsers have a processor to themselves.
  {
    name: "chaos and journeys",
    projects: ["test/chaos", "test/journeys"],
    needs: ["postgres", "ps", "chromium"],
    web: true,
  },
];

export type Tally = { passed: number; failed: number; skipped: number };

/** The parts of a vitest JSON report that count. */
type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests?: number;
  success: boolean;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};

/** Counts a report. A file that failed outside its tests (in loading, in a hook) counts as one failure, a missing report or a failed run without a failed test too. */
export function tally(report: string | undefined, status: number | null): Tally {
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const r: Report = JSON.parse(report);
  const broken = r.testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((one) => one.status === "failed"),
  ).length;
  const failed = r.numFailedTests + broken;
  return {
    passed: r.numPassedTests,
    failed: failed === 0 && status !== 0 ? 1 : failed,
    skipped: r.numPendingTests + (r.numTodoTests ?? 0),
  };
}

export function add(a: Tally, b: Tally): Tally {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** The last line of `npm test`. */
export function closingLine(sum: Tally): string {
  return `${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ""}`;
}

/** The text of a report file, or undefined when the run died before writing it. */
export function reportAt(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
