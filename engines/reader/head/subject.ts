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
  const kindLine = top[kindIndex];
  if (kindLine !== undefined) return afterKind(top, kindIndex, kindLine);
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

function afterKind(
  top: readonly string[],
  kindIndex: number,
  kindLine: string,
): { text: string | null; bodyStart: number } {
  const ownLine = kindLine.replace(/^[\p{Lu} ]+(?= \p{Lu}\p{Ll}|$)/u, "").trim();
  const parts = ownLine === "" ? [] : [ownLine];
  let bodyStart = kindIndex + 1;
  for (const text of top.slice(bodyStart)) {
    if (parts.length === 3) break;
    if (BODY_START.test(text) || text.length > LONGEST_TITLE || /[.;:]$/u.test(text)) break;
    if (!/^[-–—_.]+$/u.test(text)) parts.push(text);
    bodyStart += 1;
  }
  return { text: parts.length === 0 ? null : parts.join(" ").replace(/^V\/v:? ?/u, ""), bodyStart };
}
