import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, startServer } from "../world/running-server.ts";
import { openBrowser, openReader, type Reader, signIn } from "./browser.ts";
import { leftInVietnamese, mainPages, tripPage } from "./main-pages.ts";
import { openMorning, type ZoneHands } from "./zone-hands.ts";

const plate = "29C-508.12";
const route = "1119-1120";
/** A crowded machine takes its time. */
const soon = { timeout: 60_000 };
const park = "viettel-park";

/** Everybody who meets the truck, each with a browser profile of their own. */
const people = {
  dispatcher: "dieu-do",
  firm: "doanh-nghiep",
  guard: "bien-phong",
  customs: "hai-quan",
  health: "kiem-dich-y-te",
  yard: "ben-bai",
} as const;

describe("a newcomer takes one truck from declaration to crossing, in Vietnamese", () => {
  const folder = mkdtempSync(join(tmpdir(), "moc-newcomer-"));
  const readers = new Map<string, Reader>();
  let server: RunningServer;
  let browser: Browser;
  let hands: ZoneHands;
  let trip = "";
  let driverUrl = "";

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer({ DATA_DIR: folder, MOC_FIELD: "0" }), openBrowser()]);
    hands = await openMorning(server);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function at(who: keyof typeof people): Promise<Page> {
    const known = readers.get(who);
    if (known) return known.page;
    const reader = await openReader(browser);
    readers.set(who, reader);
    await signIn(reader, server, people[who]);
    return reader.page;
  }

  async function openTrip(who: keyof typeof people): Promise<Page> {
    const page = await at(who);
    await page.goto(`${server.url}/trips/${trip}`);
    await page.getByText(plate).first().waitFor();
    return page;
  }

  const told = (page: Page, text: string | RegExp) => page.getByRole("status").getByText(text).waitFor();
  const stage = (page: Page) =>
    page.getByRole("list", { name: "Chặng đường" }).locator("[aria-current=step]");

  it("a printed account opens the border: every route of the pack is a link on the schematic", async () => {
    const page = await at("dispatcher");
    await page.getByRole("heading", { name: "Điều hành cửa khẩu" }).waitFor();
    await page.getByRole("link", { name: /^Hữu Nghị chuyên dụng: Mở\. Chờ xuất 0 xe/ }).waitFor();
    const routes = page.getByRole("group", { name: /^Sơ đồ các lối/ }).getByRole("link");
    await expect.poll(() => routes.count()).toBeGreaterThanOrEqual(6);
  });

  it("a firm declares a truck task by task, is told what is missing, and checks its answers", async () => {
    const page = await at("firm");
    await page.getByRole("link", { name: "Khai báo", exact: true }).click();
    await page.getByRole("link", { name: /^Chiều và lối/ }).click();
    await page.getByLabel("Lối muốn qua").selectOption(route);
    await next(page);
    await page.getByLabel("Biển số xe").fill("29C 5");
    await page.getByLabel("Trọng tải hoặc công-te-nơ").selectOption("from_18t");
    await next(page);
    await page
      .getByRole("alert")
      .getByText(/biển số/i)
      .waitFor();
    await page.getByLabel("Biển số xe").fill("29c 508.12");
    await next(page);
    await page.getByLabel("Họ tên lái xe").fill("Nguyễn Văn Thử");
    await page.getByLabel("Số giấy tờ hoặc giấy thông hành").fill("012345678901");
    await page.getByLabel("Điện thoại lái xe").fill("+84 912 345 678");
    await page.getByLabel("Chủ hàng").fill("Hợp tác xã Bảo Sơn");
    await next(page);
    await page.getByLabel("Tên hàng").fill("Linh kiện điện tử");
    await page.getByLabel("Nhóm hàng").selectOption("electronics");
    await page.getByLabel("Khối lượng, kg").fill("18.200");
    await next(page);
    await next(page);
    await page.getByText("Nguyễn Văn Thử").waitFor();
    await page.getByRole("button", { name: "Gửi khai báo" }).click();
    await told(page, new RegExp(`Đã khai xe ${plate}, mã `));
    await page.waitForURL(/\/trips\/[0-9a-f-]{36}/);
    trip = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    await expect.poll(() => stage(page).innerText()).toContain("Đã khai báo");
  });

  it("the firm amends what is still open, sees before and after, and the story keeps both", async () => {
    const page = await at("firm");
    await page.getByRole("button", { name: "Việc khác" }).click();
    await page.getByRole("menuitem", { name: "Sửa khai báo" }).click();
    await page.getByText(/chỗ trong hàng không chuyển cho người khác/).waitFor();
    await page.getByRole("link", { name: /^Hàng hóa/ }).click();
    await page.getByLabel("Khối lượng, kg").fill("0");
    await page.getByRole("button", { name: "Lưu và về danh sách" }).click();
    await page.getByRole("alert").getByText("Khối lượng, kg").waitFor();
    // The keyboard is where the first fault is.
    await page.locator("[aria-invalid=true]:focus").waitFor();
    await page.getByLabel("Khối lượng, kg").fill("18.400");
    await page.getByRole("button", { name: "Lưu và về danh sách" }).click();
    await page.getByRole("link", { name: /^Hàng hóa\s*Đã đổi/ }).waitFor();
    await page.getByRole("link", { name: "Xem lại và gửi phần sửa" }).click();
    await page.getByText(/Đã khai: .*18\.200\skg/).waitFor();
    await page.getByText(/Sửa thành: .*18\.400\skg/).waitFor();
    await page.getByRole("button", { name: "Gửi phần sửa" }).click();
    await told(page, `Đã sửa khai báo ${plate}.`);
    const story = page.getByRole("region", { name: "Diễn biến" });
    await story.getByText("hàng hóa Linh kiện điện tử").waitFor();
    await page.getByText(/18,4\st/).waitFor();
  });

  it("the firm hands the driver a page of his own, with a code to scan", async () => {
    const page = await at("firm");
    await page.getByRole("button", { name: "Trang lái xe" }).click();
    const dialog = page.getByRole("dialog");
    const picture = dialog.getByRole("img", { name: "Mã QR của trang lái xe" });
    await expect
      .poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth), soon)
      .toBeGreaterThan(0);
    driverUrl = await dialog.getByRole("link").innerText();
    await dialog.getByRole("button", { name: "Đóng" }).click();
    expect(new URL(driverUrl).port).toBe(new URL(server.url).port);
  });

  it("an arrival counts only with the second signal: a barrier, then an officer on the trip page", async () => {
    await hands.pass(30);
    await hands.seeAtBarrier(trip, park);
    const page = await openTrip("guard");
    await expect.poll(() => stage(page).innerText()).toContain("Đã khai báo");
    await page.getByRole("button", { name: /^Báo xe đến/ }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Nơi xe đang đứng").selectOption(park);
    await dialog.getByRole("button", { name: "Báo xe đến" }).click();
    await expect.poll(() => stage(page).innerText(), soon).toContain("Ở vùng chờ");
  });

  it("the driver sees his place without an account and without script", async () => {
    const driver = await openReader(browser, { width: 360, height: 740, javaScript: false });
    await driver.page.goto(driverUrl);
    await driver.page.getByText("Bạn đứng đầu hàng").waitFor();
    await driver.page.getByText(plate).waitFor();
    expect(await driver.page.content()).not.toContain("Nguyễn Văn Thử");
    await driver.page.getByRole("link", { name: "中文" }).click();
    await driver.page.getByText("您排在第一位").waitFor();
    await driver.context.close();
  });

  it("the driver's page costs at most 50 kB with everything, and 3 kB at a refresh", async () => {
    const { page, context, complaints } = await openReader(browser, { width: 360, height: 740 });
    const wire = await context.newCDPSession(page);
    await wire.send("Network.enable");
    let bytes = 0; // as they came over the wire: headers and bodies, compressed
    wire.on("Network.loadingFinished", ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await page.goto(driverUrl, { waitUntil: "networkidle" });
    expect(bytes).toBeGreaterThan(1_000);
    expect(bytes).toBeLessThanOrEqual(50_000);
    bytes = 0;
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await expect.poll(() => bytes, soon).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(3_000);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("the dispatcher finds it from the schematic and calls it; the driver's page changes by itself", async () => {
    const driver = await openReader(browser, { width: 360, height: 740 });
    await driver.page.goto(driverUrl);
    await driver.page.getByText("Bạn đứng đầu hàng").waitFor();
    const page = await at("dispatcher");
    // The live stream has brought the truck to a screen that nobody has reloaded.
    await page.getByRole("link", { name: /^Hữu Nghị chuyên dụng: Mở\. Chờ xuất 1 xe/ }).click();
    await page.getByRole("row", { name: new RegExp(plate) }).waitFor();
    await page.getByRole("button", { name: "Xem trước" }).click();
    await page.getByRole("dialog").getByText(plate).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: /^Gọi 1 xe/ }).click();
    await told(page, /Đã gọi 1 xe/);
    await page.getByText("Không có xe chờ").waitFor();
    await driver.page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await driver.page.getByRole("heading", { name: "Đến lượt bạn. Đi ngay." }).waitFor();
    expect(driver.complaints).toEqual([]);
    await driver.context.close();
  });

  it("it reaches the gate and its yard", async () => {
    await hands.pass(25);
    const guard = await openTrip("guard");
    await guard.getByRole("button", { name: /^Đã đến cổng/ }).click();
    await expect.poll(() => stage(guard).innerText(), soon).toContain("Tại cổng");
    await hands.pass(5);
    const yard = await openTrip("yard");
    await yard.getByRole("button", { name: /^Vào bãi/ }).click();
    const dialog = yard.getByRole("dialog");
    await dialog.getByLabel("Bãi", { exact: true }).selectOption("xuan-cuong");
    await dialog.getByLabel("Vị trí trong bãi").fill("B-07");
    await dialog.getByRole("button", { name: "Vào bãi" }).click();
    await expect.poll(() => stage(yard).innerText(), soon).toContain("Trong bãi");
  });

  it("release is offered only when each force has passed its own check at the desk", async () => {
    const dispatcher = await openTrip("dispatcher");
    const release = dispatcher.getByRole("button", { name: /^Cho qua/ });
    await dispatcher.getByText(/^Còn chờ: Biên phòng, xuất, Hải quan, Kiểm dịch y tế\.$/).waitFor();
    await expect.poll(() => release.isDisabled()).toBe(true);
    for (const who of ["customs", "health", "guard"] as const) {
      await hands.pass(4);
      const page = await at(who);
      await page.goto(`${server.url}/desk`);
      await page.getByLabel(/^Biển số xe, mã tờ khai/).fill("50812");
      await page.getByRole("listitem").getByText(plate).waitFor();
      await page.keyboard.press("Enter");
      // The card as it stands now, not as this officer last saw the trip.
      await page.getByRole("article").getByText("Trong bãi").waitFor();
      await page.keyboard.press("1");
      await told(page, new RegExp(`^${plate}, .*: đạt\\.$`, "i"));
    }
    await expect.poll(() => release.isEnabled(), soon).toBe(true);
  });

  it("the release and the crossing show on a schematic that nobody has reloaded", async () => {
    const dispatcher = await at("dispatcher");
    await dispatcher.getByRole("button", { name: /^Cho qua/ }).click();
    await expect.poll(() => stage(dispatcher).innerText(), soon).toContain("Đã cho qua");
    await dispatcher.getByRole("link", { name: "Điều hành", exact: true }).click();
    const passages = dispatcher.getByRole("region", { name: "Chỉ số hôm nay" });
    await expect.poll(() => passages.innerText(), soon).toMatch(/Lượt xe xuất hôm nay\s+0\s/);
    await hands.pass(10);
    const guard = await openTrip("guard");
    await guard.getByRole("button", { name: /^Đã qua Km0 ra/ }).click();
    await expect.poll(() => stage(guard).innerText(), soon).toContain("Ở bên kia");
    await expect.poll(() => passages.innerText(), soon).toMatch(/Lượt xe xuất hôm nay\s+1\s/);
  });

  it("its whole story stands on the trip page, sealed, with who did each step", async () => {
    const page = await openTrip("dispatcher");
    const story = page.getByRole("region", { name: "Diễn biến" });
    const text = () => story.innerText();
    for (const line of [
      "Kiểm dịch viên y tế (minh họa)",
      "Công chức hải quan (minh họa)",
      "Xuân Cương",
      "B-07",
    ])
      await expect.poll(text, soon).toContain(line);
    await page.getByText(/Khớp chuỗi niêm phong, \d+ sự kiện/).waitFor();
    const driver = await openReader(browser, { width: 360, height: 740, javaScript: false });
    await driver.page.goto(driverUrl);
    await driver.page.getByText("Ở bên kia").waitFor();
    await driver.context.close();
  });

  it("the main pages speak English and Chinese too, down to every head and label", async () => {
    const page = await at("dispatcher");
    const left = await leftInVietnamese(page, [...mainPages(route), tripPage(trip)]);
    expect(left).toEqual([]);
  });

  it("no screen on the way complained", () => {
    for (const [who, { complaints }] of readers) expect(complaints, who).toEqual([]);
  });
});

async function next(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Lưu và sang phần sau" }).click();
}
