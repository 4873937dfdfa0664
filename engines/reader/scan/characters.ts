/** Text with, for each of its UTF-16 units, where in the original the unit begins (`from`) and ends (`to`). */
export interface Mapped {
  readonly text: string;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

/** Code points that scanners and converters put in place of the right ones. */
const REPLACED = new Map<number, number>([
  [0x01a2, 0x01af], // Ƣ for Ư: fonts of old PDF converters
  [0x01a3, 0x01b0], // ƣ for ư
  [0x00d0, 0x0110], // Ð (Icelandic eth) for Đ
  [0x00f0, 0x0111], // ð for đ
  [0x0189, 0x0110], // Ɖ (African D) for Đ
  [0x2010, 0x2d],
  [0x2011, 0x2d],
  [0x2212, 0x2d],
  [0x007c, 0x20], // bars of a table
  [0x0009, 0x20],
  [0x00a0, 0x20],
  [0x202f, 0x20],
  [0x3000, 0x20],
  [0x000b, 0x0a],
  [0x000c, 0x0a],
  [0x0085, 0x0a],
  [0x2028, 0x0a],
  [0x2029, 0x0a],
  [0x000d, 0x0a],
]);
/** Longest run of combining marks that is composed; a longer one is no Vietnamese letter. */
const MAX_MARKS = 4;

/** * _ ` \\ of Markdown, DEL, soft hyphen. */
const MARKUP = new Set([0x2a, 0x5f, 0x60, 0x5c, 0x7f, 0xad]);

const isCombining = (code: number): boolean => code >= 0x0300 && code <= 0x036f;
const isSpaceLike = (code: number): boolean => code >= 0x2000 && code <= 0x200a;

/** Emphasis marks of Markdown, invisible characters and controls carry no meaning and would split words. */
function isDropped(code: number): boolean {
  if (code < 0x20) return code !== 0x0a;
  if (MARKUP.has(code)) return true;
  if (code < 0x200b) return false;
  return (
    code <= 0x200f ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2069) ||
    code === 0xfeff
  );
}

/** What becomes of each UTF-16 unit: itself, its replacement, or DROP. */
const DROP = 0;
const FATE = Uint16Array.from({ length: 0x1_0000 }, (_, code) => {
  const unit = REPLACED.get(code) ?? (isSpaceLike(code) ? 0x20 : code);
  return isDropped(unit) ? DROP : unit;
});

/** Replaces wrong code points, composes split letters (NFC) and drops marks, keeping the way back to the original. */
export function repairCharacters(original: string): Mapped {
  const length = original.length;
  const units = new Uint16Array(length);
  const from = new Uint32Array(length);
  const to = new Uint32Array(length);
  let size = 0;
  const put = (unit: number, start: number, end: number): void => {
    units[size] = unit;
    from[size] = start;
    to[size] = end;
    size += 1;
  };
  for (let i = 0; i < length; ) {
    const code = original.charCodeAt(i);
    const fate = FATE[code] ?? DROP;
    if (fate === code && !(i + 1 < length && isCombining(original.charCodeAt(i + 1)))) {
      units[size] = code;
      from[size] = i;
      i += 1;
      to[size] = i;
      size += 1;
      continue;
    }
    let end = i + 1;
    while (end < length && end - i <= MAX_MARKS && isCombining(original.charCodeAt(end))) end += 1;
    if (end > i + 1) {
      const raw = original.slice(i, end);
      const nfc = raw.normalize("NFC");
      const composed = nfc.length <= raw.length ? nfc : raw;
      for (let k = 0; k < composed.length; k += 1) put(composed.charCodeAt(k), i, end);
    } else if (code === 0x0d && original.charCodeAt(end) === 0x0a) {
      end += 1;
      put(0x0a, i, end);
    } else {
      if (fate !== DROP) put(fate, i, end);
    }
    i = end;
  }
  return { text: textOf(units.subarray(0, size)), from: from.subarray(0, size), to: to.subarray(0, size) };
}

/** UTF-16 units as text. Every engine decodes little-endian units; a lone surrogate becomes one replacement mark. */
function textOf(units: Uint16Array): string {
  return new TextDecoder("utf-16le", { ignoreBOM: true }).decode(units);
}
