import { linear, path } from "./scale.ts";

/** A line of the day without an axis; the figure stands beside it. `tone` is the direction's colour. */
export function Spark({ values, tone }: { values: readonly number[]; tone: "out" | "in" }) {
  if (values.length < 2 || !values.some((value) => value > 0)) return null;
  const x = linear([0, values.length - 1], [2, 62]);
  const y = linear([Math.min(...values), Math.max(...values)], [20, 3]);
  const points = values.map((value, at) => [x(at), y(value)] as const);
  const [lastX, lastY] = points.at(-1) ?? [62, 3];
  return (
    <svg className={`spark ${tone}`} viewBox="0 0 64 22" aria-hidden="true">
      <path d={path(points)} />
      <circle cx={lastX} cy={lastY} r="2" />
    </svg>
  );
}
