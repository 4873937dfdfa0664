import { bracketed, fillSentence, marks } from "../../values/sentence.ts";
import type { Language, LocalText } from "../../values/text.ts";
import type { QueueException, TraceKind } from "../exception.ts";

/** What happened to the truck, as everybody reads it in the history of its queue. */
export const traceWords = {
  priority: { vi: "được ưu tiên", en: "given priority", zh: "给予优先" },
  hold: { vi: "được giữ lại, chưa gọi", en: "held back, not called for now", zh: "暂缓叫号" },
  return: { vi: "từ cổng trở lại hàng, giữ chỗ cũ", en: "sent back to its place", zh: "退回原位" },
  lift_priority: { vi: "hết ưu tiên", en: "priority ended", zh: "优先结束" },
  lift_hold: { vi: "hết giữ lại", en: "hold ended", zh: "暂缓结束" },
  postpone: {
    vi: "lái xe xin lùi lượt, giữ chỗ",
    en: "postponed by its driver, place kept",
    zh: "司机申请延后，位次保留",
  },
  undo: {
    vi: "hoàn tác việc rút, giữ chỗ cũ",
    en: "withdrawal undone, place kept",
    zh: "撤回已取消，位次保留",
  },
} as const satisfies Record<TraceKind, LocalText>;

const sentences = {
  truck: { vi: "Xe …{plate}: {what}", en: "Truck …{plate}: {what}", zh: "车辆…{plate}：{what}" },
  ground: { vi: "căn cứ “{ground}”", en: "on the ground “{ground}”", zh: "依据“{ground}”" },
  illustrative: { vi: "minh họa", en: "illustrative", zh: "示例" },
} as const satisfies Record<string, LocalText>;

/** One departure from the order in a sentence. `nameOf` speaks the key of an organisation. */
export function spokenException(
  language: Language,
  { plateEnd, kind, ground, organisation, officer }: Omit<QueueException, "trip" | "at">,
  nameOf: (organisation: string) => string,
): string {
  const what = traceWords[kind][language];
  const notes =
    ground === null ? [] : [ground.document, ground.illustrative ? sentences.illustrative[language] : null];
  const note = notes.filter(Boolean).join(marks[language].comma);
  const parts = [
    fillSentence(sentences.truck[language], { plate: plateEnd, what }),
    ground === null
      ? ""
      : fillSentence(sentences.ground[language], { ground: ground.name[language] }) +
        (note && bracketed(language, note)),
    [organisation === null ? "" : nameOf(organisation), officer].filter(Boolean).join(marks[language].comma),
  ];
  return `${parts.filter(Boolean).join(marks[language].semicolon)}${marks[language].stop}`;
}
