import type { Deadline, DeadlineKind } from "../reading.ts";
import { type Moment, momentsIn } from "./moments.ts";

/** A deadline and where its words stand in the text that was searched. */
export interface FoundDeadline {
  readonly deadline: Deadline;
  readonly start: number;
  readonly end: number;
}

/** What the reader needs beside the words: the document's day and, where a calendar is known, its working days. */
export interface Times {
  /** ISO day that deadlines cannot lie before and that gives a missing year; null when unknown. */
  readonly reference: string | null;
  readonly isWorkingDay: (iso: string) => boolean;
}

const HOUR = "(?:\\d{1,2}(?:h|g|:| giờ )(?:\\d{2})?(?: phút)? ?)?";
const BEFORE = new RegExp(`trước(?: thời điểm| mốc)? ${HOUR}$`, "iu");
/** "vào", "đến" and "trong" tell a deadline only in an order; a statement of facts uses them as well. */
const LATEST =
  /(?:chậm nhất|muộn nhất|hạn cuối|hạn chót|thời hạn(?: hoàn thành)?|thời gian hoàn thành|đến hết|kết thúc|hoàn thành|xong|trong|hết|đến|cuối|vào)(?: là| vào| trong| đến| hết| cuối| trước|:)*(?: khoảng(?: thời gian)?)? $/iu;
const FROM = /(?:trong )?(?:khoảng )?(?:thời gian )?(?:kể )?từ(?: đầu)? $/iu;
const UNTIL = /^ ?(?:-|–|đến|tới)(?: hết)? ?$/u;
const VAGUE_YEAR = /(?:đầu|giữa|đến|cuối) $/iu;
const LOOK_BACK = 48;

/** Deadlines with days in `text`, in order; `ignored` ranges (dates of cited documents) are no deadlines. */
export function datedDeadlines(
  text: string,
  times: Times,
  ignored: readonly (readonly [number, number])[] = [],
): FoundDeadline[] {
  const moments = momentsIn(text, times.reference);
  const found: FoundDeadline[] = [];
  for (let i = 0; i < moments.length; i += 1) {
    const moment = moments[i];
    if (moment === undefined || ignored.some(([start, end]) => moment.start < end && start < moment.end))
      continue;
    const next = moments[i + 1];
    const pair =
      next !== undefined && UNTIL.test(text.slice(moment.end, next.start).slice(0, 10)) ? next : null;
    const deadline = datedAt(text, moment, pair, times);
    if (deadline === null) continue;
    found.push(deadline);
    if (pair !== null && deadline.end === pair.end) i += 1;
  }
  return found;
}

function datedAt(text: string, moment: Moment, pair: Moment | null, times: Times): FoundDeadline | null {
  const before = text.slice(Math.max(0, moment.start - LOOK_BACK), moment.start);
  const from = FROM.exec(before);
  if (from !== null && pair !== null) {
    return made("range", moment.from, pair.to, text, moment.start - from[0].length, pair.end, times);
  }
  if (from !== null && moment.shape === "stretch") {
    return made("range", moment.from, moment.to, text, moment.start - from[0].length, moment.end, times);
  }
  const earlier = BEFORE.exec(before);
  if (earlier !== null) {
    return made("before", moment.from, null, text, moment.start - earlier[0].length, moment.end, times);
  }
  const latest = LATEST.exec(before);
  if (latest === null) return null;
  const words = text.slice(moment.start, moment.end);
  if (/^năm/iu.test(words) && VAGUE_YEAR.test(latest[0]) && !/hết $/iu.test(latest[0])) return null;
  const kind: DeadlineKind = moment.shape === "day" ? "date" : moment.shape === "month" ? "month" : "range";
  return made(kind, moment.from, moment.to, text, moment.start - latest[0].length, moment.end, times);
}

