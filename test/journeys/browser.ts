import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { chromiumPath } from "../../tools/outside.ts";
import type { RunningServer } from "../world/running-server.ts";

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
];

/** The one browser of a test file; it speaks to the server under test and to nobody else. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === undefined) throw new Error("Chromium is missing: install it or set MOC_CHROMIUM");
  return chromium.launch({ executablePath, args: quiet });
}

/** A person at a screen: the page, and everything that the browser complained about on it. */
export type Reader = { page: Page; context: BrowserContext; complaints: string[] };

type Device = { width?: number; height?: number; javaScript?: boolean; language?: string };

/** A fresh profile without a session. The language of the browser is Vietnamese unless said otherwise. */
export async function openReader(browser: Browser, device: Device = {}): Promise<Reader> {
  const context = await browser.newContext({
    locale: device.language ?? "vi-VN",
    reducedMotion: "reduce",
    javaScriptEnabled: device.javaScript ?? true,
    viewport: { width: device.width ?? 1440, height: device.height ?? 900 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const complaints: string[] = [];
  page.on("console", (message) => {
    const { url } = message.location();
    if (message.type() === "error") complaints.push(`${message.text()} ${url}`);
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return { page, context, complaints };
}

/** Signs in on the sign-in screen with the password that the start printed. */
export async function signIn(reader: Reader, server: RunningServer, userName: string): Promise<void> {
  const { page } = reader;
  const password = server.passwords.get(userName);
  if (password === undefined) throw new Error(`the start printed no password of ${userName}`);
  await page.goto(server.url);
  await page.getByLabel("Tên đăng nhập hoặc thư điện tử").fill(userName);
  await page.getByLabel("Mật khẩu").fill(password);
  await page.getByRole("button", { name: "Vào làm việc" }).click();
  await page.getByRole("navigation", { name: "Không gian làm việc" }).waitFor();
}
