import { existsSync, readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { simulate } from "./simulate.ts";
import { randomScenario } from "./testing/random-scenario.ts";

const CHROMIUM = process.env["MOC_CHROMIUM"] ?? "/usr/bin/chromium";
const present = existsSync(CHROMIUM);
if (!present && process.env["CI"] === "true") throw new Error(`no Chromium at ${CHROMIUM}`);
if (!present) process.stderr.write(`SKIPPED: no Chromium at ${CHROMIUM}; digits are compared in Node only\n`);

/** The engine as a classic script that sets `moc`. */
async function bundle(): Promise<string> {
  const { build } = await import("vite"); // only here: it takes seconds to load
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      minify: true,
      target: "esnext",
      lib: { entry: new URL("index.ts", import.meta.url).pathname, formats: ["iife"], name: "moc" },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const chunk = output !== undefined && "output" in output ? output.output[0] : undefined;
  if (chunk === undefined) throw new Error("nothing was bundled");
  return chunk.code;
}

/** The digits of a report, shortened only when they are equal. */
function digits(text: string): string {
  return JSON.stringify(simulate(text));
}

describe.skipIf(!present || process.env["MOC_FAULTS"] === "1")("the engine in Chromium", () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const script = await bundle();
    const { chromium } = await import("playwright-core");
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    });
    page = await browser.newPage();
    await page.addScriptTag({ content: script });
  }, 120_000);

  afterAll(() => browser?.close());

  const ordinary = new URL("scenarios/ordinary-january-day.yaml", import.meta.url);
  const cases = [
    [
      "the ordinary January day",
      readFileSync(ordinary, "utf8").replace("replications: 10", "replications: 2"),
    ],
    ...[11, 23, 42, 77].map((seed) => [`random scenario ${seed}`, JSON.stringify(randomScenario(seed))]),
  ] as [string, string][]; // `as`: two texts each

  it.each(cases)(
    "prints the same digits as in Node: %s",
    async (_, text) => {
      const found = await page.evaluate(`JSON.stringify(moc.simulate(${JSON.stringify(text)}))`);
      expect(found === digits(text)).toBe(true);
      expect(String(found).length).toBeGreaterThan(1_000);
    },
    60_000,
  );
});
