import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportDeclaration } from "../world/declaration.ts";
import type { Client } from "../world/open-world.ts";
import { type RunningServer, startServer } from "../world/running-server.ts";
import { openBrowser, openReader, type Reader, signIn } from "./browser.ts";
import { park, route } from "./fill-zone.ts";
import { findings, go, tooWide } from "./look.ts";
import { openMorning, type ZoneHands } from "./zone-hands.ts";

describe("the fair queue in the browser", () => {
  const folder = mkdtempSync(join(tmpdir(), "moc-fair-queue-"));
  let server: RunningServer;
  let browser: Browser;
  let hands: ZoneHands;
  let firm: Client;
  let dispatcher: Reader;

  const command = () => ({ command: randomUUID() });
  async function declare(slot?: string): Promise<{ id: string; code: string }> {
    const filed = { ...command(), declaration: exportDeclaration(), ...(slot && { slot }) };
    return (await firm.gate.declareVehicle(filed)).trip;
  }
  async function arrive(trip: string): Promise<void> {
    await hands.seeAtBarrier(trip, park);
    await hands.seePosition(trip, park);
  }
  async function waiting(): Promise<{ id: string; code: string }> {
    const trip = await declare();
    await arrive(trip.id);
    return trip;
  }

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer({ DATA_DIR: folder, MOC_FIELD: "0" }), openBrowser()]);
    hands = await openMorning(server);
    firm = await server.signIn("doanh-nghiep");
    dispatcher = await openReader(browser);
    await signIn(dispatcher, server, "dieu-do");
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("gives a priority on a ground, shows first whom it passes, and leaves its public trace with everybody it moved", async () => {
    const { page } = dispatcher;
    const passed = await waiting();
    const other = await waiting();
    const favoured = await waiting();
    await go(page, `/trips/${favoured.id}`, ".th");
    await page.getByRole("button", { name: "Việc khác" }).click();
    await page.getByRole("menuitem", { name: "Cho ưu tiên" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("Từ thứ 3 lên thứ 1.").waitFor();
    await expect.poll(() => dialog.locator("ol.preview li").count()).toBe(2);
    expect(await findings(page, "priority dialog")).toEqual([]);
    await dialog.getByLabel("Căn cứ").selectOption("relief-goods");
    await dialog.locator("button[type=submit]").click();
    await page.getByText("Được ưu tiên", { exact: true }).waitFor();

    await go(page, `/queue/${route}/export`, "table.q");
    const trace = page.locator(".excs li").first();
    await expect
      .poll(() => trace.innerText())
      .toMatch(/được ưu tiên; căn cứ “Hàng cứu trợ khẩn cấp” \(minh họa\)/);
    await go(page, `/trips/${other.id}`, ".hist li");
    await expect
      .poll(() => page.locator(".hist li").first().innerText())
      .toMatch(/Từ thứ 2 đến thứ 3[\s\S]*được ưu tiên/);
    expect(dispatcher.complaints).toEqual([]);

    const stranger = await openReader(browser, { javaScript: false });
    await stranger.page.goto(`${server.url}/q/${route}`);
    await expect.poll(() => stranger.page.getByText("Hàng cứu trợ khẩn cấp").count()).toBe(1);
    const { url } = await firm.gate.issueDriverLink({ ...command(), trip: passed.id });
    await stranger.page.goto(url);
    await stranger.page.getByRole("button", { name: "Chưa sẵn sàng, lùi lượt (giữ chỗ)" }).click();
    await stranger.page.getByRole("button", { name: "Sẵn sàng" }).waitFor();
    await stranger.page.getByRole("link", { name: "Kiểm tra bản ghi trong chuỗi niêm phong" }).click();
    await stranger.page.getByText(/bản ghi khớp chuỗi niêm phong/).waitFor();
  });

  it("books a slot for a trip, and a slot that was missed leaves the truck its live place", async () => {
    const { page } = dispatcher;
    const late = await declare();
    await go(page, `/trips/${late.id}`, ".th");
    await page.getByRole("button", { name: "Việc khác" }).click();
    await page.getByRole("menuitem", { name: "Đặt khung giờ" }).click();
    const windows = page.getByRole("dialog").getByLabel("Khung giờ đến");
    await windows.selectOption({ index: 1 });
    await page.getByRole("dialog").locator("button[type=submit]").click();
    await page.getByText(/, đã đặt$/).waitFor();

    await go(page, `/queue/${route}/export`, "table.slots");
    await expect.poll(() => page.locator("table.slots tbody tr").first().innerText()).toContain("1/6");
    expect([...(await findings(page, "queue")), ...(await tooWide(page, "queue"))]).toEqual([]);

    await hands.pass(3 * 60);
    await arrive(late.id);
    await go(page, `/trips/${late.id}`, ".th");
    await page.getByText(/lỡ khung, vào hàng trực tiếp$/).waitFor();
    await go(page, `/queue/${route}/export`, "table.q");
    const rows = await page.locator("table.q tbody tr").count();
    expect(rows).toBeGreaterThan(3);
    expect(dispatcher.complaints).toEqual([]);
  });

  it("and its public pages have no findings and fit every width", async () => {
    const { page } = await openReader(browser);
    const { code } = await waiting();
    const found: string[] = [];
    for (const path of [`/q/${route}`, `/v/${code}`]) {
      await page.goto(`${server.url}${path}`);
      found.push(...(await findings(page, path)), ...(await tooWide(page, path)));
    }
    expect(found).toEqual([]);
  });
});
