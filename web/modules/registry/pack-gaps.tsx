import { registryMessages } from "@moc/contract/registry/messages/messages.ts";
import { bracketed, marks } from "@moc/contract/values/sentence.ts";
import { useQuery } from "@tanstack/react-query";
import { orpc } from "../../shell/api.ts";
import { useSession } from "../../shell/session.tsx";
import { Glyph } from "../../ui/glyph.tsx";
import { useLanguage, useTexts } from "../../ui/language.tsx";
import type { Texts } from "../../ui/text.ts";
import "./registry.css";

const texts = {
  unloaded: {
    vi: "Gói dữ liệu còn tệp chưa nạp: {files}. Người vận hành xem khác biệt bằng lệnh moc load-pack, nạp bằng moc load-pack --apply.",
    en: "Files of the pack are not loaded yet: {files}. The operator sees what they change with moc load-pack, and loads them with moc load-pack --apply.",
    zh: "数据包尚有文件未载入：{files}。运维人员用 moc load-pack 查看差异，用 moc load-pack --apply 载入。",
  },
  rows: { vi: "{file}, {n} mục", en: "{file}, {n} {n|row|rows}", zh: "{file}，{n}条" },
  unstated: {
    vi: "Chưa ai nêu các quy tắc này; việc cần đến sẽ bị từ chối hoặc bỏ qua: {rules}.",
    en: "Nobody has stated these rules; what needs one is refused or left out: {rules}.",
    zh: "以下规则尚未规定，需用规则的操作将被拒绝或略过：{rules}。",
  },
} as const satisfies Texts;

/** What the zone lacks, said before a driver is refused for it; nothing while nothing is lacking. */
export function PackGapsNote() {
  const t = useTexts(texts);
  const { lang } = useLanguage();
  const { account } = useSession();
  const enabled = account.roles.includes("administrator");
  const gaps = useQuery({ ...orpc.registry.readPackGaps.queryOptions(), enabled, staleTime: 60_000 });
  if (!gaps.data) return null;
  const { unloaded, unstated } = gaps.data;
  const { kinds, timeLimits } = registryMessages[lang];
  const files = unloaded.map(({ file, rows }) => t("rows", { file, n: rows })).join(marks[lang].semicolon);
  const rules = unstated
    .map(
      ({ kind, limit, file }) =>
        `${limit === null ? kinds[kind] : timeLimits[limit]}${bracketed(lang, file)}`,
    )
    .join(marks[lang].comma);
  return (
    <>
      {files !== "" && (
        <p className="pack-gap" role="status">
          <Glyph name="tri" /> <span>{t("unloaded", { files })}</span>
        </p>
      )}
      {rules !== "" && (
        <p className="pack-gap" role="status">
          <Glyph name="tri" /> <span>{t("unstated", { rules })}</span>
        </p>
      )}
    </>
  );
}
