import type { QueueView } from "@moc/contract/gate/queue.ts";
import { clock, dayClock } from "../../../ui/format.ts";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { Panel } from "../../../ui/panel.tsx";
import type { Texts } from "../../../ui/text.ts";
import { useSlots } from "./slot-field.tsx";

const texts = {
  title: { vi: "Khung giờ đặt trước", en: "Slots booked ahead", zh: "预约时段" },
  note: { vi: "sức chứa công bố", en: "published capacity", zh: "公布容量" },
  window: { vi: "Khung giờ", en: "Window", zh: "时段" },
  stream: { vi: "Luồng", en: "Stream", zh: "类别" },
  taken: { vi: "Đã đặt", en: "Booked", zh: "已预约" },
} as const satisfies Texts;

const shown = 12;

/** The next windows of this queue: how many are booked of the published capacity. */
export function SlotsPanel({ queue }: { queue: QueueView }) {
  const t = useTexts(texts);
  const { lang } = useLanguage();
  const windows = useSlots(queue.route, queue.direction)
    .toSorted((one, other) => one.from.localeCompare(other.from))
    .slice(0, shown);
  if (windows.length === 0) return null;
  const nameOf = (key: string) => queue.streams.find((one) => one.key === key)?.name[lang] ?? key;
  return (
    <Panel title={t("title")} note={t("note")}>
      <table className="slots num">
        <thead>
          <tr>
            <th scope="col">{t("window")}</th>
            <th scope="col">{t("stream")}</th>
            <th scope="col">{t("taken")}</th>
          </tr>
        </thead>
        <tbody>
          {windows.map((one) => (
            <tr key={`${one.stream}${one.from}`}>
              <td>
                {dayClock(one.from)}–{clock(one.to)}
              </td>
              <td>{nameOf(one.stream)}</td>
              <td>
                {one.taken}/{one.capacity}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
