import type { Citation } from "../reading.ts";
import { momentsIn } from "./moments.ts";

/** A citation inside one paragraph: offsets are the paragraph's. */
export type FoundCitation = Omit<Citation, "span"> & { readonly start: number; readonly end: number };

/** Kinds of official documents (Decree 30/2020, article 7), laws, and papers signed with others. */
const KINDS =
  "Nghị quyết|Nghị định thư|Nghị định|Quyết định|Chỉ thị|Quy chế|Quy định|Thông cáo|Thông báo|Hướng dẫn|Chương trình|Kế hoạch|Phương án|Đề án|Báo cáo|Biên bản ghi nhớ|Biên bản|Tờ trình|Hợp đồng|Công văn|Công điện|Bản ghi nhớ|Bản thỏa thuận|Kết luận|Thông tư liên tịch|Thông tư|Bộ luật|Luật|Pháp lệnh|Hiệp định|Giấy mời|Văn bản|Sắc lệnh|Lệnh";
const CODE = "[A-ZĐ][A-Za-zĐđÊêƯưƠơ]*\\d{0,2}";
/** "239/KH-UBND", "53/2016/QĐ-UBND", "579/UBND-TH", "117-KL/TU", "47/2024/QH15"; a scanner may set spaces at / and -. */
const NUMBERED = new RegExp(
  `(?<![\\p{L}\\d/.,-])(?<number>\\d{1,5}[a-z]?) ?(?:/ ?(?<year>\\d{4}) ?/ ?(?<normative>${CODE}(?: ?- ?${CODE}){0,4})|/ ?(?<symbol>${CODE}(?: ?[-–&] ?${CODE}){1,4})|- ?(?<party>${CODE} ?/ ?${CODE}))(?![\\p{L}\\d])`,
  "gu",
);
const KIND_BEFORE = new RegExp(`(?<kind>${KINDS})(?:[^\\S\\n]+số)?[^\\S\\n:]*:?[^\\S\\n]*$`, "iu");
const DATE_AFTER = /^,? ?(?:\)? ?)(?=ngày ?\d|\d{1,2}\/\d{1,2}\/\d{4})/u;
const BARE_NUMBER = new RegExp(
  `(?<!\\p{L})(?<kind>${KINDS}) số (?<number>\\d{1,5})(?! ?[-/\\d]|\\.\\d)`,
  "gu",
);
/** A law or an agreement is known by its title; other kinds only where a capital in mid-sentence marks a title. */
const TITLED =
  /(?<!\p{L})(?<kind>Luật|Bộ luật|Pháp lệnh|Hiệp định|Nghị định thư|Bản ghi nhớ|Biên bản ghi nhớ|(?<=\p{Ll}[,]? )Phương án|(?:các )?Quyết định(?= của \p{Lu}))(?= (?!số|này|trên)\p{L})(?<title>(?: (?!(?:theo|đã|để|sẽ|ngày|tại|được|phê duyệt|từ|bảo đảm|đảm bảo)(?!\p{L}))[\p{L}\d][\p{L}\p{M}\d-]*(?:\/[\p{L}\d]+)?){1,24})/gu;
/** Cheap looks that spare most paragraphs the full patterns. */
const HAS_NUMBER = /\d ?[/-] ?[\dA-ZĐ]/u;
const UNNUMBERED: readonly (readonly [needed: RegExp, pattern: RegExp])[] = [
  [/ số \d/u, BARE_NUMBER],
  [/Luật|luật|lệnh|Hiệp định|Nghị định thư|ghi nhớ|Phương án|Quyết định của/u, TITLED],
];
const LOOK_BACK = 40;
const LOOK_AHEAD = 40;

/** Documents named in one paragraph, with number or by title. */
export function citationsIn(text: string): FoundCitation[] {
  const found: FoundCitation[] = [];
  let kindOfList: string | null = null;
  let lastEnd = -1;
  for (const match of HAS_NUMBER.test(text) ? text.matchAll(NUMBERED) : []) {
    const { number = null, year, normative, symbol, party } = match.groups ?? {};
    const before = text.slice(Math.max(0, match.index - LOOK_BACK), match.index);
    const kind = KIND_BEFORE.exec(before)?.groups?.["kind"] ?? null;
    const inList: string | null = match.index - lastEnd < LOOK_BACK ? kindOfList : null;
    const end = match.index + match[0].length;
    const tail = text.slice(end, end + LOOK_AHEAD);
    const lead = DATE_AFTER.exec(tail)?.[0].length ?? -1;
    const date = lead < 0 ? undefined : momentsIn(tail.slice(lead), null).find((m) => m.start === 0);
    kindOfList = kind === null ? inList : capitalised(kind);
    const start = kind === null ? match.index : match.index - before.length + before.lastIndexOf(kind);
    lastEnd = date === undefined ? end : end + lead + date.end;
    found.push({
      kind: kindOfList,
      number,
      symbol:
        (normative === undefined ? (symbol ?? party) : `${year}/${normative}`)?.replace(/ /g, "") ?? null,
      date: date?.shape === "day" ? date.from : null,
      text: text.slice(start, lastEnd),
      start,
      end: lastEnd,
    });
  }
  return found.concat(unnumbered(text, found)).toSorted((a, b) => a.start - b.start);
}

function unnumbered(text: string, numbered: readonly FoundCitation[]): FoundCitation[] {
  const found: FoundCitation[] = [];
  const ends = numbered.map((citation) => citation.end);
  const starts = numbered.map((citation) => citation.start);
  let k = 0;
  for (const [needed, pattern] of UNNUMBERED) {
    k = 0;
    for (const match of needed.test(text) ? text.matchAll(pattern) : []) {
      const end = match.index + match[0].length;
      while (k < ends.length && (ends[k] ?? match.index) <= match.index) k += 1;
      if ((starts[k] ?? Number.POSITIVE_INFINITY) < end) continue;
      const { kind = "", number = null } = match.groups ?? {};
      found.push({
        kind: capitalised(kind.replace(/^các /u, "")),
        number,
        symbol: null,
        date: null,
        text: match[0],
        start: match.index,
        end,
      });
    }
  }
  return found;
}

const capitalised = (words: string): string => {
  const lower = words.replace(/\s+/g, " ").toLowerCase();
  return lower.slice(0, 1).toUpperCase() + lower.slice(1);
};
