/** A line that carries text: [start, end) in the repaired text, without the spaces around it. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly indented: boolean;
  /** No empty line stands between this line and the one before or after it. */
  readonly touchesPrevious: boolean;
  readonly touchesNext: boolean;
}

const MARKDOWN_LEAD = /^(?:#{1,6} |> ?)+/;
const PAGE_NUMBER = /^(?:[-–— ]*\d{1,3}[-–— ]*|(?:trang|page) \d{1,4}(?: ?\/ ?\d{1,4})?)$/iu;
const UPPER_START = /^["“(]?\p{Lu}/u;
const SENTENCE_END = /[.…!?]["”)]?$/u;
/** Footnotes of official documents are a source or a short list; a longer block is text again. */
const LONGEST_FOOTNOTE = 6;

/** Splits repaired text into its lines with text, in order. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let previousFilled = false;
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf("\n", start);
    const stop = newline < 0 ? text.length : newline;
    const raw = text.slice(start, stop);
    const trimmed = raw.trim();
    if (trimmed !== "") {
      const lead = MARKDOWN_LEAD.exec(trimmed)?.[0].length ?? 0;
      const offset = start + raw.length - raw.trimStart().length + lead;
      const body = trimmed.slice(lead);
      if (body !== "") {
        lines.push({
          start: offset,
          end: offset + body.length,
          text: body,
          indented: raw.startsWith(" "),
          touchesPrevious: previousFilled,
          touchesNext: nextLineFilled(text, stop),
        });
      }
    }
    previousFilled = trimmed !== "";
    start = stop + 1;
  }
  return lines;
}

function nextLineFilled(text: string, stop: number): boolean {
  if (stop >= text.length) return false;
  for (let i = stop + 1; i < text.length && text[i] !== "\n"; i += 1) if (text[i] !== " ") return true;
  return false;
}

/** The running text and, apart, the footnotes; page numbers and footnote marks are gone. */
export function withoutResidue(lines: readonly Line[]): { body: Line[]; notes: Line[][] } {
  const body: Line[] = [];
  const notes: Line[][] = [];
  const marksSeen = new Set<string>();
  let noted = 0;
  for (const [i, line] of lines.entries()) {
    if (i < noted) continue;
    if (!PAGE_NUMBER.test(line.text)) {
      body.push(line);
      continue;
    }
    const mark = line.text.replace(/\D/g, "");
    const next = lines[i + 1];
    const opensNote =
      next !== undefined && line.touchesNext && !line.touchesPrevious && UPPER_START.test(next.text);
    if (opensNote && marksSeen.has(mark)) {
      const note = footnoteAfter(lines, i + 1);
      notes.push(note);
      noted = i + 1 + note.length;
    }
    marksSeen.add(mark);
  }
  return { body, notes };
}

function footnoteAfter(lines: readonly Line[], first: number): Line[] {
  const note: Line[] = [];
  for (const line of lines.slice(first, first + LONGEST_FOOTNOTE)) {
    if (PAGE_NUMBER.test(line.text)) break;
    if (note.length > 0 && line.indented && UPPER_START.test(line.text)) break;
    note.push(line);
    if (SENTENCE_END.test(line.text)) break;
  }
  return note;
}
