import { spokenException } from "@moc/contract/gate/messages/exception.ts";
import type { QueueView } from "@moc/contract/gate/queue.ts";
import { useNames } from "../../../shell/names.ts";
import { dayClock } from "../../../ui/format.ts";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { Panel } from "../../../ui/panel.tsx";
import type { Texts } from "../../../ui/text.ts";

const texts = {
  title: { vi: "Ngoại lệ so với thứ tự", en: "Departures from the order", zh: "顺序例外" },
  note: {
    vi: "công khai với mọi người; không ai sửa được chỗ",
    en: "public to everybody; nobody edits a place",
    zh: "对所有人公开；任何人不得改动位次",
  },
} as const satisfies Texts;

/** The last departures from the published order of this queue, each with its ground and who gave it. */
export function ExceptionsList({ exceptions }: Pick<QueueView, "exceptions">) {
  const t = useTexts(texts);
  const { lang } = useLanguage();
  const names = useNames();
  if (exceptions.length === 0) return null;
  return (
    <Panel title={t("title")} note={t("note")}>
      <ol className="excs">
        {exceptions.map((one) => (
          <li key={`${one.at}${one.trip}${one.kind}`}>
            <span className="num muted">{dayClock(one.at)}</span>
            <span>{spokenException(lang, one, names)}</span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
