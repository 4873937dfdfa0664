import type { Page } from "playwright-core";
import { go, speak } from "./look.ts";

/** A page by its path, and what its head says in both languages beside Vietnamese. */
type MainPage = { path: string; en: string; zh: string };

/** The pages that an officer meets every day. */
export const mainPages = (route: string): MainPage[] => [
  { path: "/", en: "Gate operations", zh: "口岸运行总览" },
  { path: `/queue/${route}/export`, en: "Export queue", zh: "出口排队" },
  { path: "/duty", en: "Duty and incidents", zh: "值班与事件" },
  { path: "/paper", en: "Paper mode", zh: "纸质作业" },
  { path: "/counts", en: "Daily counts", zh: "日计数" },
  { path: "/today", en: "Today, on one page", zh: "今日一页通" },
  { path: "/trips", en: "Trips", zh: "车次" },
  { path: "/steering", en: "Steering", zh: "调度" },
  { path: "/desk", en: "Check desk", zh: "查验台" },
  { path: "/declare", en: "Declare a truck", zh: "车辆申报" },
  { path: "/administration", en: "Administration", zh: "管理" },
];

export const tripPage = (trip: string): MainPage => ({
  path: `/trips/${trip}`,
  en: "export by",
  zh: "出口",
});

/** Letters that only Vietnamese uses. */
const vietnamese = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i;
/** Parts of a page that are its own words, never the name of a place or a person. */
const ownWords = "th, label, dt, .kl, .rail a, .steps span";

/** Opens every page in English and Chinese. @returns each head or label that is still in Vietnamese */
export async function leftInVietnamese(page: Page, pages: readonly MainPage[]): Promise<string[]> {
  const left: string[] = [];
  for (const language of ["en", "zh"] as const) {
    await speak(page, language);
    for (const one of pages) {
      await go(page, one.path, "h1");
      await page.locator("h1", { hasText: one[language] }).waitFor({ state: "attached" });
      const words = await page.locator(ownWords).allInnerTexts();
      left.push(
        ...words.filter((text) => vietnamese.test(text)).map((text) => `${language} ${one.path}: ${text}`),
      );
    }
  }
  return left;
}
