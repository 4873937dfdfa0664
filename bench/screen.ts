import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { openBrowser, openReader, signIn } from "../test/journeys/browser.ts";
import { startCluster } from "../tools/postgres-cluster.ts";
import { type Arrivals, arrivalsAt, route } from "./gate/trucks.ts";
import { fillWaiting, placeOn, serverOn } from "./gate/zone.ts";
import { compare, type Measured } from "./measure.ts";
import { option } from "./option.ts";
import { type Task, tasksOf } from "./screen/tasks.ts";

/**
 * The longest task of the browser's main thread, ms, while the queue screen of many waiting trucks is scrolled from end to
 * end, filtered, searched, and shows arrivals as they come, beside the same scrolling of a blank page while as many trucks
 * arrive. The bar of the house is 50 ms by the clock on the wall. A task also waits while both processors work for others,
 * as the server does here: how much of the longest a processor worked on it is said beside it.
 * Argument: `--trips N` trucks in the queue (default 10,000).
 */
export async function run(args: string[]): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), "moc-bench-"));
  const cluster = await startCluster();
  const place = placeOn(cluster, folder);
  await fillWaiting(place, option(args, "--trips", 10_000), say);
  const [server, browser] = await Promise.all([serverOn(place), openBrowser()]);
  try {
    const reader = await openReader(browser);
    await signIn(reader, server, "dieu-do");
    await reader.page.goto(`${server.url}/queue/${route}/export`);
    await reader.page.locator("table.q tbody tr[data-key]").nth(5).waitFor();
    const blank = await blankPage(browser);
    const arrive = await arrivalsAt(server);
    await work(reader.page, arrive); // what is loaded and compiled once is not the bar
    say("the screen is warm");
    const seen: Task[] = [];
    const measured = await compare({
      name: "screen",
      unit: "ms, longest task",
      ours: async () => {
        const tasks = await tasksOf(browser, reader.page, () => work(reader.page, arrive));
        seen.push(...tasks);
        say(`  the longest: ${tasks.slice(0, 5).map(spoken).join(", ")}`);
        return tasks[0]?.ms ?? 0;
      },
      reference: {
        name: "blank page",
        run: async () => (await tasksOf(browser, blank, () => idle(blank, arrive)))[0]?.ms ?? 0,
      },
      onPair: (index, ours, beside) =>
        say(`pair ${index + 1}: longest task ${ours.toFixed(1)} ms, on a blank page ${beside.toFixed(1)} ms`),
    });
    const over = seen.filter(({ ms }) => ms > bar);
    const worked = over.filter(({ workedMs }) => workedMs > bar);
    say(
      `${seen.length} tasks: ${over.length} over ${bar} ms, ${worked.length} of them worked on for so long`,
    );
    say(`the browser complained ${reader.complaints.length} times`);
    return measured;
  } finally {
    await browser.close();
    await server.stop();
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** ms */
const bar = 50;

const spoken = ({ ms, workedMs }: Task) => `${ms.toFixed(1)} ms (worked ${workedMs.toFixed(1)})`;

async function blankPage(browser: Browser): Promise<Page> {
  const { page } = await openReader(browser);
  await page.setContent('<div style="height: 800px; overflow: auto"><p style="height: 360000px"></p></div>');
  return page;
}

/** From one end to the other and back, as a wheel and as a dragged bar do it. */
async function scroll(page: Page, box: string): Promise<void> {
  const area = page.locator(box).first();
  await area.hover();
  for (let turn = 0; turn < 20; turn += 1) await page.mouse.wheel(0, 400);
  for (const share of [0.25, 0.5, 0.75, 1, 0.6, 0.1, 0]) {
    await area.evaluate((element, to) => element.scrollTo({ top: element.scrollHeight * to }), share);
    await page.waitForTimeout(150);
  }
}

/** What arrives and is scrolled while nobody works. */
async function idle(page: Page, arrive: Arrivals): Promise<void> {
  const arriving = arrive(6, "51C");
  await scroll(page, "div");
  await arriving;
}

/** What a dispatcher does in ten seconds, while trucks arrive. */
async function work(page: Page, arrive: Arrivals): Promise<void> {
  const arriving = arrive(6, "51C");
  await scroll(page, ".tscroll");
  const search = page.getByRole("searchbox");
  await search.pressSequentially("29H1", { delay: 60 });
  await page.waitForTimeout(500);
  await search.fill("");
  const streams = page.locator(".qbar [role=group]").nth(1).getByRole("button");
  for (const at of [1, 0]) {
    await streams.nth(at).click();
    await page.waitForTimeout(400);
  }
  await arriving;
  await page.waitForTimeout(2_500); // the stream refreshes every two seconds at most
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
