import axe from "axe-core";
import type { Page } from "playwright-core";

export const languages = ["vi", "en", "zh"] as const;
export type Language = (typeof languages)[number];
const themes = ["light", "dark"] as const;

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** Waits until the page has been drawn as it stands now. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Goes to another screen as a link would, without loading the application again, and waits until it has read its data. */
export async function go(page: Page, path: string, ready: string): Promise<void> {
  await page.evaluate((to) => history.pushState({}, "", to), path);
  await drawn(page);
  await page.locator("main:not([aria-busy])").waitFor();
  await page.locator(ready).first().waitFor();
  await page.waitForFunction(() => document.querySelector(".skel") === null);
}

/** Switches the language in place with the buttons that every screen has. */
export async function speak(page: Page, language: Language): Promise<void> {
  await page.locator(`.langs button[lang=${language}]`).click();
  await page.waitForFunction((lang) => document.documentElement.lang === lang, language);
}

/** What axe finds on the page as it stands, in both themes. @returns one line per finding, empty when there is none. */
export async function findings(page: Page, what: string): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const found: string[] = [];
  for (const theme of themes) {
    const violations = await page.evaluate(violationsIn, theme);
    for (const { id, nodes } of violations)
      for (const node of nodes.slice(0, 3))
        found.push(`${what}, ${theme}: ${id} at ${node.target}: ${node.why}`);
  }
  return found;
}

/** Runs in the page. A theme changes colours alone, so the dark one is asked by the rules of colour. */
async function violationsIn(theme: string) {
  document.documentElement.dataset.theme = theme;
  const { violations } = await window.axe.run(document, {
    resultTypes: ["violations"],
    ...(theme === "dark" && { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } }),
  });
  return violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map(({ target, any, html }) => ({ target: target.join(" "), why: any[0]?.message ?? html })),
  }));
}

const widths = [360, 1280, 1920];

// Each width is drawn before the next is set: once, in a whole run, a page was drawn no more after several in a row.
async function resize(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await drawn(page);
}

/** Widths in CSS pixels at which the page would have to be scrolled sideways, or a text is cut that is told nowhere else. */
export async function tooWide(page: Page, what: string): Promise<string[]> {
  const wide: string[] = [];
  for (const width of widths) {
    await resize(page, width);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) wide.push(`${what}: ${over} px too wide at ${width}, ${await widest(page)}`);
    for (const text of await cutTexts(page)) wide.push(`${what}: cut at ${width}, “${text}”`);
  }
  await resize(page, 1440);
  return wide;
}

/** The innermost parts that stick out on the right, for the reader of a failure. */
function widest(page: Page): Promise<string> {
  return page.evaluate(() =>
    [...document.querySelectorAll("body *")]
      .filter((part) => part.getBoundingClientRect().right > innerWidth + 1)
      .slice(-4)
      .map((part) => `${part.tagName.toLowerCase()}.${part.getAttribute("class") ?? ""}`)
      .join(" "),
  );
}

/** Texts that end in “…” and are told whole nowhere, not even as a title. */
function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("main *")]
      .filter((part) => getComputedStyle(part).textOverflow === "ellipsis")
      .filter((part) => part.scrollWidth > part.clientWidth && part.closest("[title]") === null)
      .map((part) => part.textContent),
  );
}

/** Opens a state of the page in each language and looks at it in both themes. */
export async function look(page: Page, what: string, open: (page: Page) => Promise<void>): Promise<string[]> {
  const found: string[] = [];
  for (const language of languages) {
    await speak(page, language);
    await open(page);
    found.push(...(await findings(page, `${what}, ${language}`)));
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
  }
  return found;
}
