import { fieldWord } from "@moc/contract/registry/messages/field-words.ts";
import { registryMessages } from "@moc/contract/registry/messages/messages.ts";
import { fieldsOf, statementName, valueText } from "@moc/contract/registry/messages/row-words.ts";
import type { RegistryRow, RowKind } from "@moc/contract/registry/rows.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import type { Download } from "@moc/contract/values/download.ts";
import type { Language, LocalText } from "@moc/contract/values/text.ts";
import type { HistoryView } from "@moc/contract/values/time.ts";
import { exportFile, official } from "../../platform/files/export-file.ts";
import { readZone } from "./read-zone.ts";
import type { RegistryParts } from "./registry-parts.ts";

const words = {
  registry: { vi: "Danh mục", en: "Registry", zh: "登记册" },
  key: { vi: "Mã", en: "Key", zh: "代码" },
  called: { vi: "Tên", en: "Name", zh: "名称" },
  from: { vi: "Có hiệu lực từ ngày", en: "Holds from", zh: "自何日起有效" },
  to: { vi: "Ngày đầu không còn hiệu lực", en: "First day on which it no longer holds", zh: "失效首日" },
  citation: { vi: "Nguồn: ai nói, ở đâu", en: "Source: who says so, where", zh: "来源：何人何处" },
  confidence: { vi: "Mức tin cậy", en: "How sure", zh: "可信程度" },
  document: { vi: "Văn bản", en: "Document", zh: "文件" },
  url: { vi: "Địa chỉ nguồn", en: "Address of the source", zh: "来源网址" },
} as const satisfies Record<string, LocalText>;

/** Every field that some row of the list states, in the order in which they are stated. */
const fieldsAmong = (rows: readonly RegistryRow[]): string[] => [
  ...new Set(rows.flatMap((row) => fieldsOf(row).map(([field]) => field))),
];

function cellsOf(row: RegistryRow, fields: readonly string[], language: Language): (string | null)[] {
  const stated = new Map(fieldsOf(row));
  const { source, validity } = row;
  return [
    row.key,
    statementName(row, language),
    // A number like any other text: 1.5 and 1,5 are read differently from place to place.
    ...fields.map((field) => (stated.has(field) ? valueText(stated.get(field), language) : null)),
    validity.validFrom && official(validity.validFrom),
    validity.validTo && official(validity.validTo),
    source.citation,
    registryMessages[language].confidences[source.confidence],
    source.document ?? null,
    source.url ?? null,
  ];
}

/** The rows of one kind on a day, as the screen lists them, as a file in the reader's words. A zone has some hundreds. */
export async function exportRows(
  parts: RegistryParts,
  caller: Actor | null,
  {
    kind,
    language = caller?.language ?? "vi",
    ...view
  }: HistoryView & { kind: RowKind; language?: Language | undefined },
): Promise<Download> {
  const { clock } = parts.platform;
  const knownAt = view.knownAt === undefined ? clock.now() : new Date(view.knownAt);
  const zone = await readZone(parts, caller, view);
  const rows: readonly RegistryRow[] = zone[kind];
  const fields = fieldsAmong(rows);
  const say = (word: keyof typeof words) => words[word][language];
  const heads = [
    say("key"),
    say("called"),
    ...fields.map((field) => fieldWord(field, language)),
    ...(["from", "to", "citation", "confidence", "document", "url"] as const).map(say),
  ];
  const stamp = {
    title: `${say("registry")}: ${registryMessages[language].kinds[kind]}`,
    zone: zone.zone[0]?.name[language] ?? "",
    asOf: zone.asOf,
    knownAt,
  };
  return exportFile(clock, language, stamp, {
    heads,
    rows: rows.map((row) => cellsOf(row, fields, language)),
  });
}
