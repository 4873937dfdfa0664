import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, startServer } from "../world/running-server.ts";
import { openBrowser, openReader, type Reader, signIn } from "./browser.ts";
import { fillZone } from "./fill-zone.ts";
import { findings, go, languages, speak, tooWide } from "./look.ts";
import { openMorning, type ZoneHands } from "./zone-hands.ts";

describe("the bulletin of the day in the browser", () => {
  const folder = mkdtempSync(join(tmpdir(), "moc-bulletin-"));
  let server: RunningServer;
  let browser: Browser;
  let hands: ZoneHands;
  let dispatcher: Reader;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer({ DATA_DIR: folder, MOC_FIELD: "0" }), openBrowser()]);
    hands = await openMorning(server);
    await fillZone(server, hands);
    dispatcher = await openReader(browser);
    await signIn(dispatcher, server, "dieu-do");
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("is issued after the cut-off, corrected when goods become known, and the first record can still be read", async () => {
    const { page } = dispatcher;
    await hands.pass(12 * 60);
    await go(page, "/bulletin", ".bulletin .panel");
    await page.getByRole("button", { name: "Phát hành bản tin" }).click();
    await page.getByRole("button", { name: /^Phát hành \d/ }).waitFor();
    const line = page.locator("tr[data-key=backlog_unknown] td.r").first();
    await expect.poll(() => line.innerText()).toBe("1");

    const firm = await server.signIn("doanh-nghiep");
    const { rows } = await firm.gate.listTrips({ state: "holding", limit: 50 });
    const late = rows.find((row) => row.goods.length === 0);
    const goods = [{ name: "Vải thiều", class: "fruit" as const, weightKg: 12_000 }];
    await firm.gate.amendDeclaration({ command: crypto.randomUUID(), trip: late?.id ?? "", goods });
    await page.reload();
    await page.getByRole("button", { name: "Đính chính" }).click();
    await page.getByLabel("Lý do đính chính").fill("Chủ hàng khai bổ sung");
    await page.locator(".dialog button[type=submit]").click();
    await page.getByRole("button", { name: /^Đính chính 1/ }).waitFor();
    await expect.poll(() => line.innerText()).toBe("0");
    await page.getByRole("button", { name: /^Phát hành \d/ }).click();
    await expect.poll(() => line.innerText()).toBe("1");
    await page.emulateMedia({ media: "print" });
    const foot = page.locator(".print-foot").filter({ hasText: "Đồng Đăng – Lạng Sơn. In lúc 2" });
    await foot.filter({ hasText: "ngày 22/11/2026, giờ Hà Nội. Số liệu mô phỏng." }).waitFor();
    await page.emulateMedia({ media: null });

    await hands.pass(5);
    await page.getByRole("link", { name: "Mở số đếm theo ngày" }).click();
    const station = page.locator(".counts .panel").filter({ hasText: "Ga Đồng Đăng" });
    await station.locator("tbody tr").first().getByRole("button", { name: "chưa nhập" }).first().click();
    await page.getByLabel("Số qua trong ngày, toa").fill("25");
    await page.getByLabel("Nguồn").fill("Ga Đồng Đăng, báo cáo ngày");
    await page.locator(".dialog button[type=submit]").click();
    await station.getByRole("button", { name: "25 toa" }).waitFor();
    await go(page, "/bulletin", ".bulletin .panel");
    const rail = page.locator("tr[data-key=dong-dang-rail] td.r").first();
    await expect.poll(() => rail.innerText()).toBe("chưa nhập"); // as known at the correction
    await page.getByRole("button", { name: "Hiện biết" }).click();
    await expect.poll(() => rail.innerText()).toBe("25 toa");
    expect(dispatcher.complaints).toEqual([]);
  });

  it("has no findings in three languages and both themes, and fits every width", async () => {
    const { page } = dispatcher;
    const found: string[] = [];
    for (const language of languages) {
      await speak(page, language);
      await go(page, "/bulletin", ".bulletin .panel");
      found.push(...(await findings(page, `bulletin, ${language}`)));
    }
    found.push(...(await tooWide(page, "bulletin")));
    expect(found).toEqual([]);
  });

  it("and the public page of intake and backlog beside it, which needs no script", async () => {
    const { page } = await openReader(browser, { javaScript: false });
    await page.goto(`${server.url}/intake`);
    await expect
      .poll(() => page.getByRole("heading", { level: 1 }).innerText())
      .toBe("Tiếp nhận hôm nay và xe tồn");
    const scripted = await openReader(browser);
    await scripted.page.goto(`${server.url}/intake`);
    const found = await findings(scripted.page, "intake");
    expect([...found, ...(await tooWide(scripted.page, "intake"))]).toEqual([]);
  });
});
