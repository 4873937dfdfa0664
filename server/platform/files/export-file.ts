import type { Download } from "@moc/contract/values/download.ts";
import type { Language, LocalText } from "@moc/contract/values/text.ts";
import { type Clock, civilDay } from "../time/clock.ts";
import { csvLine } from "./csv.ts";

const words = {
  source: { vi: "Nguồn", en: "Source", zh: "来源" },
  asOf: { vi: "Tính đến hết ngày", en: "As of the end of", zh: "截至当日" },
  knownAt: { vi: "Theo ghi nhận đến lúc", en: "As known at", zh: "截至已知时间" },
  filter: { vi: "Bộ lọc", en: "Filter", zh: "筛选" },
  count: { vi: "Số dòng", en: "Rows", zh: "行数" },
  note: { vi: "Lưu ý", en: "Note", zh: "注意" },
  demo: {
    vi: "Khu minh họa: có dữ liệu mô phỏng và minh họa",
    en: "A demonstration: data are simulated and illustrative",
    zh: "演示区：含模拟和示例数据",
  },
} as const satisfies Record<string, LocalText>;

/** What stands above the rows. `asOf`: a civil day; `filter`: what narrowed the list, in the reader's words. */
export type Stamp = {
  title: string;
  zone: string;
  asOf?: string | undefined;
  knownAt: Date;
  filter?: string;
};

type Cells = readonly (string | number | null)[];

/** A list as a CSV file that a spreadsheet opens: what it is and as of when, an empty line, the heads, the rows. */
export function exportFile(
  clock: Pick<Clock, "mode" | "timeZone">,
  language: Language,
  stamp: Stamp,
  { heads, rows }: { heads: readonly string[]; rows: readonly Cells[] },
): Download {
  const { title, zone, asOf, knownAt, filter = "" } = stamp;
  const lines: Cells[] = [
    [title],
    [words.source[language], `Mốc · ${zone}`],
    ...(asOf === undefined ? [] : [[words.asOf[language], official(asOf)]]),
    [words.knownAt[language], `${instantText(knownAt, clock.timeZone)} (${clock.timeZone})`],
    ...(filter === "" ? [] : [[words.filter[language], filter]]),
    [words.count[language], rows.length],
    ...(clock.mode === "demo" ? [[words.note[language], words.demo[language]]] : []),
    [],
    heads,
    ...rows,
  ];
  // With the byte order mark a spreadsheet reads it as UTF-8.
  const content = Buffer.from(`\ufeff${lines.map(csvLine).join("")}`).toString("base64");
  const day = asOf ?? civilDay(knownAt, clock.timeZone);
  return { name: `${title.replaceAll(/[\s:,/]+/g, "-")}-${day}.csv`, mediaType: "text/csv", content };
}

/** A civil day in the official form, 31/12/2026. */
export const official = (day: string): string => day.split("-").toReversed().join("/");

/** An instant in the zone's time, 31/12/2026 07:30. */
export function instantText(at: Date, timeZone: string): string {
  const clock = at.toLocaleTimeString("vi-VN", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  return `${official(civilDay(at, timeZone))} ${clock}`;
}
