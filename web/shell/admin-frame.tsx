import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTexts } from "../ui/language.tsx";
import type { Texts } from "../ui/text.ts";

const texts = {
  title: { vi: "Quản trị", en: "Administration", zh: "管理" },
  registry: { vi: "Danh mục", en: "Registry", zh: "登记册" },
  conflicts: { vi: "Khác với gói", en: "Against the pack", zh: "与数据包不一致" },
  accounts: { vi: "Tài khoản", en: "Accounts", zh: "账户" },
  tokens: { vi: "Mã truy cập", en: "Tokens", zh: "令牌" },
  upkeep: { vi: "Vận hành hệ thống", en: "Running the system", zh: "系统运维" },
  audit: { vi: "Nhật ký truy cập", en: "Audit", zh: "审计" },
} as const satisfies Texts;

/** The frame of the administration: its pages side by side, each owned by its room. */
export function AdminFrame({ children }: { children: ReactNode }) {
  const t = useTexts(texts);
  return (
    <>
      <div className="qh admin-head">
        <h1>{t("title")}</h1>
        <nav className="tabs" aria-label={t("title")}>
          <Link to="/administration" activeOptions={{ exact: true, includeSearch: false }}>
            {t("registry")}
          </Link>
          <Link to="/administration/conflicts">{t("conflicts")}</Link>
          <Link to="/administration/accounts">{t("accounts")}</Link>
          <Link to="/administration/tokens">{t("tokens")}</Link>
          <Link to="/administration/audit">{t("audit")}</Link>
          <Link to="/administration/upkeep">{t("upkeep")}</Link>
        </nav>
      </div>
      <div className="room">{children}</div>
    </>
  );
}
