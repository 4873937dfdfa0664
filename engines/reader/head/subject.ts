/** What can follow the subject in the head of a document. */
const BODY_START =
  /^(?:Căn cứ|Thực hiện|Kính gửi|Ngày \d|Sau khi|Tại |Để |Xét|Theo |I\. |1\. |Phần|Hôm nay|Trong|Vừa qua|Chiều|Sáng|Phát biểu|\()/u;
const LETTER_SUBJECT = /V\/v:? ?(.+?)(?=\p{Lu}[\p{L} ]+, ngày |$)/u;
const LONGEST_TITLE = 400;

/** The subject (trích yếu) and the index of the first paragraph after the head. */
export function subjectOf(
  top: readonly string[],
  kindIndex: number,
  numbered: boolean,
): { text: string | null; bodyStart: number } {
  if (kindIndex >= 0) return afterKind(top, kindIndex);
  for (const [i, text] of top.entries()) {
    const letter = LETTER_SUBJECT.exec(text.slice(0, LONGEST_TITLE))?.[1]?.trim();
    if (letter !== undefined) return { text: letter, bodyStart: i + 1 };
  }
  const first = top[0];
  // The title of an article: a first line that is no sentence.
  const title =
    !numbered && first !== undefined && first.length <= LONGEST_TITLE / 2 && !/[.:;!?…]$/u.test(first);
  return title ? { text: first, bodyStart: 1 } : { text: null, bodyStart: 0 };
}

function afterKind(top: readonly string[], kindIndex: number): { text: string | null; bodyStart: number } {
  const ownLine = (top[kindIndex] ?? "").replace(/^[\p{Lu} ]+(?= \p{Lu}\p{Ll}|$)/u, "").trim();
  const parts = ownLine === "" ? [] : [ownLine];
  let i = kindIndex + 1;
  for (; i < top.length && parts.length < 3; i += 1) {
    const text = top[i] ?? "";
    if (BODY_START.test(text) || text.length > LONGEST_TITLE || /[.;:]$/u.test(text)) break;
    if (!/^[-–—_.]+$/u.test(text)) parts.push(text);
  }
  return { text: parts.length === 0 ? null : parts.join(" ").replace(/^V\/v:? ?/u, ""), bodyStart: i };
}
