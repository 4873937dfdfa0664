import type { Browser, Page } from "playwright-core";

type TraceEvent = {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** µs by the clock on the wall */
  dur?: number;
  /** µs in which a processor worked on it */
  tdur?: number;
};

const mark = "moc-bench";

/** The length of a task, ms: by the clock on the wall, and how much of it a processor worked on it. */
export type Task = { ms: number; workedMs: number };

/** The tasks of the page's main thread while `work` ran, the longest first. */
export async function tasksOf(browser: Browser, page: Page, work: () => Promise<void>): Promise<Task[]> {
  // Not the timeline of the developer's tools: what it records of each task makes the task longer.
  await browser.startTracing(page, { categories: ["toplevel", "blink.user_timing"] });
  await page.evaluate((name) => performance.mark(name), mark);
  await work();
  const trace: { traceEvents: TraceEvent[] } = JSON.parse((await browser.stopTracing()).toString());
  // Other pages are in the trace too: the one that left the mark is meant.
  const marked = trace.traceEvents.find(({ name }) => name === mark);
  const tasks = trace.traceEvents.filter(
    ({ name, ph, pid, tid }) =>
      name.endsWith("RunTask") && ph === "X" && pid === marked?.pid && tid === marked.tid,
  );
  if (tasks.length === 0)
    throw new Error("the trace tells of no task: does this Chromium name them otherwise?");
  return tasks
    .map(({ dur = 0, tdur = 0 }) => ({ ms: dur / 1000, workedMs: tdur / 1000 }))
    .toSorted((one, other) => other.ms - one.ms);
}
