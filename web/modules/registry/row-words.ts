import { fieldWord } from "@moc/contract/registry/messages/field-words.ts";
import { fieldsOf, valueText } from "@moc/contract/registry/messages/row-words.ts";
import type { RegistryRow } from "@moc/contract/registry/rows.ts";
import { marks } from "@moc/contract/values/sentence.ts";
import type { Validity } from "@moc/contract/values/source.ts";
import type { Lang, Say } from "../../ui/text.ts";
import type { registryTexts } from "./registry-texts.ts";

const named = new Set(["name", "shortName", "aliases"]);

/** A line about a row: its fields but the names, short. */
export function summaryOf(row: RegistryRow, lang: Lang): string {
  const text = fieldsOf(row)
    .filter(
      ([field, value]) =>
        !named.has(field) && value !== null && !(Array.isArray(value) && value.length === 0),
    )
    .map(([field, value]) => `${fieldWord(field, lang)}${marks[lang].colon}${valueText(value, lang)}`)
    .join(marks[lang].semicolon);
  return text.length > 160 ? `${text.slice(0, 157)}…` : text;
}

/** A civil day in the official form, 31/12/2026. */
export const civil = (day: string): string => day.split("-").toReversed().join("/");

/** When a version holds, in the official form of days. */
export function validText({ validFrom, validTo }: Validity, t: Say<typeof registryTexts>): string {
  const from = validFrom ? civil(validFrom) : t("always");
  if (validTo) return t("until", { from, to: civil(validTo) });
  return validFrom ? t("since", { from }) : from;
}