function made(
  kind: DeadlineKind,
  from: string | null,
  to: string | null,
  text: string,
  start: number,
  end: number,
  times: Times,
): FoundDeadline | null {
  const last = kind === "before" ? from : to;
  if (last !== null && times.reference !== null && last < times.reference) return null;
  const words = text.slice(start, end).trim();
  const offset = text.slice(start, end).search(/\S/u);
  const warning =
    kind !== "range" && last !== null && !times.isWorkingDay(last)
      ? { warning: "non_working_day" as const }
      : {};
  const single = kind === "date" || kind === "before";
  const days = single
    ? { ...(from !== null && { date: from }) }
    : { ...(from !== null && { from }), ...(to !== null && { to }) };
  return { deadline: { kind, ...days, text: words, ...warning }, start: start + offset, end };
}

const RECURRING =
  /(?<!\p{L})(?:(?:trước |vào |chậm nhất )?(?:ngày )?\d{1,2} (?:của )?)?(?:định kỳ )?(?:hằng|hàng) (?:ngày|tuần|tháng|quý|năm)(?!\p{L})|(?<!\p{L})(?:vào )?mỗi (?:ngày|tuần|tháng|quý|năm)(?!\p{L})|(?<!\p{L})định kỳ(?: \d{1,2} (?:tháng|tuần|ngày)(?: ?\/ ?lần| một lần)?)?(?!\p{L})|(?<!\p{L})\d{1,2} (?:tháng|tuần|ngày) ?(?:\/|một) ?lần/iu;
const EVENT =
  /(?<!\p{L})(?:(?:ngay )?sau khi|ngay sau(?! đó)|ngay khi|khi có|(?:trong (?:thời hạn |vòng |thời gian )?|sau |chậm nhất (?:sau )?)\d{1,3} (?:ngày|tháng|tuần|giờ)(?: làm việc)?,? (?:kể từ|sau khi|từ khi)|kể từ (?:ngày|khi)) [^,;.():]+?(?= sẽ | để | thì |[,;.():]|$)/iu;
const LEADING_EVENT = /^(?:trên cơ sở|khi) [^;.:]*?(?=, )/iu;
const URGENT =
  /(?<!\p{L})(?:trong thời gian sớm nhất|sớm nhất(?: có thể)?|càng sớm càng tốt|ngay lập tức|khẩn trương|khẩn cấp|trong thời gian tới|vào đầu năm \d{4}|đầu năm \d{4})(?!\p{L})/iu;

/** One plain look for a syllable that each pattern needs spares most clauses the patterns. */
const NEEDED =
  /[sS]au|SAU|[kK]hi|KHI|[kK]ể từ|[hH]ằng|[hH]àng|[mM]ỗi|[đĐ]ịnh kỳ|lần|[tT]rên cơ sở|sớm|khẩn|[kK]hẩn|[nN]gay|thời gian tới|đầu năm/;

const inWords = (kind: DeadlineKind, pattern: RegExp, text: string): FoundDeadline | null => {
  if (!NEEDED.test(text)) return null;
  const match = pattern.exec(text);
  if (match === null) return null;
  return {
    deadline: { kind, text: match[0].trim() },
    start: match.index,
    end: match.index + match[0].length,
  };
};

/** The words of an event that must happen first ("ngay sau khi các quy hoạch được phê duyệt"), or null. */
export function eventIn(text: string): FoundDeadline | null {
  return inWords("event", LEADING_EVENT, text) ?? inWords("event", EVENT, text);
}

export const NO_DEADLINE: Deadline = { kind: "none", text: "" };

/** The deadline of one clause: a day outweighs a rhythm, a rhythm an event, an event mere urgency. */
export function deadlineIn(
  text: string,
  times: Times,
  ignored: readonly (readonly [number, number])[] = [],
): Deadline {
  const dated = datedDeadlines(text, times, ignored).at(-1);
  return (
    dated?.deadline ??
    inWords("recurring", RECURRING, text)?.deadline ??
    eventIn(text)?.deadline ??
    inWords("none", URGENT, text)?.deadline ??
    NO_DEADLINE
  );
}

/** True for a deadline that names days. */
export const isDated = (deadline: Deadline): boolean =>
  deadline.kind === "date" ||
  deadline.kind === "before" ||
  deadline.kind === "month" ||
  deadline.kind === "range";
