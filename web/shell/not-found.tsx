import { Link } from "@tanstack/react-router";
import { useTexts } from "../ui/language.tsx";
import { EmptyState } from "../ui/states.tsx";
import type { Texts } from "../ui/text.ts";

const texts = {
  title: { vi: "Không có trang này", en: "There is no such page", zh: "没有此页面" },
  why: {
    vi: "Địa chỉ sai, hoặc trang chưa được cài đặt trong khu này.",
    en: "The address is wrong, or this page is not installed in this zone.",
    zh: "地址有误，或本区尚未启用该页面。",
  },
  home: { vi: "Về trang đầu", en: "Go to the first page", zh: "返回首页" },
} as const satisfies Texts;

/** An address that leads nowhere, in the reader's words. */
export function NotFound() {
  const t = useTexts(texts);
  return (
    <>
      <h1 className="vh">{t("title")}</h1>
      <EmptyState
        icon="search"
        title={t("title")}
        action={
          <Link className="btn" to="/">
            {t("home")}
          </Link>
        }
      >
        {t("why")}
      </EmptyState>
    </>
  );
}
