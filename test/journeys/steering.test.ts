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
  let waiting: { trip: string; url: string };

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

  it("a closure at two hours' notice is an alert whose button opens the order, with whom it touches", async () => {
    const firm = await server.signIn("doanh-nghiep");
    const { trip } = await firm.gate.declareVehicle({
      command: randomUUID(),
      declaration: exportDeclaration(),
    });
    await hands.seeAtBarrier(trip.id, park);
    await hands.seePosition(trip.id, park);
    const link = await firm.gate.issueDriverLink({ command: randomUUID(), trip: trip.id });
    waiting = { trip: trip.id, url: link.url };
    const { page } = dispatcher;
    await go(page, "/steering", ".steering .panel");
    await page.getByRole("button", { name: "Ghi thông báo" }).click();
    const notice = page.getByRole("dialog");
    await notice.getByLabel("Lối", { exact: true }).selectOption(route);
    const day = (await notice.getByLabel("Báo lúc").inputValue()).slice(0, 10);
    await notice.getByLabel("Từ", { exact: true }).fill(`${day}T10:00`);
    await notice.getByLabel("Đến", { exact: true }).fill(`${day}T12:00`);
    await notice.getByLabel("Cơ quan thông báo").fill("Hải quan Bằng Tường");
    await notice.getByRole("button", { name: "Ghi thông báo" }).click();
    await page.getByText("Phía Trung Quốc tạm đóng").first().waitFor();

    await go(page, "/", ".alerts li");
    await page.getByRole("link", { name: "Ra lệnh" }).click();
    const order = page.getByRole("dialog");
    await order.getByLabel("Loại lệnh").selectOption("stop_intake");
    await expect.poll(() => order.getByLabel("Bắt đầu").inputValue()).toBe(`${day}T10:00`);
    await order.getByLabel("Văn bản làm căn cứ").fill("Thông báo 12/TB-TTQLCK");
    await order.locator(".order-effects td.r").first().waitFor();
    await expect.poll(() => order.locator(".order-effects td.r").allInnerTexts()).toEqual(["1", "0"]);
    expect(await findings(page, "giving an order")).toEqual([]);
    await order.getByRole("button", { name: "Ra lệnh" }).click();
    await page.locator(".orders li[data-order]").first().waitFor();
  });

  it("the truck is told on every page: before it begins, and while nobody is called", async () => {
    const { page } = dispatcher;
    driver = await openReader(browser, { width: 360, height: 740 });
    await driver.page.goto(waiting.url);
    await driver.page.getByRole("heading", { name: /^Lệnh số 1\/\d{4}: Dừng tiếp nhận$/ }).waitFor();
    await driver.page.getByText("Phía Trung Quốc tạm đóng").waitFor();
    await hands.pass(125);
    await driver.page.reload();
    await driver.page.getByText("Chưa gọi: đang có lệnh").waitFor();
    expect(await findings(driver.page, "driver under order")).toEqual([]);
    await go(page, "/", ".map");
    await page.getByRole("link", { name: /Đóng.*Lệnh số 1/ }).waitFor();
    await go(page, `/queue/${route}/export`, ".order-notes li");
    // Why nobody can be called is a long sentence.
    expect(await tooWide(page, "queue under an order")).toEqual([]);
    await go(page, `/trips/${waiting.trip}`, ".order-notes li");
  });

  it("lifting it is a record of its own, and the driver is told nothing of it any more", async () => {
    const { page } = dispatcher;
    await go(page, "/steering", ".orders li[data-order]");
    await page.getByRole("button", { name: "Dỡ bỏ", exact: true }).click();
    await page.getByLabel("Lý do dỡ bỏ").fill("Đã thông thoáng");
    await page.getByRole("dialog").getByRole("button", { name: "Dỡ bỏ", exact: true }).click();
    await page.getByText("Đã thông thoáng").waitFor();
    await expect.poll(() => page.getByRole("button", { name: "Dỡ bỏ", exact: true }).count()).toBe(0);
    await driver.page.reload();
    await expect.poll(() => driver.page.getByText("Dừng tiếp nhận").count()).toBe(0);
    expect([...dispatcher.complaints, ...driver.complaints]).toEqual([]);
  });

  it("the screen has no findings with orders on it, and fits every width", async () => {
    const { page } = dispatcher;
    const found = [...(await findings(page, "steering")), ...(await tooWide(page, "steering"))];
    expect(found).toEqual([]);
  });
});
