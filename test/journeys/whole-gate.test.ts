import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportDeclaration, importDeclaration } from "../world/declaration.ts";
import { type RunningServer, startServer } from "../world/running-server.ts";
import { openBrowser, openReader, type Reader, signIn } from "./browser.ts";
import { park, route } from "./fill-zone.ts";
import { findings, go, tooWide } from "./look.ts";
import { callOfficers, type Officers, on } from "./officers.ts";
import { openMorning, type ZoneHands } from "./zone-hands.ts";

const outerPark = "non-tariff-area";

describe("the whole gate in the browser", () => {
  const folder = mkdtempSync(join(tmpdir(), "moc-whole-gate-"));
  let server: RunningServer;
  let browser: Browser;
  let hands: ZoneHands;
  let officers: Officers;
  let dispatcher: Reader;
  let guard: Reader;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer({ DATA_DIR: folder, MOC_FIELD: "0" }), openBrowser()]);
    hands = await openMorning(server);
    officers = await callOfficers(server, hands);
    dispatcher = await openReader(browser);
    guard = await openReader(browser);
    await signIn(dispatcher, server, "dieu-do");
    await signIn(guard, server, "bien-phong");
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const declare = async (declaration = exportDeclaration()) =>
    (await officers.firm.declareVehicle({ command: randomUUID(), declaration })).trip;
  async function arrive(trip: string, place = park): Promise<void> {
    await hands.seeAtBarrier(trip, place);
    await hands.seePosition(trip, place);
  }
  const step = (page: Page, name: string) =>
    page
      .locator(".ta")
      .getByRole("button", { name: new RegExp(`^${name}`) })
      .click();

  describe("a congested morning", () => {
    let late: string;

    it("trucks on their way are ordered into the outer park, and are seen to arrive nowhere else", async () => {
      const goods = [{ name: "Linh kiện", class: "electronics" as const, weightKg: 9_000 }];
      for (let n = 0; n < 9; n += 1)
        await arrive((await declare(exportDeclaration(n % 3 === 2 ? { goods } : {}))).id);
      late = (await declare()).id;
      const { page } = dispatcher;
      await go(page, "/steering", ".steering .panel");
      await page.getByRole("button", { name: "Ra lệnh", exact: true }).click();
      const order = page.getByRole("dialog");
      await order.getByLabel("Loại lệnh").selectOption("hold_in_park");
      await order.getByLabel("Lối hoặc cửa khẩu").selectOption(`route:${route}`);
      await order.getByLabel("Bãi chờ").selectOption(outerPark);
      await order.getByLabel("Văn bản làm căn cứ").fill("Thông báo 31/TB-TTQLCK");
      await expect.poll(() => order.locator(".order-effects td.r").allInnerTexts()).toEqual(["9", "1"]);
      await order.getByRole("button", { name: "Ra lệnh" }).click();
      await page.locator(".orders li[data-order]").first().waitFor();

      const elsewhere = { code: "order_holds_elsewhere" };
      await expect(hands.seeAtBarrier(late, park)).rejects.toMatchObject(elsewhere);
      const { url } = await officers.firm.issueDriverLink(on(late));
      const driver = await openReader(browser, { width: 360, height: 740, javaScript: false });
      await driver.page.goto(url);
      await driver.page.getByRole("heading", { name: /^Lệnh số 1\/\d{4}/ }).waitFor();
      await driver.page.getByText("Khu phi thuế quan").first().waitFor();
      await arrive(late, outerPark);
    });

    it("a call shares its turns between the streams by their published quotas", async () => {
      const { page } = dispatcher;
      await go(page, `/queue/${route}/export`, "table.q");
      const count = page.locator(".cnum .cn");
      await expect.poll(() => count.innerText()).toBe("10");
      for (let n = 9; n >= 3; n -= 1) {
        await page.getByRole("button", { name: "Bớt một xe" }).click();
        await expect.poll(() => count.innerText()).toBe(String(n));
      }
      await expect.poll(() => page.locator(".cwhy").innerText()).toMatch(/gồm 2 nông sản tươi, 1 hàng khác/);
      await page.getByRole("button", { name: /^Gọi 3 xe/ }).click();
      await page.getByText("Đã gọi 3 xe. Lái xe được báo ngay.").waitFor();
    });

    it("a priority has a ground and its public trace, and lifting the order is a record of its own", async () => {
      const { page } = dispatcher;
      await go(page, `/trips/${late}`, ".th");
      await page.getByRole("button", { name: "Việc khác" }).click();
      await page.getByRole("menuitem", { name: "Cho ưu tiên" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("Căn cứ").selectOption("relief-goods");
      await dialog.getByText(/^Từ thứ \d+ lên thứ \d\./).waitFor();
      await dialog.locator("button[type=submit]").click();
      await page.getByText("Được ưu tiên", { exact: true }).waitFor();
      const stranger = await openReader(browser, { javaScript: false });
      await stranger.page.goto(`${server.url}/q/${route}`);
      await stranger.page.getByText("Hàng cứu trợ khẩn cấp").first().waitFor();

      await go(page, "/steering", ".orders li[data-order]");
      await page.getByRole("button", { name: "Dỡ bỏ", exact: true }).click();
      await page.getByLabel("Lý do dỡ bỏ").fill("Lối đã thông");
      await page.getByRole("dialog").getByRole("button", { name: "Dỡ bỏ", exact: true }).click();
      await page.getByText("Lối đã thông").waitFor();
      await arrive((await declare()).id);
      expect(await findings(page, "steering after the morning")).toEqual([]);
      expect(dispatcher.complaints).toEqual([]);
    });
  });

  it("a new vehicle comes in on its own wheels, is the goods itself and is counted apart", async () => {
    const vehicle = { plate: { country: "CN" as const, number: "桂F70001临" }, vin: "LTSTZZZZ0T7000001" };
    const { id } = await declare(
      importDeclaration({
        kind: "import_new_vehicle",
        vehicle: { ...vehicle, payloadClass: "10_to_18t", containers: [] },
        goods: [{ name: "Xe tải mới", class: "new_vehicle", packages: 1 }],
      }),
    );
    const { page } = guard;
    await go(page, `/trips/${id}`, ".th");
    await page.getByText(vehicle.vin).first().waitFor();
    await step(page, "Đã qua Km0 vào");
    await page.locator(".ta").getByRole("button", { name: "Vào bãi" }).waitFor();
    await officers.checkInYard(id);
    await go(page, "/trips", "tbody tr");
    await go(page, `/trips/${id}`, ".th");
    await step(page, "Cho qua");
    await step(page, "Rời khu vực");
    await page.locator(".tl li", { hasText: "Rời khu vực" }).waitFor();
    await expect.poll(() => page.getByText("Sang tải", { exact: true }).count()).toBe(0);
    expect([...(await findings(page, "new vehicle")), ...(await tooWide(page, "new vehicle"))]).toEqual([]);
    await go(page, "/", ".map a");
    await page
      .getByText(/xe mới 1, còn ở cửa khẩu 0/)
      .first()
      .waitFor();
  });

  it("goods change over between a Chinese and a Vietnamese truck, and the stories of both tell it", async () => {
    const kind = "import_vn" as const;
    const { plate } = exportDeclaration().vehicle;
    const vietnamese = await declare(
      importDeclaration({ kind, vehicle: { plate, payloadClass: "from_18t", containers: [] } }),
    );
    const chinese = await declare(importDeclaration());
    await officers.guard.crossIn(on(chinese.id));
    await officers.checkInYard(chinese.id);
    const yard = await openReader(browser);
    await signIn(yard, server, "ben-bai");
    const { page } = yard;
    await go(page, `/trips/${chinese.id}`, ".th");
    await page.getByRole("button", { name: "Việc khác" }).click();
    await page.getByRole("menuitem", { name: "Ghép xe sang tải" }).click();
    await page.getByLabel("Biển số xe Việt Nam sang tải").fill(plate.number);
    await page.getByRole("dialog").locator("button[type=submit]").click();
    await page.getByText("chờ bãi xác nhận").waitFor();
    await step(page, "Sang tải");
    await page.getByText("đã sang tải").first().waitFor();
    const told = async () => (await page.locator(".tl li").allInnerTexts()).join("\n");
    await expect.poll(told).toMatch(/Ghép xe sang tải/);
    await page.getByRole("link", { name: "Lượt của xe kia" }).click();
    await page.locator(".th", { hasText: vietnamese.code }).waitFor();
    await expect.poll(told).toMatch(/Ghép xe sang tải[\s\S]*Sang tải|Sang tải[\s\S]*Ghép xe sang tải/);
    expect([...(await findings(page, "transfer")), ...(await tooWide(page, "transfer"))]).toEqual([]);
  });

  it("a two-way truck has 36 hours abroad and another 24; whoever stays longer is seen by the gate and by its firm", async () => {
    const [ordinary, twoWay] = [await declare(), await declare(exportDeclaration({ twoWay: true }))];
    for (const { id } of [ordinary, twoWay]) await arrive(id);
    await officers.takeOut(ordinary.id);
    await officers.takeOut(twoWay.id);
    const { page } = guard;
    const row = page.locator("tr", { hasText: "Xe Việt Nam ở bên kia" });
    await hands.pass(24 * 60 + 30);
    await go(page, "/trips", "tbody tr");
    await go(page, "/", ".map a");
    await expect.poll(() => row.innerText()).toMatch(/\t1\t/);
    await hands.pass(12 * 60);
    await go(page, "/trips", "tbody tr");
    await go(page, "/", ".map a");
    await expect.poll(() => row.innerText()).toMatch(/2 \(hai chiều 1\)/);
    // On a phone the heads are gone, and each figure stands beside what it counts.
    const labels = await row.locator("td").evaluateAll((cells) => cells.map((cell) => cell.dataset.label));
    expect(labels).toEqual(["Lối", "Xe", "Số xe", "Lâu nhất"]);
    expect([...(await findings(page, "overstays")), ...(await tooWide(page, "overstays"))]).toEqual([]);
    const firm = await openReader(browser);
    await signIn(firm, server, "doanh-nghiep");
    await go(firm.page, `/trips/${twoWay.id}`, ".th");
    await firm.page.getByText("Phải về trước").waitFor();
    // Of a check of the day before the day is told too.
    expect(await tooWide(firm.page, "a trip of the day before")).toEqual([]);
    expect([...guard.complaints, ...firm.complaints]).toEqual([]);
  });
});
