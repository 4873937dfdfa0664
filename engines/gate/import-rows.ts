import type { TypedDeclaration } from "@moc/contract/gate/draft.ts";
import { type ImportColumn, importColumns } from "@moc/contract/gate/import.ts";
import type { ImportRefusal } from "@moc/contract/gate/import-refusals.ts";
import {
  goodsWords,
  kindWords,
  payloadWords,
  regimeWords,
  serviceWords,
} from "@moc/contract/gate/messages/filing-words.ts";
import { columnWords } from "@moc/contract/gate/messages/import.ts";
import { type Sides, sideWords } from "@moc/contract/registry/side-words.ts";
import { fillSentence } from "@moc/contract/values/sentence.ts";
import type { Language, LocalText } from "@moc/contract/values/text.ts";

/** Columns without which no row can be a declaration. */
const needed: readonly ImportColumn[] = [
  "kind",
  "route",
  "plate",
  "payloadClass",
  "driverName",
  "driverPaper",
  "owner",
];

const fold = (text: string): string => text.normalize("NFC").trim().toLowerCase().replaceAll(/\s+/g, " ");

/** Words that name a key, folded: the key itself and its name in each language. */
function wordsOf<Key extends string>(table: Readonly<Record<Key, LocalText>>): ReadonlyMap<string, Key> {
  const entries = Object.entries<LocalText>(table) as [Key, LocalText][]; // as: entries forgets the keys
  return new Map(
    entries.flatMap(([key, text]) => [key, ...Object.values(text)].map((word) => [fold(word), key] as const)),
  );
}

const heads = wordsOf(columnWords);
const services = wordsOf(serviceWords);
const regimes = wordsOf(regimeWords);
const payloads = wordsOf(payloadWords);
const classes = wordsOf(goodsWords);
const sizes = new Map([
  ["20", "20"],
  ["40", "40"],
  ["45", "45"],
] as const);

export type Columns = ReadonlyMap<ImportColumn, number>;
export type ColumnsFault = { code: ImportRefusal; columns: string[] };

/** Which column stands where, by its head in any language. Columns without a head are passed over when empty. */
export function columnsOf(head: readonly string[]): Columns | ColumnsFault {
  const found = new Map<ImportColumn, number>();
  const unknown: string[] = [];
  const twice: string[] = [];
  for (const [at, text] of head.entries()) {
    const column = heads.get(fold(text));
    if (column === undefined) {
      if (text.trim() !== "") unknown.push(text.slice(0, 40));
    } else if (found.has(column)) twice.push(text);
    else found.set(column, at);
  }
  if (twice.length > 0) return { code: "columns_twice", columns: twice };
  if (unknown.length > 0) return { code: "columns_unknown", columns: unknown.slice(0, 10) };
  const missing = needed.filter((column) => !found.has(column));
  return missing.length > 0 ? { code: "columns_missing", columns: missing } : found;
}

export type CellFault = {
  column: ImportColumn;
  code: "not_listed" | "number_rounded" | "cell_error" | "goods_half_known";
};

/** What a spreadsheet made of a cell that cannot be what was meant. */
function spoilt(text: string): CellFault["code"] | null {
  if (/^\d(?:[.,]\d+)?E\+?\d{1,3}$/i.test(text)) return "number_rounded";
  return /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!)$/.test(text) ? "cell_error" : null;
}

const goodsColumns: ReadonlySet<ImportColumn> = new Set([
  "goodsName",
  "goodsClass",
  "hs",
  "weightKg",
  "packages",
]);

/** Whether a row says nothing of a truck, only of goods: another line of the truck above. */
export function isMoreGoods(cells: readonly string[], columns: Columns): boolean {
  const said = importColumns.filter((column) => (cells[columns.get(column) ?? -1] ?? "").trim() !== "");
  return said.length > 0 && said.every((column) => goodsColumns.has(column));
}

