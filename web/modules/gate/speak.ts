import type { GoodsLine } from "@moc/contract/gate/goods.ts";
import { goodsWords } from "@moc/contract/gate/messages/filing-words.ts";
import { gateMessages } from "@moc/contract/gate/messages/messages.ts";
import { spokenParams } from "@moc/contract/gate/messages/spoken.ts";
import type { Plate } from "@moc/contract/gate/vehicle.ts";
import type { May } from "@moc/contract/values/may.ts";
import { fillSentence, listed } from "@moc/contract/values/sentence.ts";
import { dayClock, figure } from "../../ui/format.ts";
import { type Lang, speaker, standingWords } from "../../ui/text.ts";
import { reasonWords } from "./words.ts";

const otherwise = {
  text: {
    vi: "Hiện chưa làm được ({code}).",
    en: "Not possible now ({code}).",
    zh: "目前不可行（{code}）。",
  },
} as const;

/** Why an action is not offered, in the reader's language: the key of the server with its values put into words. */
export function reasonOf(
  reason: string | null | undefined,
  params: Readonly<Record<string, string>>,
  lang: Lang,
): string {
  if (!reason) return "";
  const refusals: Readonly<Record<string, string>> = gateMessages[lang].refusals;
  const text = reasonWords[reason]?.[lang] ?? refusals[reason];
  if (text === undefined) return speaker(otherwise, lang)("text", { code: reason });
  return fillSentence(text, { ...standingWords(lang), ...spokenParams(lang, params, dayClock) });
}

/** The line of an action among those that the server offers. */
export const mayOf = (may: readonly May[], action: string): May | undefined =>
  may.find((one) => one.action === action);

/** Undefined when allowed, else the reason in words: what `Button.refusal` takes. */
export function refusalTo(may: readonly May[], action: string, lang: Lang): string | undefined {
  const line = mayOf(may, action);
  if (line?.allowed) return undefined;
  return reasonOf(line?.reason ?? "not_for_kind", line?.params ?? {}, lang);
}

/** 29H-508.12 桂F·12345: as painted. */
export function plateText(plate: Plate): string {
  if (plate.country === "CN") return plate.number.replace(/^(..)/, "$1·");
  const parts = /^(\d{2}[A-Z]{1,2})(\d{3})(\d{2})$/.exec(plate.number);
  if (parts) return `${parts[1]}-${parts[2]}.${parts[3]}`;
  return plate.number.replace(/^(\d{2}[A-Z]{1,2})(\d+)$/, "$1-$2");
}

/** Names of the goods, else their classes; undefined while not yet known. */
export function goodsText(goods: readonly GoodsLine[], lang: Lang): string | undefined {
  const names = goods.map((line) => line.name || goodsWords[line.class][lang]);
  return names.length > 0 ? listed(lang, names) : undefined;
}

/** 18,4 t from whole kilograms. */
export const tonnes = (lang: Lang, kilograms: number): string =>
  `${figure(lang, kilograms / 1000, 1)}\u00A0t`;
