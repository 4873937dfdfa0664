import { registryMessages } from "@moc/contract/registry/messages/messages.ts";
import type { RegistryRow, Statement } from "@moc/contract/registry/rows.ts";
import type { Validity } from "@moc/contract/values/source.ts";
import type { Lang, Say, Text } from "../../ui/text.ts";
import { codeWord, fieldWord } from "./field-words.ts";
import { registryTexts } from "./registry-texts.ts";

const isText = (value: unknown): value is Text =>
  typeof value === "object" && value !== null && "vi" in value && "en" in value && "zh" in value;

/** What a row is called: its name, title or what it is about. */
export const nameOf = (row: RegistryRow, lang: Lang): string => statementName(row, lang);

/** As `nameOf`, of what a row states. */
export function statementName(row: Statement | RegistryRow, lang: Lang): string {
  if (row.kind === "check_kind") return row.name[lang];
  if ("shortName" in row && row.shortName) return row.shortName[lang];
  if ("name" in row) return row.name[lang];
  if (row.kind === "document") return row.symbol ?? row.title;
  if (row.kind === "duty") return registryMessages[lang].duties[row.duty];
  if (row.kind === "time_limit") return registryMessages[lang].timeLimits[row.limit];
  return row.key;
}

/** What a row has beside what every row has. */
export const added = new Set(["kind", "key", "source", "validity", "revision"]);
const named = new Set(["name", "shortName", "aliases"]);

/** Content fields of a row, as stated. */
export const fieldsOf = (row: RegistryRow): readonly (readonly [string, unknown])[] =>
  Object.entries(row).filter(([field]) => !added.has(field));

/** One value in words: unknown is said, lists are joined, structures are counted. */
export function valueText(value: unknown, lang: Lang): string {
  if (value === null || value === undefined) return registryTexts.unknown[lang];
  if (typeof value === "boolean") return registryTexts[value ? "yes" : "no"][lang];
  if (isText(value)) return value[lang];
  if (Array.isArray(value)) return value.map((one) => valueText(one, lang)).join(", ");
  if (typeof value === "object") {
    return Object.entries(value)
      .map(([field, one]) => `${fieldWord(field, lang).toLocaleLowerCase(lang)} ${valueText(one, lang)}`)
      .join(" ");
  }
  return codeWord(String(value), lang);
}

/** A line about a row: its fields but the names, short. */
export function summaryOf(row: RegistryRow, lang: Lang): string {
  const text = fieldsOf(row)
    .filter(
      ([field, value]) =>
        !named.has(field) && value !== null && !(Array.isArray(value) && value.length === 0),
    )
    .map(([field, value]) => `${fieldWord(field, lang)}: ${valueText(value, lang)}`)
    .join("; ");
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
