import { linear } from "./scale.ts";

/** A place in a queue from `at` (ms since epoch) on; 1 is the head. */
export type PlacePoint = { at: number; place: number };

const box = { left: 30, right: 272, top: 8, bottom: 84 };

/** The place over time as steps, the head of the queue on top. `end` is the last instant drawn. */
export function PlaceLine(props: {
  points: readonly PlacePoint[];
  end: number;
  label: string;
  hour: (at: number) => string;
  called?: string | undefined;
}) {
  const { points, end } = props;
  const start = points[0]?.at ?? end - 1;
  const worst = Math.max(2, ...points.map((point) => point.place));
  const x = linear([start, Math.max(end, start + 60_000)], [box.left, box.right]);
  const y = linear([1, worst], [box.top, box.bottom]);
  const steps = points
    .map(
      (point, at) =>
        `${at === 0 ? `M${x(point.at).toFixed(1)} ` : `H${x(point.at).toFixed(1)}V`}${y(point.place).toFixed(1)}`,
    )
    .join("");
  const last = points.at(-1);
  const marks = [0, 1 / 3, 2 / 3, 1].map((part) => start + part * (Math.max(end, start + 60_000) - start));
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
      {marks.map((at, index) => (
        <text key={at} x={x(at)} y="104" textAnchor={index === 0 ? "start" : index === 3 ? "end" : "middle"}>
          {props.hour(at)}
        </text>
      ))}
      {last && <path d={`${steps}H${x(end).toFixed(1)}`} className="line" />}
      {last && <circle cx={x(end)} cy={y(last.place)} r="3.5" className="point" />}
      {props.called && last && (
        <text x={x(end) - 6} y={y(last.place) + 16} textAnchor="end" className="strong">
          {props.called}
        </text>
      )}
    </svg>
  );
}
