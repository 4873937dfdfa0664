import type { GoodsLine } from "@moc/contract/gate/goods.ts";
import type { Plate } from "@moc/contract/gate/vehicle.ts";
import type { May } from "@moc/contract/values/may.ts";
import { dayClock, figure } from "../../ui/format.ts";
import { type Lang, speaker, type Text } from "../../ui/text.ts";
import { checkWords, goodsWords, partyWords, reasonWords, stateWords } from "./words.ts";

const wordIn = (words: Readonly<Record<string, Text>>, key: string, lang: Lang): string =>
  words[key]?.[lang] ?? key;
const list = (words: Readonly<Record<string, Text>>, keys: string | undefined, lang: Lang): string =>
  (keys ?? "")
    .split(",")
    .filter(Boolean)
    .map((key) => wordIn(words, key, lang))
    .join(", ");

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
  const text = reasonWords[reason];
  if (!text) return speaker(otherwise, lang)("text", { code: reason });
  const due = params.due;
  const words: Record<string, string> = {
    ...params,
    state: wordIn(stateWords, params.state ?? "", lang),
    who: list({ ...partyWords, ...checkWords }, params.who, lang),
    checks: list(checkWords, params.checks, lang),
    due: due ? dayClock(due) : "",
  };
  return text[lang].replaceAll(/\{(\w+)\}/g, (_, name: string) => words[name] ?? "");
}

/** The line of an action among those that the server offers. */
export const mayOf = (may: readonly May[], action: string): May | undefined =>
  may.find((one) => one.action === action);

/** Undefined when allowed, else the reason in words: what `Button.refusal` takes. */
export function refusalTo(may: readonly May[], action: string, lang: Lang): string | undefined {
  const line = mayOf(may, action);
  if (line?.allowed) return undefined;
  return reasonOf(line?.reason ?? "state_forbids", line?.params ?? {}, lang);
}

/** 29H-508.12 as painted on a Vietnamese truck, 桂F·12345 on a Chinese one. */
export function plateText(plate: Plate): string {
  if (plate.country === "CN") return plate.number.replace(/^(..)/, "$1·");
  const parts = /^(\d{2}[A-Z]{1,2})(\d{3})(\d{2})$/.exec(plate.number);
  if (parts) return `${parts[1]}-${parts[2]}.${parts[3]}`;
  return plate.number.replace(/^(\d{2}[A-Z]{1,2})(\d+)$/, "$1-$2");
}

/** Names of the goods, else their classes; undefined while not yet known. */
export function goodsText(goods: readonly GoodsLine[], lang: Lang): string | undefined {
  const names = goods.map((line) => line.name || goodsWords[line.class][lang]);
  return names.length > 0 ? names.join(", ") : undefined;
}

/** 18,4 t from whole kilograms. */
export const tonnes = (lang: Lang, kilograms: number): string =>
  `${figure(lang, kilograms / 1000, 1)}\u00A0t`;
