import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportDeclaration } from "../world/declaration.ts";
import { type RunningServer, startServer } from "../world/running-server.ts";
import { openBrowser, openReader, type Reader, signIn } from "./browser.ts";
import { findings, go, tooWide } from "./look.ts";
import { openMorning } from "./zone-hands.ts";

/**
 * What a person does, counted. Seconds by the keystroke-level model (Card, Moran and Newell 1980): 0.28 a key of an
 * average typist, 1.1 to point, 0.2 to press, 1.35 to think before each field or press.
 */
function countedHands(page: Page) {
  const counted = { keys: 0, presses: 0, fields: 0 };
  return {
    counted,
    async type(label: string, text: string) {
      counted.fields += 1;
      counted.keys += text.length;
      await page.getByLabel(label, { exact: true }).pressSequentially(text);
    },
    async press(name: string | RegExp) {
      counted.presses += 1;
      await page.getByRole("button", { name }).first().click();
    },
    seconds: () => counted.keys * 0.28 + (counted.presses + counted.fields) * (1.1 + 0.2 + 1.35),
  };
}

describe("a firm that declares many trucks", () => {
  const folder = mkdtempSync(join(tmpdir(), "moc-many-"));
  let server: RunningServer;
  let browser: Browser;
  let firm: Reader;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer({ DATA_DIR: folder, MOC_FIELD: "0" }), openBrowser()]);
    await openMorning(server);
    firm = await openReader(browser);
    await signIn(firm, server, "doanh-nghiep");
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("files from a template in three fields and four presses, under 60 seconds of hands and thought", async () => {
    const { page } = firm;
    const client = await server.signIn("doanh-nghiep");
    await client.gate.keepDraft({
      command: crypto.randomUUID(),
      draft: null,
      template: "Sầu riêng đi Hữu Nghị",
      typed: {
        kind: "export_vn",
        regime: "ordinary",
        route: "1119-1120",
        plate: "",
        payloadClass: "container_40",
        vin: "",
        trailer: "",
        containers: [],
        driverName: "",
        driverPaper: "",
        driverPhone: "",
        owner: "Hợp tác xã Bảo Sơn",
        goodsUnknown: false,
        goods: [{ name: "Sầu riêng tươi", class: "durian", hs: "0810.60", weightKg: "18000", packages: "" }],
        customsNumbers: "",
        quarantineService: "",
        quarantineNumber: "",
        note: "",
      },
    });
    await go(page, "/declare", ".papers li");
    const hands = countedHands(page);
    await hands.press("Dùng mẫu");
    await hands.type("Biển số xe", "12C-084.51");
    await hands.press("Lưu và sang phần sau");
    await hands.type("Họ tên lái xe", "Nguyễn Văn Thử");
    await hands.type("Số giấy tờ hoặc giấy thông hành", "012345678901");
    await hands.press("Lưu và sang phần sau");
    // One side's list holds durian, the other's is not known: it says so and stands in nobody's way.
    await expect
      .poll(() => page.locator(".admissions li").allInnerTexts())
      .toEqual(["Chưa rõ phía Việt Nam nhận mặt hàng nào qua lối này."]);
    await hands.press("Gửi khai báo");
    await page.waitForURL(/\/trips\//);
    await expect.poll(() => page.locator(".vnp").innerText()).toBe("12C-084.51");
    expect(hands.counted).toEqual({ keys: 36, presses: 4, fields: 3 });
    expect(hands.seconds()).toBeLessThan(60);
    expect(firm.complaints).toEqual([]);
  });

  it("keeps a draft and goes on with it on another device; a trip is copied into the next declaration", async () => {
    const { page } = firm;
    await page.getByRole("button", { name: "Việc khác" }).click();
    await page.getByRole("menuitem", { name: "Khai lại như lượt này" }).click();
    await page.getByLabel("Biển số xe").fill("12C-084.52");
    await page.getByRole("button", { name: "Lưu và về danh sách" }).click();
    await page.getByText("Bản nháp 12C-084.52").waitFor();
    const other = await openReader(browser, { width: 360, height: 740 });
    await signIn(other, server, "doanh-nghiep");
    await go(other.page, "/declare", ".papers li");
    const found = [...(await findings(other.page, "desk")), ...(await tooWide(other.page, "desk"))];
    await other.page.getByRole("button", { name: "Làm tiếp" }).click();
    await other.page.getByRole("button", { name: "Gửi khai báo" }).click();
    await other.page.waitForURL(/\/trips\//);
    await go(page, "/declare", ".papers li");
    await page.getByText("Bản nháp 12C-084.52").waitFor({ state: "detached" });
    expect(found).toEqual([]);
    await other.context.close();
  });

  it("imports many from a file, mends the rows that are told, and sees them filed", async () => {
    const { page } = firm;
    await go(page, "/declare/import", "input[type=file]");
    const [template] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Tệp mẫu XLSX" }).click(),
    ]);
    expect(template.suggestedFilename()).toBe("mau-khai-bao.xlsx");
    const head =
      "Loại lượt xe;Lối muốn qua;Biển số xe;Trọng tải hoặc công-te-nơ;Họ tên lái xe;Số giấy tờ lái xe;Chủ hàng";
    const line = (plate: string, payload = "từ 18 tấn") =>
      `export_vn;1119-1120;${plate};${payload};Nguyễn Văn Thử;012345678901;Hợp tác xã Bảo Sơn`;
    const choose = (lines: string[]) =>
      page.getByLabel("Tệp XLSX hoặc CSV").setInputFiles({
        name: "xe-chieu.csv",
        mimeType: "text/csv",
        buffer: Buffer.from([head, ...lines].join("\r\n")),
      });
    const sound = Array.from({ length: 20 }, (_, at) => line(`29H-6${String(at).padStart(4, "0")}`));
    await choose([...sound, line("12C-084.51"), line("29H-700.01", "hai mươi tấn")]);
    const faulty = page.locator("tbody tr", { has: page.locator(".row-faults") });
    await faulty.nth(1).waitFor();
    const told = await faulty.allInnerTexts();
    expect(told).toEqual([
      expect.stringMatching(/^22\s[^]*Biển số xe: Biển số 12C08451 đang có một lượt khai chưa kết thúc/),
      expect.stringMatching(/^23\s[^]*Trọng tải hoặc công-te-nơ: Giá trị không có trong danh mục/),
    ]);
    await expect.poll(() => page.getByRole("button", { name: "Gửi 22 khai báo" }).isDisabled()).toBe(true);
    const found = [...(await findings(page, "import, faulty")), ...(await tooWide(page, "import, faulty"))];
    await choose([...sound, line("12C-084.53"), line("29H-700.01")]);
    await page.getByText("22 dòng, tất cả gửi được").waitFor();
    await page.getByRole("button", { name: "Gửi 22 khai báo" }).click();
    await page.waitForURL(/\/trips$/);
    await page.locator("tbody tr").nth(22).waitFor();
    const list = page.waitForEvent("download");
    const button = page.getByRole("button", { name: "Tải CSV" });
    await button.focus();
    await page.keyboard.press("Enter");
    const text = readFileSync(await (await list).path(), "utf8");
    expect(text).toMatch(/^\ufeffLượt xe\r\nNguồn,Mốc · /);
    for (const plate of ["12C08453", "29H70001"]) expect(text).toContain(plate);
    expect(found).toEqual([]);
    expect(firm.complaints).toEqual([]);
  });

  it("scrolls a list of hundreds on a phone: the rows that are not drawn keep their place to the pixel", async () => {
    const client = await server.signIn("doanh-nghiep");
    const declarations = Array.from({ length: 130 }, () => exportDeclaration());
    await client.gate.declareMany({ command: crypto.randomUUID(), declarations });
    const phone = await openReader(browser, { width: 360, height: 740 });
    await signIn(phone, server, "doanh-nghiep");
    const { page } = phone;
    await go(page, "/trips", "tbody tr");
    await page.getByRole("button", { name: "Đọc thêm" }).click();
    const gap = page.locator("tr.gap td").last();
    await gap.waitFor();
    const kept = () =>
      gap.evaluate((cell: HTMLElement) => [cell.offsetHeight, parseFloat(cell.style.height)]);
    // What is drawn is measured once, and the heights of all others follow from it.
    await expect.poll(async () => (await kept())[1]).toBeGreaterThan(120 * 100);
    const [shown = 0, meant = 0] = await kept();
    expect(Math.abs(shown - meant)).toBeLessThan(1);
    await page.locator(".tscroll").evaluate((box) => box.scrollTo(0, box.scrollHeight));
    const { rows } = await client.gate.listTrips({ limit: 200 });
    await page.locator(`tr[data-key="${rows.at(-1)?.id}"]`).waitFor();
    // On paper stand all rows that were read, as a table.
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    expect(await page.locator("tr[data-key]").count()).toBe(rows.length);
    expect(await page.locator("thead").evaluate((head) => getComputedStyle(head).position)).not.toBe(
      "absolute",
    );
    await phone.context.close();
  });

  it("has its own program's token issued on the screen, shown once, used, and revoked for a reason", async () => {
    const admin = await openReader(browser);
    await signIn(admin, server, "quan-tri");
    const { page } = admin;
    await go(page, "/administration/tokens", "tbody tr");
    await page.getByRole("button", { name: "Cấp mã" }).click();
    await page.getByLabel("Nơi dùng").fill("phần mềm Kỳ Lừa");
    await page.getByLabel("Tổ chức").selectOption("firm-ky-lua");
    await page.getByLabel("Doanh nghiệp", { exact: true }).check();
    const found = await findings(page, "issue a token");
    await page.locator(".dialog button[type=submit]").click();
    const secret = await page.locator(".one-time").innerText();
    const headers = { authorization: `Bearer ${secret}` };
    const list = () => fetch(`${server.url}/api/trips?limit=1`, { headers });
    expect((await list()).status).toBe(200);
    await page.keyboard.press("Escape");
    const row = page.locator("tbody tr", { hasText: "phần mềm Kỳ Lừa" });
    await row.getByRole("button", { name: "Thu hồi" }).click();
    await page.getByLabel("Lý do").fill("Đổi máy");
    await page.locator(".dialog button[type=submit]").click();
    await row.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Đã hết hiệu lực" }).click();
    await row.getByText("Đã thu hồi").waitFor();
    expect((await list()).status).toBe(401);
    await expect.poll(() => row.innerText()).toContain("Đọc lượt xe, hàng chờ và số liệu");
    expect(found).toEqual([]);
    expect(admin.complaints).toEqual([]);
  });
});
