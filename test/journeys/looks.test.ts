import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, startServer } from "../world/running-server.ts";
import { openBrowser, openReader, type Reader, signIn } from "./browser.ts";
import { type FilledZone, fillZone, route } from "./fill-zone.ts";
import { findings, go, languages, look, tooWide } from "./look.ts";
import { openMorning, type ZoneHands } from "./zone-hands.ts";

const queue = `/queue/${route}/export`;

describe("every screen, in three languages and both themes", () => {
  const folder = mkdtempSync(join(tmpdir(), "moc-looks-"));
  let server: RunningServer;
  let browser: Browser;
  let hands: ZoneHands;
  let zone: FilledZone;
  let dispatcher: Reader;
  let guard: Reader;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer({ DATA_DIR: folder, MOC_FIELD: "0" }), openBrowser()]);
    hands = await openMorning(server);
    dispatcher = await openReader(browser);
    guard = await openReader(browser);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("the sign-in screen has no findings, empty and refused", async () => {
    const stranger = await openReader(browser);
    const { page } = stranger;
    await page.goto(server.url);
    await page.locator("input[name=username]").waitFor();
    const empty = await look(page, "sign-in", async () => undefined);
    const wide = await tooWide(page, "sign-in");
    await page.locator("input[name=username]").fill("dieu-do");
    await page.locator("input[name=password]").fill("không phải mật khẩu");
    await page.locator("button[type=submit]").click();
    await page.getByRole("alert").waitFor();
    const refused = await look(page, "sign-in refused", async () => undefined);
    expect([...empty, ...wide, ...refused]).toEqual([]);
    await stranger.context.close();
  });

  it("an empty zone has no findings and says on every screen why nothing is there", async () => {
    await signIn(dispatcher, server, "dieu-do");
    const { page } = dispatcher;
    const found = [
      ...(await look(page, "operations, empty", () => go(page, "/", ".map a"))),
      ...(await look(page, "queue, empty", () => go(page, queue, ".empty"))),
      ...(await look(page, "trips, empty", () => go(page, "/trips", ".empty"))),
      ...(await look(page, "steering, empty", () => go(page, "/steering", ".steering .empty"))),
      ...(await look(page, "desk, empty", () => go(page, "/desk", ".desk-find .empty"))),
      ...(await look(page, "declare, empty", () => go(page, "/declare", ".tasks"))),
      ...(await look(page, "no such page", () => go(page, "/nowhere", ".empty"))),
    ];
    expect(found).toEqual([]);
  });

  it("filled screens have no findings and fit the width from 360 to 1920", async () => {
    zone = await fillZone(server, hands);
    const { page } = dispatcher;
    const screens: [string, string, string][] = [
      ["operations", "/", ".map a"],
      ["queues", "/queue", "tbody tr"],
      ["queue", queue, "tbody tr:nth-child(20)"],
      ["today", "/today", "tbody tr"],
      ["duty", "/duty", ".duty .btn"],
      ["paper", "/paper", ".paper .lines li"],
      ["counts", "/counts", ".counts tbody tr"],
      ["trips", "/trips", "tbody tr:nth-child(20)"],
      ["trip", `/trips/${zone.waiting}`, ".tl li"],
      ["declare", "/declare/vehicle", "form select"],
      ["import", "/declare/import", "input[type=file]"],
    ];
    const found: string[] = [];
    for (const [what, path, ready] of screens) {
      found.push(...(await look(page, what, () => go(page, path, ready))));
      found.push(...(await tooWide(page, what)));
    }
    await signIn(guard, server, "bien-phong");
    await guard.page.setViewportSize({ width: 1024, height: 768 });
    const desk = async () => {
      await go(guard.page, "/desk", ".desk-list button");
      await guard.page.locator(".desk-list button").first().click();
      await guard.page.locator(".desk-card .decide").waitFor();
    };
    found.push(...(await look(guard.page, "desk", desk)), ...(await tooWide(guard.page, "desk")));
    expect(found).toEqual([]);
  });

  it("dialogs, menus and side panels have no findings", async () => {
    const { page } = dispatcher;
    const dialog = () => page.getByRole("dialog").waitFor();
    const found = [
      ...(await look(page, "border as a table", async () => {
        await go(page, "/", ".map a, .mapp table");
        if ((await page.locator(".mapp table").count()) === 0) await page.keyboard.press("b");
        await page.locator(".mapp table").waitFor();
      })),
      ...(await look(page, "search", async () => {
        await go(page, "/trips", "tbody tr");
        await page.keyboard.press("Control+k");
        await dialog();
        await page.getByRole("dialog").locator("input").fill("29H");
        await page.getByRole("dialog").getByText("29H").first().waitFor();
      })),
      ...(await look(page, "as of", async () => {
        await page.locator("button.asof").click();
        await page.locator(".popover").waitFor();
      })),
      ...(await look(page, "account menu", async () => {
        await page.locator("button.me").click();
        await page.locator(".menu").waitFor();
      })),
      ...(await look(page, "place in the queue", async () => {
        await go(page, queue, "tbody tr");
        await page.locator("tbody tr").nth(1).click();
        await page.locator("aside.side li").first().waitFor();
      })),
      ...(await look(page, "call preview", async () => {
        await go(page, queue, "tbody tr");
        await page.locator(".cact button").first().click();
        await page.locator(".preview li").first().waitFor();
      })),
      ...(await look(page, "driver link", async () => {
        await go(page, `/trips/${zone.waiting}`, ".tl li");
        await page.locator(".ta button:has(svg)").first().click();
        await page.locator(".driver-link > img").waitFor();
      })),
      ...(await look(guard.page, "hold a check", async () => {
        await guard.page.locator(".desk-card .decide button").nth(1).click();
        await guard.page.getByRole("dialog").waitFor();
      })),
    ];
    expect(found).toEqual([]);
  });

  it("errors have no findings: a form sent too early, a refused read", async () => {
    const { page } = dispatcher;
    const found = await look(page, "declare, faults", async () => {
      await go(page, "/declare/vehicle", "form select");
      await page.locator("form button[type=submit]").click();
      await page.locator(".errors").waitFor();
    });
    const broken = await openReader(browser);
    await signIn(broken, server, "kiem-soat");
    const refusal = {
      defined: true,
      code: "not_allowed",
      status: 403,
      message: "Không được phép.",
      data: {},
    };
    await broken.page.route(/\/api\/(operations|queues|trips)/, (request) =>
      request.fulfill({ status: 403, json: refusal }),
    );
    for (const path of ["/", queue, "/trips", `/trips/${zone.waiting}`]) {
      await broken.page.goto(server.url + path);
      await broken.page.getByRole("alert").waitFor();
      found.push(...(await look(broken.page, `refused ${path}`, async () => undefined)));
    }
    expect(found).toEqual([]);
    await broken.context.close();
  });

  it("the driver's page has no findings while waiting, called and expired, and fits a phone", async () => {
    const driver = await openReader(browser, { width: 360, height: 740 });
    const found: string[] = [];
    const pages = [zone.waitingDriver, zone.calledDriver, `${server.url}/d/AAAAAAAAAAAAAAAAAAAAAA`];
    for (const url of pages)
      for (const language of languages) {
        await driver.page.goto(`${url}?lang=${language}`);
        found.push(...(await findings(driver.page, `driver ${language}`)));
        found.push(...(await tooWide(driver.page, `driver ${language}`)));
      }
    expect(found).toEqual([]);
    // The expired address answers 410, which the browser names an error; nothing else may be one.
    expect(driver.complaints.filter((line) => !line.includes("410"))).toEqual([]);
    await driver.context.close();
  });

  it("the browser complained of nothing: no error in the console, nothing refused by the policy", () => {
    // What the tests above had refused, the browser names errors; nothing else may be one.
    const refused = /status of (403|422)/;
    for (const { complaints } of [dispatcher, guard])
      expect(complaints.filter((line) => !refused.test(line))).toEqual([]);
  });
});
