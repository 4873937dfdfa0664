import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, startServer } from "../world/running-server.ts";
import { openBrowser, openReader, signIn } from "./browser.ts";
import { park } from "./fill-zone.ts";
import { choose, heard, listen, onFocus, press, tabTo } from "./keys.ts";
import { openMorning, type ZoneHands } from "./zone-hands.ts";

const plate = "29C-508.12";
/** A crowded machine takes its time. */
const soon = { timeout: 20_000 };

describe("one truck by keyboard alone", () => {
  const folder = mkdtempSync(join(tmpdir(), "moc-keyboard-"));
  const pages = new Map<string, Page>();
  let server: RunningServer;
  let browser: Browser;
  let hands: ZoneHands;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer({ DATA_DIR: folder, MOC_FIELD: "0" }), openBrowser()]);
    hands = await openMorning(server);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function at(account: string): Promise<Page> {
    const known = pages.get(account);
    if (known) return known;
    const reader = await openReader(browser);
    await signIn(reader, server, account);
    await listen(reader.page);
    pages.set(account, reader.page);
    return reader.page;
  }

  /** From any screen to the truck, as an officer finds it. */
  async function find(account: string): Promise<Page> {
    const page = await at(account);
    await press(page, "Control+k");
    await expect.poll(() => onFocus(page), soon).toMatch(/^Biển số, mã tờ khai/);
    // At one go: who presses Enter before the answer is there still opens what was typed.
    await page.keyboard.type("50812");
    await press(page, "Enter");
    await expect.poll(() => onFocus(page), soon).toMatch(new RegExp(`^${plate}: Dưa hấu xuất`));
    await expect.poll(() => page.title(), soon).toMatch(new RegExp(`^${plate}: .* · Mốc$`));
    return page;
  }

  it("a part of the declaration begins at its head, a fault at its field, a new line in the line", async () => {
    const page = await at("doanh-nghiep");
    await tabTo(page, /^Khai báo$/, "Enter");
    await expect.poll(() => onFocus(page), soon).toBe("Khai báo xe");
    expect(await page.title()).toBe("Khai báo xe · Mốc");
    await tabTo(page, /^Chiều và lối/, "Enter");
    await expect.poll(() => onFocus(page), soon).toBe("Chiều và lối");
    await tabTo(page, /^Lưu và sang phần sau/, "Enter");
    await expect.poll(() => onFocus(page), soon).toBe("Lối muốn qua");
    expect(await heard(page)).toMatch(/Cần sửa trước khi gửi/);
    await press(page, "Shift+Tab");
    await choose(page, /^Lối muốn qua/, "Đường chuyên dụng Hữu Nghị");
    await tabTo(page, /^Lưu và sang phần sau/, "Enter");
    await expect.poll(() => onFocus(page), soon).toBe("Xe");
    await tabTo(page, /^Biển số xe/, plate);
    await choose(page, /^Trọng tải/, "5 đến");
    await tabTo(page, /^Thêm công-te-nơ/, "Enter");
    await expect.poll(() => onFocus(page), soon).toBe("Số công-te-nơ thứ 2");
    await tabTo(page, /^Lưu và sang phần sau/, "Enter");
    await tabTo(page, /^Họ tên lái xe/, "Lê Văn Ánh");
    await tabTo(page, /^Số giấy tờ/, "B2-887766");
    await tabTo(page, /^Chủ hàng/, "Nông sản Thử");
    await press(page, "Enter");
    await tabTo(page, /^Tên hàng/, "Dưa hấu");
    await choose(page, /^Nhóm hàng/, "Quả tươi khác");
    await tabTo(page, /^Thêm dòng hàng/, "Enter");
    await expect.poll(() => onFocus(page), soon).toBe("Tên hàng");
    await tabTo(page, /^Bỏ dòng này/, "Enter");
    await expect.poll(() => onFocus(page), soon).not.toBe("");
    await tabTo(page, /^Lưu và sang phần sau/, "Enter");
    await tabTo(page, /^Lưu và sang phần sau/, "Enter");
    await expect.poll(() => onFocus(page), soon).toBe("Xem lại và gửi");
    await tabTo(page, /^Gửi khai báo/, "Enter");
    await expect.poll(() => onFocus(page), soon).toMatch(new RegExp(`^${plate}: Dưa hấu xuất`));
    expect(await heard(page)).toMatch(new RegExp(`Đã khai xe ${plate}`));
  });

  it("a template asks only for what is missing, and its name is where the hands are", async () => {
    const page = await at("doanh-nghiep");
    await tabTo(page, /^Việc khác/, "Enter");
    await press(page, "End", "Enter");
    await expect.poll(() => onFocus(page), soon).toBe("Xe");
    // Tab selects what stands in a field.
    await tabTo(page, /^Biển số xe/, "Delete");
    await tabTo(page, /^Danh sách các phần/, "Enter");
    await tabTo(page, /^Lưu làm mẫu/, "Enter");
    await expect.poll(() => onFocus(page), soon).toBe("Tên mẫu");
    await page.keyboard.type("Dưa hấu hằng ngày");
    await press(page, "Enter");
    await expect.poll(() => onFocus(page), soon).toMatch(/^Lưu làm mẫu/);
    await tabTo(page, /^Dùng mẫu/, "Enter");
    await expect.poll(() => onFocus(page), soon).toBe("Xe");
    await tabTo(page, /^Danh sách các phần/, "Enter");
    // The paper that is thrown away takes its button along; the keys stay on the list.
    await tabTo(page, /^Xóa$/, "Enter");
    await expect.poll(() => heard(page), soon).toMatch(/Đã xóa/);
    await expect.poll(() => onFocus(page), soon).not.toBe("");
  });

  it("a button that is pressed keeps the focus while its answer is on the way, and a held key presses once", async () => {
    const { id } = (await (await server.signIn("dieu-do")).gate.listTrips({ search: "50812", limit: 1 }))
      .rows[0] ?? { id: "" };
    const firm = await find("doanh-nghiep");
    await tabTo(firm, /^Đã khởi hành/);
    // A held Enter repeats; a second press would report the arrival.
    await firm.keyboard.down("Enter");
    for (let n = 0; n < 8; n += 1) {
      await firm.keyboard.down("Enter");
      await firm.waitForTimeout(60);
    }
    await firm.keyboard.up("Enter");
    await expect.poll(() => heard(firm), soon).toMatch(/đã khởi hành/);
    await expect.poll(() => onFocus(firm), soon).toMatch(/^Báo xe đến/);
    expect(await firm.getByRole("dialog").count()).toBe(0);
    await hands.seeAtBarrier(id, park);
    await hands.seePosition(id, park);
  });

  it("the queue says the row that J reaches, and one key calls", async () => {
    const page = await at("dieu-do");
    await tabTo(page, /^Hàng chờ$/, "Enter");
    await tabTo(page, /^Hữu Nghị chuyên dụng, xuất: 1 xe/, "Enter");
    await expect.poll(() => onFocus(page), soon).toMatch(/^Hàng chờ xuất, Hữu Nghị chuyên dụng/);
    await tabTo(page, /^Hàng chờ$/, "j");
    await expect.poll(() => heard(page), soon).toMatch(new RegExp(plate));
    await press(page, "g");
    await expect.poll(() => heard(page), soon).toMatch(/Đã gọi 1 xe/);
  });

  it("each force decides at the desk with one key, and hears that it is written down", async () => {
    const forces = {
      "bien-phong": "Biên phòng",
      "hai-quan": "Hải quan",
      "kiem-dich-y-te": "y tế",
      "kiem-dich-thuc-vat": "thực vật",
    };
    await tabTo(await find("bien-phong"), /^Đã đến cổng/, "Enter");
    await expect.poll(() => heard(pages.get("bien-phong")), soon).toMatch(/đã đến cổng/);
    const yard = await find("ben-bai");
    await press(yard, "q");
    await expect.poll(() => onFocus(yard), soon).toBe("Bãi");
    await press(yard, "ArrowDown", "Tab", "Enter");
    await expect.poll(() => heard(yard), soon).toMatch(/vào bãi/);
    for (const [account, force] of Object.entries(forces)) {
      const page = await at(account);
      await tabTo(page, /^Bàn kiểm tra$/, "Enter");
      await expect.poll(() => onFocus(page), soon).toMatch(/^Biển số xe, mã tờ khai/);
      await page.keyboard.type("50812");
      await expect.poll(() => heard(page), soon).toMatch(/1 xe khớp/);
      await press(page, "Enter");
      await expect.poll(() => onFocus(page), soon).toMatch(new RegExp(`^${plate}, `));
      if (account === "hai-quan") {
        await tabTo(page, /^Tạm giữ/, "Enter");
        await expect.poll(() => onFocus(page), soon).toBe("Lý do");
        await press(page, "Escape");
        await expect.poll(() => onFocus(page), soon).toMatch(/^Tạm giữ/);
      }
      await press(page, "1");
      await expect.poll(() => heard(page), soon).toMatch(new RegExp(`${force}[^.]*: đạt`));
    }
  });

  it("it is released and confirmed over the border by one button, on which the focus stays", async () => {
    const page = await find("bien-phong");
    await tabTo(page, /^Cho qua/);
    // Until the last result is known here the button keeps its place and says what it waits for.
    await expect.poll(() => page.locator(".ta .why").allInnerTexts(), soon).toEqual([]);
    await press(page, "Enter");
    await expect.poll(() => onFocus(page), soon).toMatch(/^Đã qua Km0 ra/);
    await page.locator(".ta .pri:not([aria-disabled])").waitFor();
    await press(page, "Enter");
    await expect.poll(() => heard(page), soon).toMatch(/đã qua Km0 ra/);
    await expect.poll(() => onFocus(page), soon).not.toBe("");
  });
});