/** Reads the cells of one row, and gathers what is wrong with them. */
function readerOf(cells: readonly string[], columns: Columns) {
  const faults: CellFault[] = [];
  const text = (column: ImportColumn): string => {
    const said = (cells[columns.get(column) ?? -1] ?? "").trim();
    const code = spoilt(said);
    if (code !== null) faults.push({ column, code });
    // An apostrophe before what would be a formula is our own and the spreadsheet's way to write text.
    return said.replace(/^'(?=[=+\-@])/, "");
  };
  const choice = <Value extends string>(
    column: ImportColumn,
    words: ReadonlyMap<string, Value>,
  ): Value | undefined => {
    const said = text(column);
    const value = words.get(fold(said));
    if (said !== "" && value === undefined) faults.push({ column, code: "not_listed" });
    return value;
  };
  return { faults, text, choice };
}

type Reader = ReturnType<typeof readerOf>;

/** Each fault of a row once: a cell may have been looked at twice. */
function faultsOf({ faults }: Reader): CellFault[] {
  return [...new Map(faults.map((fault) => [`${fault.column} ${fault.code}`, fault])).values()];
}

function goodsIn({ text, choice, faults }: Reader): TypedDeclaration["goods"][number] {
  const goods = {
    name: text("goodsName"),
    class: choice("goodsClass", classes) ?? ("" as const),
    hs: text("hs"),
    weightKg: text("weightKg"),
    packages: text("packages"),
  };
  if ((goods.name === "") !== (text("goodsClass") === ""))
    faults.push({ column: goods.name === "" ? "goodsName" : "goodsClass", code: "goods_half_known" });
  return goods;
}

/** Reads another line of goods of the truck above. */
export function moreGoods(cells: readonly string[], columns: Columns) {
  const reader = readerOf(cells, columns);
  const line = goodsIn(reader);
  return { line, faults: faultsOf(reader) };
}

/** What the zone's own names mean: its routes, and the kinds of trip, which are told by whose truck it is. */
export type ZoneNames = {
  routes: ReadonlyMap<string, string>;
  kinds: ReadonlyMap<string, TypedDeclaration["kind"]>;
};

/** Reads one row as it is typed. */
export function typedRow(
  cells: readonly string[],
  columns: Columns,
  { routes, kinds }: ZoneNames,
): { typed: TypedDeclaration; faults: CellFault[] } {
  const reader = readerOf(cells, columns);
  const { text, choice, faults } = reader;
  const container = (number: ImportColumn, size: ImportColumn) => ({
    number: text(number),
    size: choice(size, sizes) ?? "40",
  });
  const goods = goodsIn(reader);
  const kind = choice("kind", kinds);
  if (kind === undefined && text("kind") === "") faults.push({ column: "kind", code: "not_listed" });
  const typed: TypedDeclaration = {
    kind: kind ?? "export_vn",
    regime: choice("regime", regimes) ?? "ordinary",
    route: choice("route", routes) ?? "",
    plate: text("plate"),
    payloadClass: choice("payloadClass", payloads) ?? "",
    vin: text("vin"),
    trailer: text("trailer"),
    containers: [container("container1", "size1"), container("container2", "size2")],
    driverName: text("driverName"),
    driverPaper: text("driverPaper"),
    driverPhone: text("driverPhone"),
    owner: text("owner"),
    goodsUnknown: goods.name === "",
    goods: [goods],
    customsNumbers: text("customsNumbers"),
    quarantineService: choice("quarantineService", services) ?? "",
    quarantineNumber: text("quarantineNumber"),
    note: text("note"),
  };
  return { typed, faults: faultsOf(reader) };
}

/** Names of routes, folded, as a file may say them. */
export function routeWords(
  routes: readonly { key: string; name: LocalText; shortName: LocalText }[],
): ReadonlyMap<string, string> {
  return new Map(
    routes.flatMap(({ key, name, shortName }) =>
      [key, ...Object.values(name), ...Object.values(shortName)].map((word) => [fold(word), key] as const),
    ),
  );
}

/** Names of the kinds of trip, folded, with the two sides named as the zone names them. */
export function kindNames(sides: Sides): ZoneNames["kinds"] {
  const spoken = Object.fromEntries(
    Object.entries(kindWords).map(([kind, text]) => {
      const inLanguage = (language: Language) => fillSentence(text[language], sideWords(sides, language));
      return [kind, { vi: inLanguage("vi"), en: inLanguage("en"), zh: inLanguage("zh") }];
    }),
  ) as Record<keyof typeof kindWords, LocalText>; // as: entries forgets the keys
  return wordsOf(spoken);
}

/** Which column a path of the declaration was read from; null for what no single cell says. */
export function columnOfPath(path: string): ImportColumn | null {
  const exact = importColumns.find((column) => column === path);
  const said = path.replace(/^goods\.\d+/, "goods.0"); // every line of goods is in the same columns
  return exact ?? byPath.find(([start]) => said.startsWith(start))?.[1] ?? null;
}

/** Which line of the goods a path speaks of, from 0; null: none. */
export function goodsLineOf(path: string): number | null {
  const line = /^goods\.(\d+)(?:\.|$)/.exec(path)?.[1];
  return line === undefined ? null : Number(line);
}

const byPath: readonly [string, ImportColumn][] = [
  ["vehicle.plate", "plate"],
  ["vehicle.payloadClass", "payloadClass"],
  ["vehicle.vin", "vin"],
  ["vehicle.trailer", "trailer"],
  ["vehicle.containers.1", "container2"],
  ["vehicle.containers", "container1"],
  ["driver.name", "driverName"],
  ["driver.paper", "driverPaper"],
  ["driver.phone", "driverPhone"],
  ["goods.0.name", "goodsName"],
  ["goods.0.class", "goodsClass"],
  ["goods.0.hs", "hs"],
  ["goods.0.weightKg", "weightKg"],
  ["goods.0.packages", "packages"],
  ["goods", "goodsName"],
  ["customsNumbers", "customsNumbers"],
  ["quarantine.0.service", "quarantineService"],
  ["quarantine", "quarantineNumber"],
];
