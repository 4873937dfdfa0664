import type { Page } from "playwright-core";

declare global {
  interface Window {
    spoken: string[];
  }
}

/** Keeps what a screen reader would be given to speak. */
export async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.spoken = [];
    const regions = "[aria-live], [role=status], [role=alert]";
    const hear = (part: Node) => {
      const region = (part instanceof Element ? part : part.parentElement)?.closest<HTMLElement>(regions);
      if (region) window.spoken.push(region.innerText);
    };
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes) for (const part of [target, ...addedNodes]) hear(part);
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
}

/** What was said since it was last asked for. */
export async function heard(page: Page | undefined): Promise<string> {
  return (await page?.evaluate(() => window.spoken.join("\n"))) ?? "";
}

/** The name of what has the focus; empty when the keys are nowhere. */
export function onFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement) || at === document.body) return "";
    const labels = "labels" in at && at.labels instanceof NodeList ? at.labels : [];
    const label = [...labels].map((one) => one.textContent).join(" ");
    const name = at.getAttribute("aria-label") ?? (label || at.innerText);
    return name.replaceAll(/\s+/g, " ").trim();
  });
}

export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

const most = 60;

/** Goes on by Tab to what is so called, and there presses a key or types. What has the focus must be seen to have it. */
export async function tabTo(page: Page, name: RegExp, then?: string): Promise<void> {
  const met: string[] = [];
  for (let n = 0; n < most && !name.test(met.at(-1) ?? ""); n += 1) {
    await page.keyboard.press("Tab");
    met.push(await onFocus(page));
  }
  if (!name.test(met.at(-1) ?? "")) throw new Error(`${String(name)} is not reached: ${met.join(" | ")}`);
  if (!(await marked(page))) throw new Error(`${met.at(-1) ?? ""} has the focus and does not show it`);
  if (then === undefined) return;
  if (/^[A-Z][a-z]+$/.test(then)) await page.keyboard.press(then);
  else await page.keyboard.type(then);
}

/** Goes on by Tab to a list and there down to what begins so. */
export async function choose(page: Page, list: RegExp, option: string): Promise<void> {
  await tabTo(page, list);
  const chosen = () =>
    page.evaluate(() => {
      const at = document.activeElement;
      return at instanceof HTMLSelectElement ? (at.selectedOptions[0]?.text ?? "") : "";
    });
  for (let n = 0; n < most && !(await chosen()).startsWith(option); n += 1)
    await page.keyboard.press("ArrowDown");
  if (!(await chosen()).startsWith(option)) throw new Error(`${String(list)} offers no ${option}`);
}

const marked = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const look = getComputedStyle(document.activeElement ?? document.body);
    return look.boxShadow !== "none" || look.outlineStyle !== "none";
  });
