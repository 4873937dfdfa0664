import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page, Route } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, startServer } from "../world/running-server.ts";
import { openBrowser, openReader, type Reader, signIn } from "./browser.ts";
import { type FilledZone, fillZone } from "./fill-zone.ts";
import { go } from "./look.ts";
import { openMorning } from "./zone-hands.ts";

/** A crowded machine takes its time. */
const soon = { timeout: 60_000 };

describe("the tabs of one browser", () => {
  const folder = mkdtempSync(join(tmpdir(), "moc-tabs-"));
  let server: RunningServer;
  let browser: Browser;
  let zone: FilledZone;
  let guard: Reader;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer({ DATA_DIR: folder, MOC_FIELD: "0" }), openBrowser()]);
    zone = await fillZone(server, await openMorning(server));
    guard = await openReader(browser);
    await signIn(guard, server, "bien-phong");
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const stage = (page: Page) =>
    page.getByRole("list", { name: "Chặng đường" }).locator("[aria-current=step]");

  it("the desk decides on the truck as it stands, not as this browser last saw it", async () => {
    const { page } = guard;
    await go(page, `/trips/${zone.atGate}`, ".tl li");
    const plate = await page.locator(".th .vnp").innerText();
    await go(page, "/desk", ".desk-list button");
    // Another force decides while this officer looks elsewhere.
    const customs = await server.signIn("hai-quan");
    const pass = { check: "customs", decision: "pass" } as const;
    await customs.gate.decideCheck({ command: crypto.randomUUID(), trip: zone.atGate, ...pass });
    // From here on the keyboard is quicker than the network.
    const late = async (request: Route) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      await request.continue();
    };
    await page.route(/\/api\/trips\/[0-9a-f-]{36}$/, late, { times: 1 });
    await page.locator("#desk-plate").fill(plate.replaceAll(/\D/g, "").slice(2));
    await page.keyboard.press("Enter");
    await page.locator(".desk-card .vnp").getByText(plate).waitFor();
    await page.keyboard.press("1");
    await page
      .getByRole("status")
      .getByText(new RegExp(`^${plate}, .*: đạt\\.$`, "i"))
      .waitFor();
  });

  it("take an upgrade with the next page: pages are asked for anew, their parts kept, a part of old is gone", async () => {
    const kept = async (path: string) => {
      const { status, headers } = await fetch(server.url + path);
      return [status, headers.get("cache-control")];
    };
    for (const path of ["/", "/index.html", "/queue"]) expect(await kept(path)).toEqual([200, "no-cache"]);
    const page = await (await fetch(server.url)).text();
    const part = /\/assets\/[^"]+\.js/.exec(page)?.[0] ?? "";
    expect(await kept(part)).toEqual([200, "max-age=31536000, immutable"]);
    expect((await kept("/assets/of-the-last-version.js"))[0]).toBe(404);
  });

  it("one of them holds the stream; when it is closed, another takes over and misses nothing", async () => {
    const asked: [string, string][] = [];
    const { page: first, context } = guard;
    const listen = (name: string, page: Page) =>
      page.on("request", (request) => {
        const { pathname, search } = new URL(request.url());
        if (pathname === "/api/live") asked.push([name, search]);
      });
    const openTab = async (name: string): Promise<Page> => {
      const page = await context.newPage();
      listen(name, page);
      await page.goto(`${server.url}/trips/${zone.waiting}`);
      await page.locator(".tl li").first().waitFor();
      return page;
    };
    const second = await openTab("second");
    const third = await openTab("third");
    await expect.poll(() => stage(second).innerText()).toContain("Ở vùng chờ");
    expect(asked).toEqual([]); // the first tab reads for all of them
    await first.close();
    await expect.poll(() => asked.length, soon).toBe(1);
    expect(asked[0]?.[1]).toMatch(/^\?after=[1-9]\d*$/);
    const firm = await server.signIn("doanh-nghiep");
    const why = { reason: "Đổi kế hoạch giao hàng" };
    await firm.gate.withdrawTrip({ command: crypto.randomUUID(), trip: zone.waiting, ...why });
    for (const page of [second, third])
      await page.locator(".steps").getByText("Đã rút").waitFor({ timeout: soon.timeout });
    expect(asked).toHaveLength(1);
  });

  it("sign-out in one of them ends all", async () => {
    const [one, other] = guard.context.pages();
    if (!one || !other) throw new Error("two tabs are open");
    await one.locator("button.me").click();
    await one.getByText("Đăng xuất").click();
    for (const page of [one, other]) await page.locator("input[name=username]").waitFor();
    expect(guard.complaints).toEqual([]);
  });
});
