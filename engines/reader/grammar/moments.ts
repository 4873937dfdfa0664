import { isoDay, monthsOf } from "./days.ts";

/** A time that the text names: a day, or the first and last day of a stretch. Days are null when the year is unknown. */
export interface Moment {
  readonly start: number;
  readonly end: number;
  readonly shape: "day" | "month" | "stretch";
  readonly from: string | null;
  readonly to: string | null;
}

const S = "\\s*";
const DAY = String.raw`(?:ngày${S})?(?<d>\d{1,2})${S}[/.]${S}(?<m>\d{1,2})(?:${S}[/.]${S}(?<y>\d{4}))?(?![\d/]|[.,]\d)`;
const DAY_IN_WORDS = String.raw`ngày${S}(?<wd>\d{1,2})${S}tháng${S}(?<wm>\d{1,2})(?:${S}năm${S}(?<wy>\d{4}))?`;
const MONTHS = String.raw`tháng${S}(?<ma>\d{1,2})(?:${S}(?:-|–|đến|tới)${S}(?:hết${S})?(?:tháng${S})?(?<mb>\d{1,2}))?(?:${S}(?:/|năm)${S}(?<my>\d{4}))?(?![\d/])`;
const QUARTER = String.raw`quý${S}(?<q>IV|III|II|I|[1-4])(?:${S}(?:/|năm|-)?${S}(?<qy>\d{4}))?(?![\p{L}\d])`;
const HALF = String.raw`(?:0?6|sáu) tháng (?<h>đầu|cuối) năm(?: (?<hy>\d{4}))?`;
const YEAR = String.raw`năm${S}(?<yy>\d{4})`;
/** Half years before months, days in words before months: the longer reading wins. */
const MOMENT = new RegExp(
  `(?<![\\p{L}\\d/.,])(?:${DAY_IN_WORDS}|${HALF}|${MONTHS}|${QUARTER}|${YEAR}|${DAY})`,
  "giu",
);

/** Spares most clauses the full pattern. */
const HAS_TIME = /\d|[Qq]uý [IV]|QUÝ [IV]/;

const QUARTERS: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };

/** The last answer: a clause is asked about up to four times in a row. A matter of speed only. */
let last: { text: string; reference: string | null; moments: readonly Moment[] } = {
  text: "",
  reference: null,
  moments: [],
};

/** Every time named in `text`. A year left out is the first that does not lie before `reference` (ISO day or null). */
export function momentsIn(text: string, reference: string | null): readonly Moment[] {
  if (!HAS_TIME.test(text)) return [];
  if (last.text === text && last.reference === reference) return last.moments;
  const moments: Moment[] = [];
  for (const match of text.matchAll(MOMENT)) {
    const found = read(match.groups ?? {}, reference);
    if (found !== null) moments.push({ ...found, start: match.index, end: match.index + match[0].length });
  }
  last = { text, reference, moments };
  return moments;
}

type Read = Pick<Moment, "shape" | "from" | "to">;
type Groups = Readonly<Record<string, string | undefined>>;

function read(g: Groups, reference: string | null): Read | null {
  if (g["d"] !== undefined) return day(g["d"], g["m"], g["y"], reference);
  if (g["wd"] !== undefined) return day(g["wd"], g["wm"], g["wy"], reference);
  if (g["ma"] !== undefined) {
    return months(
      Number(g["ma"]),
      Number(g["mb"] ?? g["ma"]),
      g["my"],
      reference,
      g["mb"] ? "stretch" : "month",
    );
  }
  if (g["q"] !== undefined) {
    const quarter = QUARTERS[g["q"].toLowerCase()] ?? Number(g["q"]);
    return months(quarter * 3 - 2, quarter * 3, g["qy"], reference, "stretch");
  }
  if (g["h"] !== undefined) {
    const first = g["h"].toLowerCase() === "đầu" ? 1 : 7;
    // "6 tháng đầu năm" is the half of the document's own year, even when it is over.
    return months(first, first + 5, g["hy"] ?? reference?.slice(0, 4), reference, "stretch");
  }
  return months(1, 12, g["yy"], reference, "stretch");
}

function day(d: string, m: string | undefined, y: string | undefined, reference: string | null): Read | null {
  const inYear = (year: number): string | null => isoDay(year, Number(m), Number(d));
  if (inYear(y === undefined ? 2000 : Number(y)) === null) return null;
  const iso = y === undefined ? firstNotBefore(inYear, reference) : inYear(Number(y));
  return { shape: "day", from: iso, to: iso };
}

function months(
  first: number,
  last: number,
  y: string | undefined,
  reference: string | null,
  shape: "month" | "stretch",
): Read | null {
  const inYear = (year: number): { from: string; to: string } | null => monthsOf(year, first, last);
  if (inYear(2000) === null) return null;
  const to = firstNotBefore((year) => inYear(year)?.to ?? null, reference);
  const year = y === undefined ? to?.slice(0, 4) : y;
  const stretch = year === undefined ? null : inYear(Number(year));
  return { shape, from: stretch?.from ?? null, to: stretch?.to ?? null };
}

function firstNotBefore(inYear: (year: number) => string | null, reference: string | null): string | null {
  if (reference === null) return null;
  const year = Number(reference.slice(0, 4));
  const sameYear = inYear(year);
  return sameYear !== null && sameYear >= reference ? sameYear : inYear(year + 1);
}
