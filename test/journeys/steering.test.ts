import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportDeclaration } from "../world/declaration.ts";
import { type RunningServer, startServer } from "../world/running-server.ts";
import { openBrowser, openReader, type Reader, signIn } from "./browser.ts";
import { park, route } from "./fill-zone.ts";
import { findings, go, tooWide } from "./look.ts";
import { openMorning, type ZoneHands } from "./zone-hands.ts";

describe("steering in the browser", () => {
  const folder = mkdtempSync(join(tmpdir(), "moc-steering-"));
  let server: RunningServer;
  let browser: Browser;
  let hands: ZoneHands;
  let dispatcher: Reader;
  let driver: Reader;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer({ DATA_DIR: folder, MOC_FIELD: "0" }), openBrowser()]);
    hands = await openMorning(server);
    dispatcher = await openReader(browser);
    await signIn(dispatcher, server, "dieu-do");
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("an order is shown with whom it touches before it is given, and the driver, the queue and the border tell it at once", async () => {
    const firm = await server.signIn("doanh-nghiep");
    const declared = { command: randomUUID(), declaration: exportDeclaration() };
    const { trip } = await firm.gate.declareVehicle(declared);
    await hands.seeAtBarrier(trip.id, park);
    await hands.seePosition(trip.id, park);
    driver = await openReader(browser, { width: 360, height: 740 });
    const link = await firm.gate.issueDriverLink({ command: randomUUID(), trip: trip.id });
    const { page } = dispatcher;
    await go(page, "/steering", ".steering .panel");
    await page.getByRole("button", { name: "Ra lệnh", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Loại lệnh").selectOption("stop_intake");
    await dialog.getByLabel("Lối hoặc cửa khẩu").selectOption(`route:${route}`);
    await dialog.getByLabel("Văn bản làm căn cứ").fill("Thông báo 12/TB-TTQLCK ngày 15/01/2026");
    await dialog.locator(".order-effects td.r").first().waitFor();
    expect(await dialog.locator(".order-effects td.r").allInnerTexts()).toEqual(["1", "0"]);
    expect(await findings(page, "giving an order")).toEqual([]);
    await dialog.getByRole("button", { name: "Ra lệnh", exact: true }).click();
    await page.locator(".orders li[data-order]").first().waitFor();

    await driver.page.goto(link.url);
    await driver.page.getByRole("heading", { name: /^Lệnh số 1\/\d{4}: Dừng tiếp nhận$/ }).waitFor();
    expect(await findings(driver.page, "driver under order")).toEqual([]);
    await go(page, `/queue/${route}/export`, ".order-notes li");
    await page
      .getByText(/Lệnh số 1\/\d{4} đang dừng tiếp nhận/)
      .first()
      .waitFor();
    await go(page, "/", ".map");
    await page.getByRole("link", { name: /Mở, có lệnh.*Lệnh số 1/ }).waitFor();
    await go(page, `/trips/${trip.id}`, ".order-notes li");
  });

  it("lifting it is a record of its own, and the driver is told nothing of it any more", async () => {
    const { page } = dispatcher;
    await go(page, "/steering", ".orders li");
    await page.getByRole("button", { name: "Dỡ bỏ", exact: true }).click();
    await page.getByLabel("Lý do dỡ bỏ").fill("Đã thông thoáng");
    await page.getByRole("dialog").getByRole("button", { name: "Dỡ bỏ", exact: true }).click();
    await page.getByText("Đã thông thoáng").waitFor();
    expect(await page.getByRole("button", { name: "Dỡ bỏ", exact: true }).count()).toBe(0);
    await driver.page.reload();
    expect(await driver.page.getByText("Dừng tiếp nhận").count()).toBe(0);
    expect([...dispatcher.complaints, ...driver.complaints]).toEqual([]);
  });

  it("the screen has no findings with orders on it, and fits every width", async () => {
    const { page } = dispatcher;
    const found = [...(await findings(page, "steering")), ...(await tooWide(page, "steering"))];
    expect(found).toEqual([]);
  });
});
