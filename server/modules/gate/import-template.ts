import { type ImportColumn, importColumns } from "@moc/contract/gate/import.ts";
import {
  goodsWords,
  kindWords,
  payloadWords,
  regimeWords,
  serviceWords,
} from "@moc/contract/gate/messages/filing-words.ts";
import { columnWords } from "@moc/contract/gate/messages/import.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import type { Download } from "@moc/contract/values/download.ts";
import { fillSentence } from "@moc/contract/values/sentence.ts";
import type { Language, LocalText } from "@moc/contract/values/text.ts";
import { authorise } from "../../platform/authorise.ts";
import { csvLine } from "../../platform/files/csv.ts";
import { writeXlsx } from "../../platform/files/write-xlsx.ts";
import { type GateParts, rulesNow, sidesIn, type ZoneRules } from "./parts.ts";
import { gatePolicy, noTrip } from "./policy.ts";

const words = {
  rows: { vi: "Khai báo", en: "Declarations", zh: "申报" },
  lists: { vi: "Danh mục", en: "Lists", zh: "选项" },
  name: { vi: "mau-khai-bao", en: "declarations", zh: "申报模板" },
} as const satisfies Record<string, LocalText>;

/** What a column is chosen from, in the reader's language. */
function listsOf(rules: ZoneRules, language: Language): [ImportColumn, string[]][] {
  const named = (table: Readonly<Record<string, LocalText>>) =>
    Object.values(table).map((text) => text[language]);
  const sizes = ["20", "40", "45"];
  return [
    ["kind", named(kindWords).map((text) => fillSentence(text, sidesIn(rules, language)))],
    ["regime", named(regimeWords)],
    ["route", rules.route.filter((row) => row.admits.length > 0).map((row) => row.name[language])],
    ["payloadClass", named(payloadWords)],
    ["size1", sizes],
    ["size2", sizes],
    ["goodsClass", named(goodsWords)],
    ["quarantineService", named(serviceWords)],
  ];
}

/** An empty file with a head for every column; in XLSX each choice is offered as a list. */
export function readImportTemplate(
  parts: GateParts,
  caller: Actor | null,
  input: { format: "xlsx" | "csv"; language?: Language | undefined },
): Download {
  const actor = authorise(gatePolicy, "declare", caller, noTrip);
  const language = input.language ?? actor.language;
  const heads = importColumns.map((column) => columnWords[column][language]);
  const name = `${words.name[language]}.${input.format}`;
  if (input.format === "csv") {
    // With the byte order mark a spreadsheet reads it as UTF-8.
    const content = Buffer.from(`\ufeff${csvLine(heads)}`).toString("base64");
    return { name, mediaType: "text/csv", content };
  }
  const lists = listsOf(rulesNow(parts), language);
  const longest = Math.max(...lists.map(([, list]) => list.length));
  const listRows = Array.from({ length: longest }, (_, at) => lists.map(([, list]) => list[at] ?? ""));
  const sheet = words.lists[language];
  const choices = new Map(
    lists.map(([column, list], at) => [
      importColumns.indexOf(column),
      { sheet, column: at, count: list.length },
    ]),
  );
  const bytes = writeXlsx([
    { name: words.rows[language], rows: [heads], choices },
    { name: sheet, rows: [lists.map(([column]) => columnWords[column][language]), ...listRows] },
  ]);
  const mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return { name, mediaType, content: Buffer.from(bytes).toString("base64") };
}
