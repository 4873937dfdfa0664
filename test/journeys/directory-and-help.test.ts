import { randomUUID } from "node:crypto";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDirectoryProvider } from "../world/directory-provider.ts";
import { type RunningServer, startServer } from "../world/running-server.ts";
import { openBrowser, openReader, type Reader } from "./browser.ts";
import { go } from "./look.ts";

describe("an administrator who comes through the organisation's directory", () => {
  const folder = mkdtempSync(join(tmpdir(), "moc-directory-"));
  let provider: Awaited<ReturnType<typeof openDirectoryProvider>>;
  let server: RunningServer;
  let browser: Browser;
  let reader: Reader;
  /** Without PUBLIC_URL a server on this machine calls itself so, and the provider sends browsers back there. */
  let home: string;

  beforeAll(async () => {
    const pack = join(folder, "pack");
    cpSync(join(import.meta.dirname, "../../packs/dong-dang"), pack, { recursive: true });
    provider = await openDirectoryProvider();
    const { issuer, clientId, clientSecret, label } = provider.settings;
    const oidc = { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret };
    const labels = { OIDC_LABEL_VI: label.vi, OIDC_LABEL_EN: label.en, OIDC_LABEL_ZH: label.zh };
    const own = { DATA_DIR: join(folder, "data"), MOC_PACK: pack, MOC_FIELD: "0" };
    [server, browser] = await Promise.all([startServer({ ...own, ...oidc, ...labels }), openBrowser()]);
    home = server.url.replace("127.0.0.1", "localhost");
    reader = await openReader(browser);
    reader.page.setDefaultTimeout(60_000);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await provider?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("is turned away until somebody has entered that person, and comes in afterwards", async () => {
    const { page } = reader;
    provider.seat({ sub: "phu-trach-1" });
    await page.goto(`${home}/administration/conflicts`);
    await page.getByRole("link", { name: "Tài khoản cơ quan" }).click();
    await page.getByRole("alert").filter({ hasText: "Không có tài khoản nào ở đây" }).waitFor();

    const admin = await server.signIn("quan-tri");
    const { account } = await admin.identity.createAccount({
      command: randomUUID(),
      userName: "phu-trach",
      name: "Người Phụ Trách",
      language: "vi",
      roles: ["administrator"],
      organisation: null,
    });
    const identity = { by: "subject", subject: "phu-trach-1" } as const;
    const why = "điều hành hệ thống";
    await admin.identity.linkDirectory({ command: randomUUID(), account: account.id, identity, why });

    await page.goto(`${home}/administration/conflicts`);
    await page.getByRole("link", { name: "Tài khoản cơ quan" }).click();
    await page.locator(".conflicts .empty").waitFor();
    expect(new URL(page.url()).pathname).toBe("/administration/conflicts");
  });

  it("decides field by field between the pack and what was entered on a screen", async () => {
    const { page } = reader;
    const admin = await server.signIn("quan-tri");
    const zone = await admin.registry.readZone({});
    const lanes = zone.lane_group.find((row) => row.key === "lanes-1119-1120");
    if (lanes === undefined) throw new Error("the pack has lanes at 1119-1120");
    const { source: _source, validity: _validity, revision: _revision, ...statement } = lanes;
    await admin.registry.editRow({
      command: randomUUID(),
      statement: { ...statement, count: 8 },
      validFrom: lanes.validity.validFrom,
      citation: "Trung tâm Quản lý cửa khẩu",
      reason: "Hai làn mới",
    });
    await page.reload();
    const row = page.locator(".compared tbody tr").first();
    await row.filter({ hasText: "8" }).filter({ hasText: "6" }).waitFor();
    await page.getByLabel("Lý do quyết định").fill("đã hỏi Trung tâm");
    await page.getByRole("button", { name: "Lấy theo gói" }).click();
    await page.locator(".conflicts .empty").waitFor();
    const { versions } = await admin.registry.readVersions({ kind: "lane_group", key: "lanes-1119-1120" });
    expect(versions[0]).toMatchObject({ count: 6, source: { confidence: lanes.source.confidence } });
  });

  it("reads on every screen what it is for, by one key, and works on beside it", async () => {
    const { page, complaints } = reader;
    await go(page, "/queue", "table");
    await page.keyboard.press("?");
    await page.locator(".help .lead").filter({ hasText: "Danh sách các hàng chờ" }).waitFor();
    await go(page, "/duty", "h1, h2");
    await page.locator(".help .lead").filter({ hasText: "Ai đang trực ở đâu" }).waitFor();
    await page.keyboard.press("Escape");
    await page.locator(".help").waitFor({ state: "detached" });
    expect(complaints).toEqual([]);
  });
});
