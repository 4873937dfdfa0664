import type { DueWarning } from "./time-limit.ts";

export type Language = "vi" | "en" | "zh";

type Texts = { [Code in DueWarning["code"]]: (warning: Extract<DueWarning, { code: Code }>) => string };

/** 2024-11-25 as an official text writes it: 25/11/2024, 2024年11月25日. */
export function writtenDate(iso: string, language: Language): string {
  const [year, month, day] = iso.split("-").map(Number);
  if (language === "zh") return `${year}年${month}月${day}日`;
  return language === "vi" ? `${day}/${month}/${year}` : iso;
}

const vi = {
  "rolled-to-working-day": ({ from, to }) =>
    `Ngày cuối ${writtenDate(from, "vi")} là ngày nghỉ, thời hạn kết thúc vào ngày làm việc tiếp theo ${writtenDate(to, "vi")}.`,
  "non-working-day": ({ day, next }) =>
    `${writtenDate(day, "vi")} là ngày nghỉ; giữ nguyên như văn bản, ngày làm việc tiếp theo là ${writtenDate(next, "vi")}.`,
  "unconfirmed-day": ({ day, name, dueOtherwise }) =>
    `${name} (${writtenDate(day, "vi")}) chưa được xác nhận; nếu không áp dụng, thời hạn là ${writtenDate(dueOtherwise, "vi")}.`,
  "holidays-unknown-after": ({ day }) => `Lịch nghỉ sau ngày ${writtenDate(day, "vi")} chưa được công bố.`,
  "month-clamped": ({ day }) =>
    `Tháng kết thúc không có ngày tương ứng; tính đến ngày cuối tháng ${writtenDate(day, "vi")}.`,
} satisfies Texts;

const en = {
  "rolled-to-working-day": ({ from, to }) =>
    `The last day ${from} is a day of rest; the limit ends on the next working day, ${to}.`,
  "non-working-day": ({ day, next }) =>
    `${day} is a day of rest; kept as written, the next working day is ${next}.`,
  "unconfirmed-day": ({ day, name, dueOtherwise }) =>
    `${name} (${day}) is not confirmed; if it does not apply, the limit ends on ${dueOtherwise}.`,
  "holidays-unknown-after": ({ day }) => `Holidays after ${day} have not been announced.`,
  "month-clamped": ({ day }) => `The last month has no such day; its last day, ${day}, is taken.`,
} satisfies Texts;

const zh = {
  "rolled-to-working-day": ({ from, to }) =>
    `期限最后一日${writtenDate(from, "zh")}为休息日,顺延至下一工作日${writtenDate(to, "zh")}。`,
  "non-working-day": ({ day, next }) =>
    `${writtenDate(day, "zh")}为休息日;按原文保留,下一工作日为${writtenDate(next, "zh")}。`,
  "unconfirmed-day": ({ day, name, dueOtherwise }) =>
    `${name}(${writtenDate(day, "zh")})尚未确认;如不适用,期限为${writtenDate(dueOtherwise, "zh")}。`,
  "holidays-unknown-after": ({ day }) => `${writtenDate(day, "zh")}之后的节假日安排尚未公布。`,
  "month-clamped": ({ day }) => `期满之月没有相应日期,以该月最后一日${writtenDate(day, "zh")}为准。`,
} satisfies Texts;

const texts: Record<Language, Texts> = { vi, en, zh };

/** One sentence for a warning in the reader's language. */
export function warningText(warning: DueWarning, language: Language): string {
  // The table is keyed by the same code that the warning carries.
  const text = texts[language][warning.code] as (warning: DueWarning) => string;
  return text(warning);
}
