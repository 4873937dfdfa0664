import { useNames, useZoneRegistry } from "../../../shell/names.ts";
import { useSession } from "../../../shell/session.tsx";
import { SelectField } from "../../../ui/field.tsx";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import type { Texts } from "../../../ui/text.ts";
import { useMandates } from "./mandates.tsx";

const texts = {
  firm: { vi: "Khai thay cho doanh nghiệp", en: "In the name of a firm", zh: "代企业申报" },
  agent: {
    vi: "Chỉ doanh nghiệp đã ủy quyền cho đơn vị bạn. Để trống nếu khai cho chính đơn vị mình. Doanh nghiệp thấy ngay tờ khai này.",
    en: "Only firms that gave your organisation a mandate. Leave it empty to file for your own organisation. The firm sees the declaration at once.",
    zh: "仅列出已委托贵单位的企业。为本单位申报请留空。企业可立即看到此申报。",
  },
  officer: {
    vi: "Ghi nhận: xe đến chưa khai báo, {by} khai hộ. Lái xe thấy điều này trên trang của mình.",
    en: "Recorded: the truck came undeclared, {by} filed for it. The driver sees so on the own page.",
    zh: "将记录：车辆到达时未申报，由{by}代申报。司机可在其页面看到。",
  },
  own: { vi: "Không rõ hoặc chưa đăng ký", en: "Not known or not registered", zh: "不详或未登记" },
  self: { vi: "Chính đơn vị mình", en: "The own organisation", zh: "本单位" },
} as const satisfies Texts;

/** For who files for another: in whose name, and what will be recorded. A firm files for itself and sees nothing of it. */
export function BehalfField({ firm, onPick }: { firm: string; onPick: (firm: string) => void }) {
  const t = useTexts(texts);
  const { lang } = useLanguage();
  const names = useNames();
  const { data } = useZoneRegistry();
  const { account } = useSession();
  const mandates = useMandates();
  if (account.roles.includes("firm")) return null;
  const agent = account.roles.includes("customs_agent");
  const firms = (data?.organisation ?? []).filter((row) => row.type === "firm");
  const letting = new Set(
    mandates.data?.mandates.filter((one) => one.state === "in_force").map((one) => one.firm),
  );
  const offered = agent ? firms.filter((row) => letting.has(row.key)) : firms;
  return (
    <SelectField
      label={t("firm")}
      hint={agent ? t("agent") : t("officer", { by: names(account.organisation) })}
      name="firm"
      none={t(agent ? "self" : "own")}
      value={firm}
      onChange={(event) => onPick(event.target.value)}
      options={offered.map((row) => ({ value: row.key, label: row.name[lang] }))}
    />
  );
}
