import type { Mapped } from "./characters.ts";
import { type Line, linesOf, withoutResidue } from "./lines.ts";
import { findLostLetters } from "./lost-letters.ts";

/** A paragraph whose broken lines are rejoined, with the way back to the original for every unit. */
export interface Paragraph extends Mapped {
  /** From 1, in reading order; footnotes come after the text that carries them. */
  readonly number: number;
  readonly note: boolean;
}

const MARKER =
  /^(?:[-–—+•▪●○◦‣](?! ?\d)|\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)](?![\d.])|\(\d{1,2}\)|[a-zđ]\)|[IVXLC]{1,6}[.)](?= )|\d{1,2}\.\d{1,2}(?:\.\d{1,2}){0,2} |(?:Phần (?:thứ|[IVX])|Điều \d|Chương [IVX\d]|Mục \d|Nơi nhận|Kính gửi|Căn cứ|Số:))/u;
const LOWER_START = /^[(,;:“"]?\p{Ll}/u;
const DIGIT_OR_DASH_START = /^[\d,;:)–-]/u;
const TERMINAL = /[.:;!?…]["”)]?$/u;
const HAS_LOWER = /\p{Ll}/u;
/** A line that ends in one of these words or in a comma is not finished, whatever follows. */
const DANGLING =
  /(?:,|(?:^| )(?:và|của|với|các|những|tại|theo|số|ngày|tháng|năm|cho|để|về|trong|đến|từ|do|bởi|là|hoặc|cùng|Sở|Ban|UBND|huyện|tỉnh|xã|mốc|khu vực|cửa khẩu))$/u;

/** "1183/UBND-" + "KTTH" and "1088/2-" + "1089" are one word broken at its hyphen. */
const OPEN_HYPHEN = /[\p{Lu}\d][-/]$/u;

/** Element `i` of offsets; 0 outside. */
const offsetAt = (offsets: Uint32Array, i: number): number => offsets[i] ?? 0;

/** What the lines of a document have in common: hard-wrapped at about `width` units, or one line per paragraph. */
interface Wrapping {
  readonly wrapped: boolean;
  readonly width: number;
}

const LONGEST_WRAPPED_LINE = 140;
const FEWEST_LINES = 8;

function wrappingOf(lines: readonly Line[]): Wrapping {
  if (lines.length < FEWEST_LINES) return { wrapped: false, width: 0 };
  const lengths = Uint32Array.from(lines, (line) => line.text.length).toSorted();
  const width = offsetAt(lengths, Math.floor(lengths.length * 0.9));
  const longest = offsetAt(lengths, lengths.length - 1);
  const unfinished = lines.filter(
    (line) => line.text.length > width * 0.7 && !TERMINAL.test(line.text),
  ).length;
  return { wrapped: longest <= LONGEST_WRAPPED_LINE && unfinished > lines.length * 0.35, width };
}

function continues(previous: Line, next: Line, wrapping: Wrapping): boolean {
  if (MARKER.test(next.text)) return false;
  if (/^[.,;:)]/u.test(next.text) || OPEN_HYPHEN.test(previous.text)) return true;
  const capitals = !HAS_LOWER.test(previous.text);
  if (capitals !== !HAS_LOWER.test(next.text) && !DIGIT_OR_DASH_START.test(next.text)) return false;
  if (capitals) return !TERMINAL.test(previous.text) && next.text.length > 3;
  const ends = TERMINAL.test(previous.text);
  if (LOWER_START.test(next.text)) return !/[.!?…]["”)]?$/u.test(previous.text) || wrapping.wrapped;
  if (!wrapping.wrapped) return !ends && DANGLING.test(previous.text);
  if (!ends && DIGIT_OR_DASH_START.test(next.text)) return true;
  // A line is broken where the next word no longer fits; one that broke earlier ended its paragraph.
  const firstWord = next.text.search(/ |$/u);
  return previous.text.length + 1 + firstWord > wrapping.width * 0.85;
}

/** Rebuilds the paragraphs of a text: page numbers and footnote marks out, broken lines joined, lost letters set in. */
export function paragraphsOf(repaired: Mapped): Paragraph[] {
  const { body, notes } = withoutResidue(linesOf(repaired.text));
  const wrapping = wrappingOf(body);
  const groups: Line[][] = [];
  let group: Line[] = [];
  for (const line of body) {
    const previous = group.at(-1);
    if (previous !== undefined && !continues(previous, line, wrapping)) {
      groups.push(group);
      group = [];
    }
    group.push(line);
  }
  if (group.length > 0) groups.push(group);
  const texts = groups.map((lines, i) => ({ ...compose(repaired, lines), number: i + 1, note: false }));
  return texts.concat(
    notes.map((lines, i) => ({ ...compose(repaired, lines), number: texts.length + i + 1, note: true })),
  );
}

function compose(repaired: Mapped, lines: readonly Line[]): Mapped {
  const only = lines.length === 1 ? lines[0] : undefined;
  if (only !== undefined && !only.text.includes("  ")) {
    const { start, end } = only;
    const part = { from: repaired.from.subarray(start, end), to: repaired.to.subarray(start, end) };
    return mendLostLetters({ text: only.text, ...part });
  }
  const size = lines.reduce((sum, line) => sum + line.text.length + 1, 0);
  const from = new Uint32Array(size);
  const to = new Uint32Array(size);
  const parts: string[] = [];
  let at = 0;
  let previous: Line | null = null;
  for (const line of lines) {
    if (previous !== null && !OPEN_HYPHEN.test(previous.text)) {
      parts.push(" ");
      from[at] = offsetAt(to, at - 1);
      to[at] = offsetAt(repaired.from, line.start);
      at += 1;
    }
    for (const [start, end] of singleSpaced(line)) {
      parts.push(repaired.text.slice(start, end));
      from.set(repaired.from.subarray(start, end), at);
      to.set(repaired.to.subarray(start, end), at);
      at += end - start;
    }
    previous = line;
  }
  return mendLostLetters({ text: parts.join(""), from: from.subarray(0, at), to: to.subarray(0, at) });
}

/** The pieces of a line that leave each run of spaces as one: justification and lost letters make longer ones. */
function singleSpaced({ start, text }: Line): [start: number, end: number][] {
  const pieces: [number, number][] = [];
  let first = 0;
  for (let gap = text.indexOf("  "); gap >= 0; gap = text.indexOf("  ", first)) {
    pieces.push([start + first, start + gap + 1]);
    first = gap + 2;
    while (text.charCodeAt(first) === 0x20) first += 1;
  }
  pieces.push([start + first, start + text.length]);
  return pieces;
}

function mendLostLetters(line: Mapped): Mapped {
  const losses = findLostLetters(line.text);
  if (losses.length === 0) return line;
  const parts: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  let copied = 0;
  const copy = (end: number): void => {
    parts.push(line.text.slice(copied, end));
    for (let i = copied; i < end; i += 1) {
      from.push(offsetAt(line.from, i));
      to.push(offsetAt(line.to, i));
    }
    copied = end;
  };
  for (const { index, letter, closes } of losses) {
    if (index < copied) continue;
    copy(index);
    parts.push(letter);
    from.push(offsetAt(line.to, index - 1));
    to.push(offsetAt(line.to, index - 1));
    if (closes) copied = index + 1;
  }
  copy(line.text.length);
  return { text: parts.join(""), from: Uint32Array.from(from), to: Uint32Array.from(to) };
}

/** The original's range of [start, end) in a paragraph. */
export function originalSpan(paragraph: Mapped, start: number, end: number): readonly [number, number] {
  const last = Math.max(start, end - 1);
  return [offsetAt(paragraph.from, start), offsetAt(paragraph.to, last)];
}
