import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, startServer } from "../world/running-server.ts";
import { openBrowser, openReader, type Reader, signIn } from "./browser.ts";
import { fillAccounts } from "./fill-zone.ts";
import { go, look, tooWide } from "./look.ts";
import { openMorning } from "./zone-hands.ts";

describe("the administration, in three languages and both themes", () => {
  const folder = mkdtempSync(join(tmpdir(), "moc-looks-"));
  let server: RunningServer;
  let browser: Browser;
  let dispatcher: Reader;
  let admin: Reader;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer({ DATA_DIR: folder, MOC_FIELD: "0" }), openBrowser()]);
    await openMorning(server); // with the tokens of its devices
    dispatcher = await openReader(browser);
    admin = await openReader(browser);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("has no findings: filled, empty and with its forms open", async () => {
    await fillAccounts(server);
    await signIn(admin, server, "quan-tri");
    const { page } = admin;
    const registry = async () => {
      await go(page, "/administration", ".reg select");
      await page.locator(".reg select").selectOption("organisation");
      await page.locator("tbody tr:nth-child(20)").waitFor();
    };
    // Before the records begin the calendars say nothing.
    const nothing = async () => {
      await go(page, "/administration?asOf=1999-12-31", ".reg select");
      await page.locator(".reg select").selectOption("succession");
      await page.locator(".empty").waitFor();
    };
    const accounts = () => go(page, "/administration/accounts", "tbody tr:nth-child(20)");
    const editForm = async () => {
      await registry();
      await page.locator("tbody tr").nth(2).click();
      await page.locator(".row-panel .versions li").first().waitFor();
      await page.locator(".row-panel .pad-field > .btn").click();
      await page.locator(".row-panel form").waitFor();
    };
    const help = async () => {
      await accounts();
      await page.keyboard.press("?");
      await page.locator(".help").waitFor();
    };
    const newAccount = async () => {
      await accounts();
      await page.locator(".ph .btn").click();
      await page.getByRole("dialog").waitFor();
    };
    const states: [string, () => Promise<void>, boolean][] = [
      ["registry", registry, true],
      ["registry, a row stated anew", editForm, true],
      ["registry, empty", nothing, false],
      ["pack against screen", () => go(page, "/administration/conflicts", ".conflicts .empty"), true],
      ["help", help, true],
      ["accounts", accounts, true],
      ["accounts, a new one", newAccount, true],
      ["tokens", () => go(page, "/administration/tokens", "tbody tr"), true],
      ["second factor", () => go(page, "/account/second-factor", ".factor input"), true],
      ["upkeep", () => go(page, "/administration/upkeep", ".upkeep li"), true],
      ["audit", () => go(page, "/administration/audit", "tbody tr:nth-child(20)"), true],
    ];
    const found: string[] = [];
    for (const [what, open, wide] of states) {
      found.push(...(await look(page, what, open)));
      if (!wide) continue;
      await open();
      found.push(...(await tooWide(page, what)));
      await page.keyboard.press("Escape");
    }
    expect(found).toEqual([]);
  });

  it("has no findings when nothing matches, and when a form or a read is refused", async () => {
    const { page } = admin;
    const noMatch = async () => {
      await go(page, "/administration/accounts", ".room input");
      await page.locator(".room input").first().fill("khong-co-ai");
      await page.locator(".empty").waitFor();
    };
    const refusedForm = async () => {
      await go(page, "/administration/accounts", ".ph .btn");
      await page.locator(".ph .btn").click();
      await page.getByRole("dialog").locator("input[type=text]").first().fill("không hợp lệ");
      await page.getByRole("dialog").locator("input[type=text]").nth(1).fill("Ca Trực");
      await page.getByRole("dialog").locator("button[type=submit]").click();
      await page.getByRole("dialog").getByRole("alert").waitFor();
    };
    const found = [
      ...(await look(page, "accounts, no match", noMatch)),
      ...(await look(page, "accounts, form refused", refusedForm)),
    ];
    await signIn(dispatcher, server, "dieu-do");
    // A dispatcher may read neither accounts nor audit nor what the operator watches; the server says so.
    for (const path of ["/administration/accounts", "/administration/audit", "/administration/upkeep"])
      found.push(
        ...(await look(dispatcher.page, `refused ${path}`, () => go(dispatcher.page, path, "[role=alert]"))),
      );
    expect(found).toEqual([]);
  });

  it("the browser complained of nothing but what was refused on purpose", () => {
    for (const { complaints } of [dispatcher, admin])
      expect(complaints.filter((line) => !/status of (403|422)/.test(line))).toEqual([]);
  });
});
