import type { TripFilter } from "@moc/contract/gate/export.ts";
import { alertWords } from "@moc/contract/gate/messages/alert-words.ts";
import { checkStateWords } from "@moc/contract/gate/messages/check-words.ts";
import { directionWords } from "@moc/contract/gate/messages/direction-words.ts";
import { goodsWords, kindWords } from "@moc/contract/gate/messages/filing-words.ts";
import { gateMessages } from "@moc/contract/gate/messages/messages.ts";
import type { TripRow } from "@moc/contract/gate/trip.ts";
import { fillSentence, listed, marks } from "@moc/contract/values/sentence.ts";
import type { Language, LocalText } from "@moc/contract/values/text.ts";
import { instantText, official } from "../../platform/files/export-file.ts";
import { sidesIn, type ZoneRules } from "./parts.ts";

type Cell = string | number | null;
/** What the words of one reader are made from. */
export type Speaks = { language: Language; rules: ZoneRules; timeZone: string };

const simulated: LocalText = { vi: "mô phỏng", en: "simulated", zh: "模拟" };

/** A place or stream by its short name; its key when the registry knows it no longer. */
function named({ rules, language }: Speaks, key: string | null): Cell {
  if (key === null) return null;
  const place = [...rules.route, ...rules.yard, ...rules.park].find((row) => row.key === key);
  const row = place?.shortName ?? rules.stream.find((stream) => stream.key === key)?.name;
  return row?.[language] ?? key;
}

const isAlert = (kind: string): kind is keyof typeof alertWords => Object.hasOwn(alertWords, kind);

const moment = ({ timeZone }: Speaks, at: string | null): Cell =>
  at === null ? null : instantText(new Date(at), timeZone);

type Column = {
  head: LocalText;
  /** As it is stored, for programs. */
  code: (row: TripRow) => Cell;
  /** In words, for a reader; absent: as it is stored. */
  say?: (row: TripRow, speaks: Speaks) => Cell;
};

/** The columns of a list of trips, in order. None of them tells of a person. */
const columns = {
  code: { head: { vi: "Tờ khai", en: "Declaration", zh: "申报" }, code: (row) => row.code },
  kind: {
    head: { vi: "Loại lượt xe", en: "Kind of trip", zh: "车次类型" },
    code: (row) => row.kind,
    say: (row, { language, rules }) => fillSentence(kindWords[row.kind][language], sidesIn(rules, language)),
  },
  state: {
    head: { vi: "Chặng", en: "Stage", zh: "阶段" },
    code: (row) => row.state,
    say: (row, { language }) => gateMessages[language].states[row.state],
  },
  state_since: {
    head: { vi: "Từ lúc", en: "Since", zh: "自" },
    code: (row) => row.stateSince,
    say: (row, speaks) => moment(speaks, row.stateSince),
  },
  route: {
    head: { vi: "Lối", en: "Route", zh: "通道" },
    code: (row) => row.route,
    say: (row, speaks) => named(speaks, row.route),
  },
  direction: {
    head: { vi: "Chiều", en: "Direction", zh: "方向" },
    code: (row) => row.direction,
    say: (row, { language }) => directionWords[row.direction][language],
  },
  plate_country: {
    head: { vi: "Nước cấp biển", en: "Plate of", zh: "车牌国别" },
    code: (row) => row.plate.country,
  },
  plate: { head: { vi: "Biển số", en: "Plate", zh: "车牌" }, code: (row) => row.plate.number },
  goods: {
    head: { vi: "Hàng hóa", en: "Goods", zh: "货物" },
    code: (row) => row.goods.map((line) => line.name).join("; "),
  },
  goods_classes: {
    head: { vi: "Nhóm hàng", en: "Classes of goods", zh: "货物类别" },
    code: (row) => row.goods.map((line) => line.class).join("; "),
    say: (row, { language }) =>
      listed(
        language,
        row.goods.map((line) => goodsWords[line.class][language]),
      ),
  },
  weight_kg: {
    head: { vi: "Khối lượng, kg", en: "Weight, kg", zh: "重量（千克）" },
    code: (row) => row.weightKg,
  },
  stream: {
    head: { vi: "Luồng", en: "Stream", zh: "队列" },
    code: (row) => row.stream,
    say: (row, speaks) => named(speaks, row.stream),
  },
  waiting_since: {
    head: { vi: "Giữ chỗ từ lúc", en: "Holds its place since", zh: "占位自" },
    code: (row) => row.liveAt,
    say: (row, speaks) => moment(speaks, row.liveAt),
  },
  ticket: { head: { vi: "Số thứ tự vào hàng", en: "Ticket", zh: "排队序号" }, code: (row) => row.ticket },
  yard: {
    head: { vi: "Bãi", en: "Yard", zh: "货场" },
    code: (row) => row.yard,
    say: (row, speaks) => named(speaks, row.yard),
  },
  checks: {
    head: { vi: "Kiểm tra", en: "Checks", zh: "查验" },
    code: (row) => row.checks.map(({ kind, state }) => `${kind}: ${state}`).join("; "),
    say: (row, { rules, language }) =>
      row.checks
        .map(({ kind, state }) => {
          const name = rules.kindsKnown.find((one) => one.key === kind)?.name[language] ?? kind;
          return `${name}${marks[language].colon}${checkStateWords[state][language].toLocaleLowerCase(language)}`;
        })
        .join(marks[language].semicolon),
  },
  simulated: {
    head: { vi: "Mô phỏng", en: "Simulated", zh: "模拟" },
    code: (row) => String(row.simulated),
    say: (row, { language }) => (row.simulated ? simulated[language] : null),
  },
} as const satisfies Record<string, Column>;

const list: readonly Column[] = Object.values(columns);

/** For programs: names of the columns, codes and instants in UTC. */
export const columnNames = Object.keys(columns);
export const codesOf = (row: TripRow): Cell[] => list.map(({ code }) => code(row));

/** For a reader: the same columns in words and the zone's time. */
export const headsOf = (language: Language): string[] => list.map(({ head }) => head[language]);
export const wordsOf = (row: TripRow, speaks: Speaks): Cell[] =>
  list.map(({ code, say }) => (say ? say(row, speaks) : code(row)));

/** The title of the alert with an id, as the operations screen says it; the id when it is of none. */
function alertNamed(speaks: Speaks, id: string): string {
  const [kind = "", route = "", , check = ""] = id.split(":");
  if (!isAlert(kind)) return id;
  const checked = speaks.rules.check_kind.find(({ key }) => key === check)?.name[speaks.language] ?? check;
  return fillSentence(alertWords[kind][speaks.language], {
    ...sidesIn(speaks.rules, speaks.language),
    route: String(named(speaks, route)),
    check: checked,
  });
}

/** What narrowed the list, as it stands above it. */
export function filterWords(
  { search, state, route, direction, day, alert }: TripFilter,
  speaks: Speaks,
): string {
  const { language } = speaks;
  const changed = { vi: "thay đổi ngày", en: "changed on", zh: "变更日期" }[language];
  return [
    day && `${changed} ${official(day)}`,
    state && gateMessages[language].states[state],
    direction && directionWords[direction][language],
    route && named(speaks, route),
    search && `“${search}”`,
    alert && alertNamed(speaks, alert),
  ]
    .filter(Boolean)
    .join(marks[language].semicolon);
}
