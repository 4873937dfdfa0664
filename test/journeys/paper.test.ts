import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PaperAct } from "@moc/contract/gate/paper-act.ts";
import type { TripView } from "@moc/contract/gate/trip.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportDeclaration } from "../world/declaration.ts";
import type { Client } from "../world/open-world.ts";
import { type RunningServer, startServer } from "../world/running-server.ts";
import { openBrowser, openReader, type Reader, signIn } from "./browser.ts";
import { park, route } from "./fill-zone.ts";
import { findings, go, tooWide } from "./look.ts";
import { openMorning } from "./zone-hands.ts";

const command = () => ({ command: randomUUID() });

describe("the system is down for an hour, on paper, and entered later", () => {
  const folder = mkdtempSync(join(tmpdir(), "moc-paper-"));
  let server: RunningServer;
  let browser: Browser;
  let dispatcher: Reader;
  let guard: Reader;
  let day: string;
  const trucks: TripView[] = [];

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer({ DATA_DIR: folder, MOC_FIELD: "0" }), openBrowser()]);
    const hands = await openMorning(server);
    const firm = await server.signIn("doanh-nghiep");
    for (let count = 0; count < 3; count += 1) {
      const declaration = exportDeclaration({ goods: [{ name: "Quặng", class: "ore" }] });
      trucks.push((await firm.gate.declareVehicle({ ...command(), declaration })).trip);
    }
    await hands.pass(135); // down from nine to ten, up again at a quarter past
    [dispatcher, guard] = [await openReader(browser), await openReader(browser)];
    await signIn(dispatcher, server, "dieu-do");
    await signIn(guard, server, "bien-phong");
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const plateOf = (at: number) => trucks[at]?.plate.number ?? "";
  const at = (time: string) => new Date(`${day}T${time}:00+07:00`).toISOString();
  const recorded = (page: Page, truck: string) =>
    page.locator(".entry-lines li", { hasText: truck }).filter({ hasText: "đã ghi" }).first().waitFor();

  it("slips are reserved with their numbers, and the hour is declared afterwards with its reason", async () => {
    const { page } = dispatcher;
    await page.addInitScript(() => {
      window.print = () => document.body.setAttribute("data-printed", "");
    });
    await page.goto(`${server.url}/paper`);
    await page.locator(".slips").getByLabel("Lối").selectOption(route);
    await page.getByLabel("Bao nhiêu phiếu").fill("5");
    await page.getByRole("button", { name: "Cấp số và in" }).click();
    await page.getByText("số 1–5").waitFor();
    await page.locator("body[data-printed]").waitFor();
    expect(await page.locator(".blank-slips section").count()).toBe(5);
    await page.getByRole("button", { name: "Phiếu hỏng hoặc mất?" }).click();
    await page.getByLabel("Hủy phiếu số").fill("5");
    await page.getByLabel("Vì sao hủy").fill("Phiếu ướt");
    await page.getByRole("button", { name: "Hủy phiếu", exact: true }).click();
    await page.locator(".slips li", { hasText: "đã hủy 5" }).waitFor();
    await page.getByRole("button", { name: "Báo làm trên giấy" }).click();
    const form = page.getByRole("dialog");
    day = (await form.getByLabel("Từ lúc").inputValue()).slice(0, 10);
    await form.getByLabel("Lối").selectOption(route);
    await form.getByLabel("Từ lúc").fill(`${day}T09:00`);
    await form.getByLabel("Đến lúc").fill(`${day}T10:00`);
    await form.getByLabel("Lý do, công khai").fill("Mất điện phòng máy chủ");
    expect(await findings(page, "declaring paper mode")).toEqual([]);
    await form.getByRole("button", { name: "Ghi", exact: true }).click();
    await page.locator(".paper .lines li", { hasText: "Mất điện phòng máy chủ" }).waitFor();
  });

  it("the border guard enters arrivals by keyboard alone; a wrong line says why and is mended", async () => {
    const { page } = guard;
    await go(page, "/paper", ".entry-line input");
    const { keyboard } = page;
    await page.getByLabel("Nơi", { exact: true }).selectOption(park);
    await page.getByLabel("Số phiếu").focus();
    for (const [index, time] of ["0905", "0910", "0815"].entries()) {
      if (index === 0) {
        await keyboard.type("1");
        await keyboard.press("Enter");
      }
      await keyboard.type(plateOf(index));
      await keyboard.press("Enter");
      await keyboard.type(time);
      await keyboard.press("Enter");
      await page.locator(".entry-lines li").nth(index).waitFor();
    }
    await recorded(page, plateOf(0));
    await recorded(page, plateOf(1));
    const refused = page.locator(".entry-lines li", { hasText: "phải nằm trong đợt làm trên giấy" });
    await refused.getByRole("button", { name: "Sửa dòng này" }).click();
    await page.getByLabel("Giờ trên phiếu").fill("0915");
    await page.getByLabel("Giờ trên phiếu").press("Enter");
    await recorded(page, plateOf(2));
    expect([...(await findings(page, "entering slips")), ...(await tooWide(page, "entering slips"))]).toEqual(
      [],
    );
  });

  it("each force enters its own lines, and the first truck is abroad at the time that stands on its slip", async () => {
    const yard = await server.signIn("ben-bai");
    const centre = await server.signIn("dieu-do");
    const border = await server.signIn("bien-phong");
    const { modes } = await centre.gate.readPaper({});
    const paper = modes[0]?.id ?? "";
    const line = (by: Client, slip: number, time: string, act: PaperAct) =>
      by.gate.enterPaper({ ...command(), paper, slip, truck: plateOf(slip - 1), act, occurredAt: at(time) });
    // The second truck is entered before the first: it stands before it, whatever the slips say.
    await line(yard, 2, "09:12", { kind: "arrival", place: park });
    await line(yard, 1, "09:06", { kind: "arrival", place: park });
    await expect(line(centre, 1, "09:20", { kind: "call" })).rejects.toMatchObject({
      code: "paper_out_of_turn",
    });
    await line(centre, 2, "09:20", { kind: "call" });
    await line(border, 2, "09:30", { kind: "reach_gate" });
    await line(yard, 2, "09:35", { kind: "enter_yard", yard: "xuan-cuong" });
    const { trip } = await centre.gate.readTrip({ trip: trucks[1]?.id ?? "" });
    for (const { kind: check } of trip.checks) {
      const other = { customs: "hai-quan", health_quarantine: "kiem-dich-y-te" }[String(check)];
      const by = other === undefined ? border : await server.signIn(other);
      await line(by, 2, "09:45", { kind: "check", check, decision: "pass" });
    }
    await line(centre, 2, "09:50", { kind: "release" });
    const crossed = await line(border, 2, "09:55", { kind: "cross_out" });
    expect([crossed.trip.state, crossed.trip.stateSince]).toEqual(["abroad", at("09:55")]);
  });

  it("story, queue and bulletin say what came from paper", async () => {
    const { page } = dispatcher;
    await go(page, `/trips/${trucks[1]?.id}`, ".tl li");
    await page.locator(".tl li", { hasText: "nhập từ phiếu giấy số 2" }).first().waitFor();
    await go(page, `/queue/${route}/export`, ".order-notes li");
    await page.locator(".order-notes li", { hasText: "Làm trên giấy" }).waitFor();
    await go(page, `/bulletin?asOf=${day}`, ".bulletin-close");
    await page.locator(".bulletin-close", { hasText: "Trong đó 1 xe nhập sau từ phiếu giấy" }).waitFor();
    expect(
      [...dispatcher.complaints, ...guard.complaints].filter((one) => !/status of 4(09|22)/.test(one)),
    ).toEqual([]);
  });
});
