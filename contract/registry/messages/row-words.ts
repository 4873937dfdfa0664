import { listed } from "../../values/sentence.ts";
import type { Language, LocalText } from "../../values/text.ts";
import type { RegistryRow, Statement } from "../rows.ts";
import { codeWord, fieldWord } from "./field-words.ts";
import { registryMessages } from "./messages.ts";

// How a row of the registry is said: on the screens, and in the cells of a file.

const plain = {
  unknown: { vi: "chưa rõ", en: "unknown", zh: "不详" },
  yes: { vi: "có", en: "yes", zh: "是" },
  no: { vi: "không", en: "no", zh: "否" },
} as const satisfies Record<string, LocalText>;

const isText = (value: unknown): value is LocalText =>
  typeof value === "object" && value !== null && "vi" in value && "en" in value && "zh" in value;

/** What a row is called: its name, title or what it is about. */
export const nameOf = (row: RegistryRow, language: Language): string => statementName(row, language);

/** As `nameOf`, of what a row states. */
export function statementName(row: Statement | RegistryRow, language: Language): string {
  if (row.kind === "check_kind") return row.name[language];
  if ("shortName" in row && row.shortName) return row.shortName[language];
  if ("name" in row) return row.name[language];
  if (row.kind === "document") return row.symbol ?? row.title;
  if (row.kind === "duty") return registryMessages[language].duties[row.duty];
  if (row.kind === "time_limit") return registryMessages[language].timeLimits[row.limit];
  return row.key;
}

/** What a row has beside what every row has. */
export const added = new Set(["kind", "key", "source", "validity", "revision"]);
/** Content fields of a row, as stated. */
export const fieldsOf = (row: RegistryRow): readonly (readonly [string, unknown])[] =>
  Object.entries(row).filter(([field]) => !added.has(field));

/** One value in words: unknown is said, lists are joined, structures are counted. */
export function valueText(value: unknown, language: Language): string {
  if (value === null || value === undefined) return plain.unknown[language];
  if (typeof value === "boolean") return plain[value ? "yes" : "no"][language];
  if (isText(value)) return value[language];
  if (Array.isArray(value))
    return listed(
      language,
      value.map((one) => valueText(one, language)),
    );
  if (typeof value === "object") {
    return Object.entries(value)
      .map(
        ([field, one]) =>
          `${fieldWord(field, language).toLocaleLowerCase(language)} ${valueText(one, language)}`,
      )
      .join(" ");
  }
  return codeWord(String(value), language);
}
