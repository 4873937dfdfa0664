import type { RegisteredOrganisation } from "../names/register.ts";
import type { GoldRow, GoldText } from "./tables.ts";

/** Names of places and persons in the five texts; every one is replaced by an invented one. */
const NAMES = (
  "Lạng Sơn|Đồng Đăng|Cao Lộc|Văn Lãng|Lộc Bình|Chi Lăng|Hữu Lũng|Hữu Nghị|Tân Thanh|Chi Ma|Cốc Nam|Đồng Bành|" +
  "Đoàn Thanh Sơn|Hà Minh Anh|Hồ Tiến Thiệu|Nguyễn Đình Đại|Vũ Quang Khánh|Bằng Tường|Ái Điểm|Bình Nghi|Bắc Sơn|Ninh Minh"
).split("|");
const SYLLABLES =
  "An|Bình|Cẩm|Diên|Đại|Gia|Hòa|Khánh|Long|Mỹ|Ngọc|Phú|Quảng|Sơn|Tam|Thạnh|Trường|Vĩnh|Xuân|Yên|Hương|Kim|Lâm|Ninh".split(
    "|",
  );

/** A small seeded generator (mulberry32): the same seed always alters a text in the same way. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

export interface Altered {
  readonly text: string;
  readonly rows: readonly GoldRow[];
  readonly register: readonly RegisteredOrganisation[];
}

/** The same text with other names, numbers and dates, its gold rows and the register changed alike. */
export function alter(gold: GoldText, register: readonly RegisteredOrganisation[], seed: number): Altered {
  const random = seeded(seed);
  const pick = (): string => SYLLABLES[Math.floor(random() * SYLLABLES.length)] ?? "An";
  const names = new Map<string, string[]>();
  const taken = new Set<string>();
  for (const name of NAMES) {
    // Two places with one name would be one place: draw until the name is new.
    let other = name.split(" ").map(pick);
    while (taken.has(other.join(" "))) other = name.split(" ").map(pick);
    taken.add(other.join(" "));
    names.set(name, other);
  }
  const years = 1 + Math.floor(random() * 4) * 4;
  const days = Math.floor(random() * 27);
  const edits = [...nameEdits(gold.text, names), ...numberEdits(gold.text, years, days, random)];
  edits.sort((a, b) => a.start - b.start);
  const kept = edits.filter((edit, i) => i === 0 || edit.start >= (edits[i - 1]?.end ?? 0));
  const { text, moved } = apply(gold.text, kept);
  return {
    text,
    rows: gold.rows.map((row) => ({
      ...row,
      span: [moved(row.span[0]), moved(row.span[1])] as const,
      deadline: shifted(row.deadline, years, days),
    })),
    register: register.map((organisation) => ({
      ...organisation,
      names: organisation.names.map((name) => ({ text: renamed(name.text, names) })),
    })),
  };
}

function nameEdits(text: string, names: ReadonlyMap<string, readonly string[]>): Edit[] {
  return [...names].flatMap(([name, words]) => {
    // A name broken over two lines keeps its break.
    const pattern = new RegExp(`(?<!\\p{L})${name.split(" ").join("(\\s+)")}(?!\\p{L})`, "gu");
    return [...text.matchAll(pattern)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      words: words.map((word, i) => word + (match[i + 1] ?? "")).join(""),
    }));
  });
}

const renamed = (text: string, names: ReadonlyMap<string, readonly string[]>): string =>
  [...names].reduce((words, [name, other]) => words.replaceAll(name, other.join(" ")), text);

const NUMBER =
  /(?<![\d.,/-])(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)|(?<!\d)((?:19|20)\d\d)(?!\d|[.,]\d)|(?<![\d/.,])(\d{3,5})(?![\d]|[.,]\d)/gu;

function numberEdits(text: string, years: number, days: number, random: () => number): Edit[] {
  return [...text.matchAll(NUMBER)].map((match) => {
    const [whole, day, month, year, loneYear, number = ""] = match;
    const words =
      year !== undefined
        ? `${String(movedDay(Number(day), days)).padStart(day?.length ?? 1, "0")}/${month}/${Number(year) + years}`
        : loneYear !== undefined
          ? String(Number(loneYear) + years)
          : number.replace(/\d/g, () => String(1 + Math.floor(random() * 9)));
    return { start: match.index, end: match.index + whole.length, words };
  });
}

const movedDay = (day: number, by: number): number => ((day + by - 1) % 28) + 1;

function shifted(deadline: GoldRow["deadline"], years: number, days: number): GoldRow["deadline"] {
  const inYear = (iso: string): string => `${Number(iso.slice(0, 4)) + years}${iso.slice(4)}`;
  const moved = (iso: string): string =>
    inYear(`${iso.slice(0, 8)}${String(movedDay(Number(iso.slice(8)), days)).padStart(2, "0")}`);
  return {
    kind: deadline.kind,
    ...(deadline.date !== undefined && { date: moved(deadline.date) }),
    ...(deadline.from !== undefined && { from: inYear(deadline.from) }),
    ...(deadline.to !== undefined && { to: inYear(deadline.to) }),
  };
}

function apply(text: string, edits: readonly Edit[]): { text: string; moved: (offset: number) => number } {
  const parts: string[] = [];
  let at = 0;
  for (const edit of edits) {
    parts.push(text.slice(at, edit.start), edit.words);
    at = edit.end;
  }
  parts.push(text.slice(at));
  const moved = (offset: number): number =>
    edits.reduce(
      (place, edit) => (edit.end <= offset ? place + edit.words.length - (edit.end - edit.start) : place),
      offset,
    );
  return { text: parts.join(""), moved };
}
