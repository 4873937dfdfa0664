/** The number or bullet in front of a paragraph. A smaller level stands higher. */
export interface Marker {
  readonly level: number;
  /** Length of the marker with the space after it. */
  readonly length: number;
}

/** Level of a paragraph without a marker: below all numbered ones. */
export const UNMARKED = 9;

const FORMS: readonly (readonly [level: number, pattern: RegExp])[] = [
  [0, /^(?:Phần (?:thứ \p{L}+|[IVX]+|\d+)|Chương [IVX\d]+)[.:]? ?/u],
  [1, /^(?:[IVXLC]{1,6}[.)]|Điều \d{1,3}[.:]) ?/u],
  [3, /^\d{1,2}\.\d{1,2}(?:\.\d{1,2}){0,2}[.)]? /u],
  [2, /^\d{1,2}[.)] ?/u],
  [3, /^\(\d{1,2}\) ?/u],
  [4, /^\(?[a-zđ]\) ?/u],
  [5, /^[-–—•▪●○◦‣] ?/u],
  [6, /^\+ ?/u],
];

/** The marker of a paragraph; level UNMARKED and length 0 when it has none. */
export function markerOf(text: string): Marker {
  for (const [level, pattern] of FORMS) {
    const match = pattern.exec(text);
    if (match !== null) return { level, length: match[0].length };
  }
  return { level: UNMARKED, length: 0 };
}
