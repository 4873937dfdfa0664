import type { Language } from "./text.ts";

/** Fills `{name}` and `{side.name}` in a sentence from params; a missing one stays visible as `?`, never as a blank. */
export function fillSentence(sentence: string, params: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{([\w.]+)\}/g, (_whole, name: string) => params[name] ?? "?");
}

const narrow = { comma: ", ", semicolon: "; ", colon: ": ", stop: ".", gap: " " } as const;

/** The marks between parts of a sentence that is put together, and what stands between sentences, the way of the language. */
export const marks = {
  vi: narrow,
  en: narrow,
  zh: { comma: "，", semicolon: "；", colon: "：", stop: "。", gap: "" },
} as const satisfies Record<Language, Record<keyof typeof narrow, string>>;

/** A word behind what it explains, in the brackets of the language: Khó khăn (mưa) · 困难（雨）. */
export function bracketed(language: Language, word: string): string {
  return language === "zh" ? `（${word}）` : ` (${word})`;
}

/** Things of one kind named one after the other, the way of the language: sầu riêng, mít · 榴莲、菠萝蜜. */
export function listed(language: Language, things: readonly string[]): string {
  return things.join(language === "zh" ? "、" : ", ");
}
