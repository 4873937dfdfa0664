import type { Passage } from "./reading.ts";
import { originalSpan } from "./scan/paragraphs.ts";
import type { Placed } from "./structure/sections.ts";
import { bracketsOf, sentencesOf, trimmed } from "./tasks/split.ts";

const DONE = /(?<!\p{L})(?:đã|hoàn thành|hoàn thiện|đạt|được|bảo đảm|đảm bảo)(?!\p{L})/iu;
const HOWEVER = /^(?:Tuy nhiên|Tuy vậy|Song)(?:,| )/u;
const TROUBLE =
  /(?<!\p{L})(?:chậm|chưa|khó khăn|vướng mắc|hạn chế|lúng túng|không (?:thực hiện )?được|bất cập|tồn tại)(?!\p{L})/iu;
const LONGEST_LOOK = 4_000;

/** Results credited: what the sections on results say was done. */
export function resultsOf(body: readonly Placed[]): Passage[] {
  return body
    .filter(({ heading, setting }) => !heading && setting.mode === "results")
    .filter(({ paragraph }) => DONE.test(paragraph.text.slice(0, LONGEST_LOOK)))
    .map((placed) => passageOf(placed, placed.offset, placed.paragraph.text.length));
}

/** Difficulties named: the sections on them, and elsewhere the sentences that turn with "Tuy nhiên". */
export function difficultiesOf(body: readonly Placed[]): Passage[] {
  return body.flatMap((placed) => {
    if (placed.heading) return [];
    const { text } = placed.paragraph;
    if (placed.setting.mode === "difficulties") return [passageOf(placed, placed.offset, text.length)];
    if (!text.includes("Tuy ") && !text.includes("Song")) return [];
    return sentencesOf(text, placed.offset, text.length, bracketsOf(text))
      .map(({ start, end }) => trimmed(text, start, end))
      .filter(
        ({ start, end }) =>
          HOWEVER.test(text.slice(start, start + 12)) && TROUBLE.test(text.slice(start, end)),
      )
      .map(({ start, end }) => passageOf(placed, start, end));
  });
}

function passageOf({ paragraph }: Placed, start: number, end: number): Passage {
  const stretch = trimmed(paragraph.text, start, end);
  return {
    text: paragraph.text.slice(stretch.start, stretch.end),
    span: originalSpan(paragraph, stretch.start, stretch.end),
    paragraph: paragraph.number,
  };
}
