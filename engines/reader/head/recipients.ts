import type { Paragraph } from "../scan/paragraphs.ts";

const OPENING = /^Nơi nhận ?:? ?/u;
const TO = /^Kính gửi ?:? ?/u;
const SIGNATURE =
  /^(?:TM\.|KT\.|TL\.|TUQ\.|Q\.|CHỦ TỊCH|PHÓ CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG BAN|CHÁNH VĂN PHÒNG|PHÓ)/u;
const ITEM = /^[-–•+] ?/u;
const MOST_RECIPIENTS = 40;

/** Index of the paragraph "Nơi nhận", where the text of the document is over; the count of paragraphs when there is none. */
export function recipientsStart(paragraphs: readonly Paragraph[]): number {
  const found = paragraphs.findIndex((paragraph) => OPENING.test(paragraph.text));
  return found < 0 ? paragraphs.length : found;
}

/** Whom the document is sent to, from "Kính gửi" and "Nơi nhận", as written. */
export function recipientsOf(paragraphs: readonly Paragraph[]): string[] {
  const to = paragraphs.slice(0, MOST_RECIPIENTS).findIndex((paragraph) => TO.test(paragraph.text));
  const sent = recipientsStart(paragraphs);
  return [...(to < 0 ? [] : listAt(paragraphs, to, TO)), ...listAt(paragraphs, sent, OPENING)];
}

function listAt(paragraphs: readonly Paragraph[], start: number, opening: RegExp): string[] {
  const list: string[] = [];
  for (const [i, { text }] of paragraphs.slice(start, start + MOST_RECIPIENTS).entries()) {
    const line = i === 0 ? text.replace(opening, "") : text;
    if (SIGNATURE.test(line) || (i > 0 && !ITEM.test(line))) break;
    for (const item of line.split(/;(?: |$)/u)) {
      const name = item
        .replace(ITEM, "")
        .replace(/[.;]+$/u, "")
        .trim();
      if (name !== "") list.push(name);
    }
  }
  return list;
}
