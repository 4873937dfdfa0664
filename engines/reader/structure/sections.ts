import { phraseEnd } from "../grammar/lexicon.ts";
import { momentsIn } from "../grammar/moments.ts";
import { type Named, organisationsAt } from "../grammar/organisations.ts";
import { readingAt } from "../grammar/predicates.ts";
import { endOf, isMark, startOf, type Token, tokensOf } from "../grammar/tokens.ts";
import { ORDERS } from "../grammar/words.ts";
import type { Deadline } from "../reading.ts";
import type { Paragraph } from "../scan/paragraphs.ts";
import { markerOf, UNMARKED } from "./markers.ts";
import { type Mode, modeOpenedBy, opensDocumentOrders } from "./modes.ts";

/** What a paragraph inherits from the headings above it. */
export interface Setting {
  readonly mode: Mode;
  /** Names of the heading's organisations: "3. Sở Xây dựng" leads what stands under it. */
  readonly leads: readonly string[] | null;
  /** The stretch of time that the heading names ("… 6 tháng cuối năm 2018"). */
  readonly period: Deadline | null;
}

export interface Placed {
  readonly paragraph: Paragraph;
  readonly setting: Setting;
  /** Offset of the text after the marker. */
  readonly offset: number;
  /** A heading, or the sentence that opens a list: no order itself. */
  readonly heading: boolean;
}

interface Frame extends Partial<Setting> {
  readonly level: number;
}

const LONGEST_HEADING = 260;
const BASE: Setting = { mode: "other", leads: null, period: null };

/** Places every paragraph of the body under its headings. */
export function placeParagraphs(paragraphs: readonly Paragraph[], reference: string | null): Placed[] {
  const frames: Frame[] = [];
  return paragraphs.map((paragraph, i) => {
    const { level, length } = markerOf(paragraph.text);
    const text = paragraph.text.slice(length);
    const heading = isHeading(text, level, paragraphs[i + 1]);
    const cut = heading ? (openLevel(text, level, frames) ?? level) : level;
    while ((frames.at(-1)?.level ?? Number.NEGATIVE_INFINITY) >= cut) frames.pop();
    if (heading) frames.push(frameOf(text, cut, reference));
    return { paragraph, setting: settingOf(frames), offset: length, heading };
  });
}

/** An unnumbered opening sentence stands above all numbers when it opens the document's orders or nothing is above it. */
function openLevel(text: string, level: number, frames: readonly Frame[]): number | null {
  if (level !== UNMARKED) return null;
  const numbered = frames.some((frame) => frame.level >= 0);
  return !numbered || opensDocumentOrders(text) ? -1 : UNMARKED - 1;
}

function isHeading(text: string, level: number, next: Paragraph | undefined): boolean {
  if (text === "" && level < UNMARKED) return true;
  if (next === undefined) return false;
  const nextLevel = markerOf(next.text).level;
  if (text.endsWith(":")) return true;
  if (level < 5)
    return text.length <= LONGEST_HEADING && !/[.;,…!?]$/u.test(text) && (nextLevel > level || level < 2);
  return (
    level === UNMARKED && text.length <= LONGEST_HEADING && !/\p{Ll}/u.test(text) && /\p{Lu}{2}/u.test(text)
  );
}

function frameOf(text: string, level: number, reference: string | null): Frame {
  const leads = leadsOf(text);
  const mode = modeOpenedBy(text) ?? (leads !== null ? "tasks" : undefined);
  const moment = momentsIn(text, reference).findLast((m) => m.shape !== "day");
  const over = reference !== null && (moment?.to ?? reference) < reference;
  const period: Deadline | null =
    mode !== "tasks" || moment === undefined || over
      ? null
      : {
          kind: moment.shape === "month" ? "month" : "range",
          ...(moment.from !== null && { from: moment.from }),
          ...(moment.to !== null && { to: moment.to }),
          text: text.slice(moment.start, moment.end),
        };
  return {
    level,
    ...(mode !== undefined && { mode }),
    ...(leads !== null && { leads }),
    ...(period !== null && { period }),
  };
}

/** "Sở Xây dựng", "Giao Sở Xây dựng, Sở Tài chính:", "Sở Xây dựng chủ trì thực hiện các nội dung sau:". */
function leadsOf(text: string): string[] | null {
  const tokens = tokensOf(text.slice(0, LONGEST_HEADING));
  const ordered = phraseEnd(ORDERS, tokens, 0);
  const named = organisationsAt(tokens, ordered);
  const end = named.at(-1)?.end;
  // "UBND tỉnh yêu cầu …:" names the one who orders, not the one who is told.
  if (end === undefined || phraseEnd(ORDERS, tokens, end) > end) return null;
  const over = end >= tokens.length || (isMark(tokens, end, ":.") && end + 1 >= tokens.length);
  const opens = text.endsWith(":") && (ordered > 0 || readingAt(tokens, end) === "order");
  return over || opens ? named.map((name) => wordsOf(text, tokens, name)) : null;
}

const wordsOf = (text: string, tokens: readonly Token[], name: Named): string =>
  text.slice(startOf(tokens, name.start), endOf(tokens, name.end - 1));

function settingOf(frames: readonly Frame[]): Setting {
  return frames.reduce<Setting>(
    (above, frame) => ({
      mode: frame.mode ?? above.mode,
      leads: frame.leads ?? above.leads,
      // A period holds for the tasks of its own heading, not for a new mode below it.
      period: frame.period ?? (frame.mode === undefined ? above.period : null),
    }),
    BASE,
  );
}
