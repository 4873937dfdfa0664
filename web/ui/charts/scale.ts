/** Maps a value between two figures to a place between two pixels. */
export const linear =
  (from: readonly [number, number], to: readonly [number, number]) =>
  (value: number): number =>
    to[0] + ((value - from[0]) / (from[1] - from[0] || 1)) * (to[1] - to[0]);

/** Round steps (1, 2, 5 × 10ⁿ) that cover 0 to `max` in at most `count` steps; the last is the top of the axis. */
export function ticks(max: number, count = 3): number[] {
  const rough = Math.max(max, 1) / count;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((n) => n * magnitude).find((n) => n >= rough) ?? rough);
  const top = Math.max(1, Math.ceil(max / step));
  return Array.from({ length: top }, (_, at) => (at + 1) * step);
}

/** An SVG path through points, one decimal of a pixel. */
export const path = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y], at) => `${at === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`).join("");
