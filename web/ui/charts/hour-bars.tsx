import type { ReactNode } from "react";
import { linear, path, ticks } from "./scale.ts";

/** One hour of the day: what passed, and the usual band of comparable days when there are any. */
export type HourBar = {
  hour: number;
  value: number;
  usual?: { low: number; middle: number; high: number } | undefined;
  forecast?: number | undefined;
};

const box = { left: 30, right: 432, top: 14, bottom: 104, height: 124 };

/** Bars by hour with the usual band behind and a line at now. `label` speaks what the drawing shows. */
export function HourBars(props: {
  bars: readonly HourBar[];
  tone: "out" | "in";
  label: string;
  now?: { hour: number; text: string } | undefined;
}) {
  const { bars, tone } = props;
  const most = Math.max(1, ...bars.flatMap((bar) => [bar.value, bar.usual?.high ?? 0, bar.forecast ?? 0]));
  const steps = ticks(most);
  const y = linear([0, steps.at(-1) ?? 1], [box.bottom, box.top]);
  const slot = (box.right - box.left) / Math.max(1, bars.length);
  const middle = (at: number) => box.left + slot * (at + 0.5);
  const width = slot * 0.6;
  const banded = bars.flatMap((bar, at) => (bar.usual ? [{ at, ...bar.usual }] : []));
  const bar = (at: number, value: number, className: string): ReactNode =>
    value > 0 && (
      <rect
        key={`${className}${at}`}
        x={middle(at) - width / 2}
        width={width}
        y={y(value)}
        height={box.bottom - y(value)}
        className={className}
      />
    );
  return (
    <svg className="hours" viewBox={`0 0 440 ${box.height}`} role="img" aria-label={props.label}>
      {steps.map((step) => (
        <g key={step}>
          <path d={`M${box.left} ${y(step)}H${box.right}`} className="rule" />
          <text x="24" y={y(step) + 4} textAnchor="end" className="ax">
            {step}
          </text>
        </g>
      ))}
      {banded.length > 1 && (
        <path
          className="band"
          d={`${path([
            ...banded.map((one) => [middle(one.at), y(one.high)] as const),
            ...banded.toReversed().map((one) => [middle(one.at), y(one.low)] as const),
          ])}Z`}
        />
      )}
      {bars.map((one, at) => bar(at, one.forecast ?? 0, `fc ${tone}`))}
      {bars.map((one, at) => bar(at, one.value, tone))}
      {banded.length > 1 && (
        <path className="med" d={path(banded.map((one) => [middle(one.at), y(one.middle)]))} />
      )}
      <path d={`M${box.left} ${box.bottom}H${box.right}`} className="base" />
      {props.now && <NowLine x={nowAt(props.now.hour, bars, slot)} text={props.now.text} />}
      {bars.map((one, at) => (
        <text key={one.hour} x={middle(at)} y="119" textAnchor="middle" className="ax">
          {one.hour}
        </text>
      ))}
    </svg>
  );
}

const nowAt = (hour: number, bars: readonly HourBar[], slot: number): number =>
  box.left + slot * Math.min(bars.length, Math.max(0, hour - (bars[0]?.hour ?? 0)));

const NowLine = ({ x, text }: { x: number; text: string }) => (
  <>
    <path d={`M${x} 4V${box.bottom}`} className="now" />
    <text x={x > 380 ? x - 4 : x + 4} y="12" textAnchor={x > 380 ? "end" : "start"} className="nowt">
      {text}
    </text>
  </>
);
