import { citationsIn } from "../grammar/citations.ts";
import { isoDay } from "../grammar/days.ts";
import type { Citation, DocumentHead } from "../reading.ts";
import { originalSpan, type Paragraph } from "../scan/paragraphs.ts";
import { issuerOf } from "./issuer.ts";
import { recipientsOf } from "./recipients.ts";
import { subjectOf } from "./subject.ts";

/** The kinds of Decree 30/2020, article 7, that stand alone on a line above the subject. */
const KIND_LINE =
  /^(NGHỊ QUYẾT|QUYẾT ĐỊNH|CHỈ THỊ|QUY CHẾ|QUY ĐỊNH|THÔNG CÁO|THÔNG BÁO(?: KẾT LUẬN)?|HƯỚNG DẪN|CHƯƠNG TRÌNH|KẾ HOẠCH|PHƯƠNG ÁN|ĐỀ ÁN|DỰ ÁN|BÁO CÁO|BIÊN BẢN|TỜ TRÌNH|CÔNG ĐIỆN|BẢN GHI NHỚ|KẾT LUẬN|THÔNG TƯ|NGHỊ ĐỊNH|GIẤY MỜI|CÔNG VĂN)(?= |$)/u;
const NUMBER_LINE =
  /Số ?:? ?(?<number>\d{1,5}[a-z]?)? ?(?:\.{2,}|…)? ?(?:(?<party>-) ?(?<partySymbol>[A-ZĐ]{2,4} ?\/ ?[A-ZĐ][A-Za-zĐđ]*)|\/ ?(?<symbol>(?:\d{4} ?\/ ?)?[A-ZĐ][A-Za-zĐđƯư&]*(?: ?[-–] ?[A-ZĐ][A-Za-zĐđƯư&]*){0,4}))/u;
const PLACE_AND_DATE =
  /(?<place>\p{Lu}[\p{L} .-]{1,40}), ?ngày ?(?:\.{1,}|…)? ?(?<day>\d{1,2})? ?tháng ?(?:\.{1,}|…)? ?(?<month>\d{1,2})? ?năm ?(?<year>\d{4})/u;
const MEETING = /(?<!\p{L})ngày (\d{1,2})[/.](\d{1,2})[/.](\d{4})/iu;
/** Heads of official documents are short; what stands further down is text. */
const HEAD_PARAGRAPHS = 30;

/** The head of a document, and the day by which organisations and years are read when its own day is still blank. */
export interface HeadReading {
  readonly head: DocumentHead;
  /** Index of the first paragraph of the body. */
  readonly bodyStart: number;
  /** The document's day, else the day of the meeting it reports, else the first day of its month; null when none is told. */
  readonly reference: string | null;
}

/** Number, symbol, date, issuer, kind, subject, citations and recipients of a text. */
export function readHead(paragraphs: readonly Paragraph[]): HeadReading {
  const top = paragraphs.slice(0, HEAD_PARAGRAPHS).map((paragraph) => paragraph.text);
  const kinds = top.map((text) => KIND_LINE.exec(text)?.[1] ?? null);
  const kindIndex = kinds.findIndex((found) => found !== null);
  const kind = kinds.find((found) => found !== null) ?? null;
  const numberMatch = firstMatch(top, NUMBER_LINE);
  const groups = numberMatch?.groups ?? {};
  const dated = firstMatch(top, PLACE_AND_DATE)?.groups ?? {};
  const date =
    dated["day"] && dated["month"]
      ? isoDay(Number(dated["year"]), Number(dated["month"]), Number(dated["day"]))
      : null;
  const symbol = (groups["partySymbol"] ?? groups["symbol"])?.replace(/ /g, "").replace("–", "-") ?? null;
  const subject = subjectOf(top, kindIndex, numberMatch !== null);
  const head: DocumentHead = {
    number: groups["number"] ?? null,
    symbol,
    date,
    issuer: issuerOf(paragraphs, symbol, dated["place"] ?? null, kindIndex),
    kind:
      kind === null
        ? isLetter(symbol, top)
          ? "Công văn"
          : null
        : sentenceCase(kind.replace(/ KẾT LUẬN$/u, "")),
    subject: subject.text,
    cites: citesOf(paragraphs, symbol, groups["number"] ?? null),
    recipients: recipientsOf(paragraphs),
  };
  return { head, bodyStart: subject.bodyStart, reference: date ?? blankDay(dated, top, subject.bodyStart) };
}

/** Notices are drafted before their day is known: then the meeting's day stands in, else the first of the month. */
function blankDay(
  dated: Readonly<Record<string, string | undefined>>,
  top: readonly string[],
  bodyStart: number,
): string | null {
  if (dated["year"] === undefined) return null;
  const meeting = firstMatch(top.slice(bodyStart), MEETING);
  const day = meeting === null ? null : isoDay(Number(meeting[3]), Number(meeting[2]), Number(meeting[1]));
  if (day !== null && day.startsWith(dated["year"])) return day;
  return dated["month"] === undefined ? null : isoDay(Number(dated["year"]), Number(dated["month"]), 1);
}

/** A công văn has no line with its kind; "V/v" or "Kính gửi" and a symbol without a type tell it. */
const isLetter = (symbol: string | null, top: readonly string[]): boolean =>
  symbol !== null && top.some((text) => /^(?:V\/v|Kính gửi)/u.test(text) || / V\/v /u.test(text));

function firstMatch(texts: readonly string[], pattern: RegExp): RegExpExecArray | null {
  for (const text of texts) {
    const match = pattern.exec(text.slice(0, 400));
    if (match !== null) return match;
  }
  return null;
}

const sentenceCase = (capitals: string): string => {
  const lower = capitals.toLowerCase();
  return lower.slice(0, 1).toUpperCase() + lower.slice(1);
};

/** Every cited document once per number, symbol and date; a mention without date joins the first with one. */
function citesOf(
  paragraphs: readonly Paragraph[],
  ownSymbol: string | null,
  ownNumber: string | null,
): Citation[] {
  const byNotation = new Map<string, Map<string, Citation>>();
  for (const paragraph of paragraphs) {
    for (const { start, end, ...citation } of citationsIn(paragraph.text)) {
      if (ownNumber !== null && citation.number === ownNumber && citation.symbol === ownSymbol) continue;
      const notation = `${citation.number ?? citation.text}|${citation.symbol ?? citation.kind}`;
      const known = byNotation.get(notation) ?? new Map<string, Citation>();
      const key = String(citation.date);
      if (!known.has(key)) known.set(key, { ...citation, span: originalSpan(paragraph, start, end) });
      byNotation.set(notation, known);
    }
  }
  return [...byNotation.values()].flatMap((dates) => {
    if (dates.size > 1) dates.delete("null");
    return [...dates.values()];
  });
}
