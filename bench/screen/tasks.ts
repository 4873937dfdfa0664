import type { Browser, Page } from "playwright-core";

type TraceEvent = {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** µs */
  dur?: number;
  args?: { name?: string; data?: { frameURL?: string } };
};

/** The longest task of the page's main thread while `work` ran, ms, and how many took more than 50 ms. */
export async function longestTask(
  browser: Browser,
  page: Page,
  work: () => Promise<void>,
): Promise<{ longest: number; longerThan50: number }> {
  await browser.startTracing(page, {
    categories: ["toplevel", "disabled-by-default-devtools.timeline", "__metadata"],
  });
  await work();
  const trace: { traceEvents: TraceEvent[] } = JSON.parse((await browser.stopTracing()).toString());
  const mains = new Set(
    trace.traceEvents
      .filter((event) => event.name === "thread_name" && event.args?.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  const tasks = trace.traceEvents.filter(
    ({ name, ph, pid, tid }) => name.endsWith("RunTask") && ph === "X" && mains.has(`${pid}/${tid}`),
  );
  if (tasks.length === 0)
    throw new Error("the trace tells of no task: does this Chromium name them otherwise?");
  const took = tasks.map(({ dur = 0 }) => dur / 1000);
  return { longest: Math.max(...took), longerThan50: took.filter((ms) => ms > 50).length };
}
