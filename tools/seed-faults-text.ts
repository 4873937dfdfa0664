/** One fault: in `file` (relative to the engine's folder) the only occurrence of `find` becomes `replace`. */
export interface Fault {
  file: string;
  /** What is now wrong, in words. */
  what: string;
  find: string;
  replace: string;
  /** Which occurrence, from 0, when `find` is not unique. */
  nth?: number;
}

function offsetsOf(text: string, find: string): number[] {
  const offsets: number[] = [];
  for (let at = text.indexOf(find); at >= 0; at = text.indexOf(find, at + 1)) offsets.push(at);
  return offsets;
}

/**
 * The text with the fault in it. Throws when the place is missing or ambiguous, so that a list that has gone
 * stale fails loudly and does not count as caught.
 */
export function applyFault(text: string, fault: Fault): string {
  const offsets = offsetsOf(text, fault.find);
  if (fault.nth === undefined && offsets.length !== 1) {
    throw new Error(
      `${fault.file}: "${fault.find}" occurs ${offsets.length} times, expected once (${fault.what})`,
    );
  }
  const at = offsets[fault.nth ?? 0];
  if (at === undefined)
    throw new Error(`${fault.file}: no occurrence ${fault.nth} of "${fault.find}" (${fault.what})`);
  return text.slice(0, at) + fault.replace + text.slice(at + fault.find.length);
}

/** Operators that a slip of the hand exchanges; each pair is tried in one direction. */
const slips: readonly (readonly [RegExp, string])[] = [
  [/ < /g, " <= "],
  [/ <= /g, " < "],
  [/ > /g, " >= "],
  [/ >= /g, " > "],
  [/ === /g, " !== "],
  [/ !== /g, " === "],
  [/ \+ /g, " - "],
  [/ - /g, " + "],
  [/ && /g, " || "],
  [/ \|\| /g, " && "],
  [/ \+ 1\b/g, " + 2"],
  [/ - 1\b/g, ""],
  [/\bMath\.max\(/g, "Math.min("],
  [/\bMath\.min\(/g, "Math.max("],
  [/\btrue\b/g, "false"],
  [/\bfalse\b/g, "true"],
];

/** Comments and types carry no behaviour; a slip there would be an idle mutant. */
function idle(line: string): boolean {
  return (
    /^\s*(\/\/|\*|\/\*|import |export type |type |export interface |interface )/.test(line) ||
    /^\s*\w+\??: [\w| []"]+;$/.test(line)
  );
}

/** A small seeded generator (mulberry32): the same seed draws the same faults. */
function drawing(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function slipsIn(source: { file: string; text: string }): Fault[] {
  const found: Fault[] = [];
  let lineStart = 0;
  source.text.split("\n").forEach((line, index) => {
    if (!idle(line)) {
      for (const [pattern, replacement] of slips) {
        for (const match of line.matchAll(pattern)) {
          const nth = offsetsOf(source.text, match[0]).indexOf(lineStart + match.index);
          const what = `line ${index + 1}: "${match[0].trim()}" became "${replacement.trim()}"`;
          found.push({ file: source.file, what, find: match[0], replace: replacement, nth });
        }
      }
    }
    lineStart += line.length + 1;
  });
  return found;
}

/** Draws `count` different slips from all sources; fewer when there are not so many. */
export function randomFaults(
  sources: readonly { file: string; text: string }[],
  count: number,
  seed: number,
): Fault[] {
  const all = sources.flatMap(slipsIn);
  const draw = drawing(seed);
  const drawn: Fault[] = [];
  while (drawn.length < count && all.length > 0)
    drawn.push(...all.splice(Math.floor(draw() * all.length), 1));
  return drawn;
}
