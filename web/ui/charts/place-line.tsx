import { linear } from "./scale.ts";

/** A place in a queue from `at` (ms since epoch) on; 1 is the head. */
export type PlacePoint = { at: number; place: number };

const box = { left: 30, right: 272, top: 8, bottom: 84 };

/**
 * The place over time as steps, the head of the queue on top. `end` is the last instant drawn, told on the axis alone:
 * beside its point it would lie over the line.
 */
export function PlaceLine(props: {
  points: readonly PlacePoint[];
  end: number;
  label: string;
  hour: (at: number) => string;
}) {
  const { points, end } = props;
  const start = points[0]?.at ?? end - 1;
  const worst = Math.max(2, ...points.map((point) => point.place));
  const until = Math.max(end, start + 60_000);
  const x = linear([start, until], [box.left, box.right]);
  const y = linear([1, worst], [box.top, box.bottom]);
  const steps = points
    .map(
      (point, at) =>
        `${at === 0 ? `M${x(point.at).toFixed(1)} ` : `H${x(point.at).toFixed(1)}V`}${y(point.place).toFixed(1)}`,
    )
    .join("");
  const last = points.at(-1);
  const marks = [
    { at: start, anchor: "start" },
    { at: (start + until) / 2, anchor: "middle" },
    { at: until, anchor: "end" },
  ] as const;
  const places = [...new Set([1, Math.round((1 + worst) / 2), worst])];
  return (
    <svg className="places" viewBox="0 0 280 108" role="img" aria-label={props.label}>
      {places.map((place) => (
        <g key={place}>
          <path d={`M${box.left} ${y(place)}H${box.right}`} className="rule" />
          <text x="24" y={y(place) + 4} textAnchor="end">
            {place}
          </text>
        </g>
      ))}
      {marks.map(({ at, anchor }) => (
        <text key={at} x={x(at)} y="104" textAnchor={anchor}>
          {props.hour(at)}
        </text>
      ))}
      {last && <path d={`${steps}H${x(end).toFixed(1)}`} className="line" />}
      {last && <circle cx={x(end)} cy={y(last.place)} r="3.5" className="point" />}
    </svg>
  );
}
