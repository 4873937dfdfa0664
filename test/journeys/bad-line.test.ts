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
import { openMorning } from "./zone-hands.ts";

const command = () => ({ command: randomUUID() });

describe("the check desk losing its line in mid-decision", () => {
  const folder = mkdtempSync(join(tmpdir(), "moc-line-"));
  let server: RunningServer;
  let browser: Browser;
  let officer: Reader;
  let colleague: Client;
  let firm: Client;
  let trucks: { id: string; plate: string }[];

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer({ DATA_DIR: folder, MOC_FIELD: "0" }), openBrowser()]);
    const hands = await openMorning(server);
    firm = await server.signIn("doanh-nghiep");
    const dispatcher = await server.signIn("dieu-do");
    const guard = await server.signIn("bien-phong");
    trucks = [];
    for (let n = 0; n < 3; n += 1) {
      const { trip } = await firm.gate.declareVehicle({ ...command(), declaration: exportDeclaration() });
      await hands.seeAtBarrier(trip.id, park);
      await hands.seePosition(trip.id, park);
      trucks.push({ id: trip.id, plate: trip.plate.number });
    }
    await dispatcher.gate.callForward({ ...command(), route, direction: "export", count: 3 });
    for (const { id } of trucks) await guard.gate.reachGate({ ...command(), trip: id });
    colleague = await hireColleague(server);
    officer = await openReader(browser);
    await signIn(officer, server, "hai-quan");
    await go(officer.page, "/desk", ".desk-list button");
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const truck = (n: number) => trucks[n] ?? { id: "", plate: "" };
  const standing = async (n: number) => {
    const { trip } = await colleague.gate.readTrip({ trip: truck(n).id });
    return trip.checks.find(({ kind }) => kind === "customs");
  };
  /** Opens a truck by its plate, cuts the line and passes it with one key. */
  async function passOffline(n: number): Promise<void> {
    const { page, context } = officer;
    await page.locator("#desk-plate").fill(truck(n).plate);
    await page.keyboard.press("Enter");
    await page.locator(".desk-card .desk-check .btn", { hasText: "Tạm giữ" }).waitFor();
    const painted = truck(n)
      .plate.replace(/(\d{3})(\d{2})$/, "$1.$2")
      .slice(-6);
    await page.locator(".desk-card header", { hasText: painted }).waitFor();
    await context.setOffline(true);
    await page.getByText("Mất đường truyền").waitFor();
    await page.keyboard.press("1");
    await page.locator(".desk-card .unsent", { hasText: "Chưa gửi: đạt" }).waitFor();
    // Whatever was pressed, the check still reads as the server last said.
    await page.locator(".desk-card .desk-check-head", { hasText: "Chưa có kết quả" }).first().waitFor();
    expect((await standing(n))?.state).toBe("pending");
  }

  it("a decision is shown as not sent, and is sent and told when the line is back", async () => {
    const { page, context } = officer;
    await passOffline(0);
    const found = [...(await findings(page, "desk, line down")), ...(await tooWide(page, "desk, line down"))];
    expect(found).toEqual([]);
    await context.setOffline(false);
    await page
      .getByRole("status")
      .getByText(/: đạt\.$/)
      .waitFor();
    await page.locator(".unsent").first().waitFor({ state: "detached" });
    expect((await standing(0))?.state).toBe("pass");
  });

  it("when a colleague decided in between it is refused, with both states", async () => {
    const { page, context } = officer;
    await passOffline(1);
    const hold = { check: "customs", decision: "hold", reason: "Thiếu vận đơn" } as const;
    await colleague.gate.decideCheck({ ...command(), trip: truck(1).id, ...hold });
    await context.setOffline(false);
    const note = page.locator(".unsent-list li", { hasText: "Không ghi nhận: đạt" });
    await note
      .getByText(/Lúc bạn ghi: Chưa có kết quả\. Hiện có: Tạm giữ \(Công chức đồng nghiệp, Thiếu vận đơn\)/)
      .waitFor();
    expect((await standing(1))?.state).toBe("hold");
    await note.getByRole("button", { name: "Đã xem" }).click();
    await note.waitFor({ state: "detached" });
  });

  it("after thirty minutes it is not sent any more, and says so", async () => {
    const { page, context } = officer;
    await passOffline(2);
    await page.evaluate((ahead) => {
      const now = Date.now;
      Date.now = () => now() + ahead;
    }, 31 * 60_000);
    await context.setOffline(false);
    const note = page.locator(".unsent-list li", { hasText: "Đã quá 30 phút nên không gửi" });
    await note.waitFor();
    expect((await standing(2))?.state).toBe("pending");
  });

  it("on a good line the desk is worked by keys alone: a plate, one key, a reason", async () => {
    const { page } = officer;
    await page.keyboard.press("/");
    await page.keyboard.type(truck(2).plate);
    await page.keyboard.press("Enter");
    await page.locator(".desk-card .desk-check .btn", { hasText: "Tạm giữ" }).waitFor();
    await page.keyboard.press("2");
    await page.getByRole("dialog").getByLabel("Lý do").fill("Thiếu giấy kiểm dịch");
    await page.keyboard.press("Enter");
    await page
      .getByRole("status")
      .getByText(/: tạm giữ\.$/)
      .waitFor();
    expect(await standing(2)).toMatchObject({ state: "hold", reason: "Thiếu giấy kiểm dịch" });
  });

  it("a screen stays while the server cannot be reached, is said to be old, and is read anew afterwards", async () => {
    const { page } = officer;
    await go(page, "/trips", "tr[data-key]");
    const failed: string[] = [];
    await page.route("**/api/**", async (request) => {
      failed.push(new URL(request.request().url()).pathname);
      await request.abort();
    });
    // Whoever comes back to the window after minutes has everything read anew, who they are as well.
    await page.evaluate((ahead) => {
      const now = Date.now;
      Date.now = () => now() + ahead;
      dispatchEvent(new Event("visibilitychange"));
    }, 120_000);
    await page.getByText("Không nối được với máy chủ").waitFor();
    const tries = (path: string) => failed.filter((one) => one.startsWith(path)).length;
    const least = () => Math.min(tries("/api/me"), tries("/api/trips"));
    await expect.poll(least, { timeout: 60_000 }).toBeGreaterThanOrEqual(4); // then they have given up
    expect(await page.locator("tr[data-key]").count()).toBe(trucks.length);
    const found = [
      ...(await findings(page, "trips, line lost")),
      ...(await tooWide(page, "trips, line lost")),
    ];
    expect(found).toEqual([]);
    const declared = await firm.gate.declareVehicle({ ...command(), declaration: exportDeclaration() });
    await page.unroute("**/api/**");
    await page.locator(`tr[data-key="${declared.trip.id}"]`).waitFor();
    await page.getByText("Không nối được với máy chủ").waitFor({ state: "detached" });
  });
});

/** Another customs officer, with an account of her own. */
async function hireColleague(server: RunningServer): Promise<Client> {
  const admin = await server.signIn("quan-tri");
  const { link } = await admin.identity.createAccount({
    ...command(),
    userName: "dong-nghiep",
    name: "Công chức đồng nghiệp",
    language: "vi",
    roles: ["customs"],
    organisation: "customs-region-6",
  });
  const password = "một câu dài để thử";
  const answer = await fetch(`${server.url}/api/password-links`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: server.url },
    body: JSON.stringify({ link: link?.url.split("#")[1], password }),
  });
  expect(answer.ok).toBe(true);
  return server.signIn("dong-nghiep", password);
}
