import type { MouseEvent } from "react";
import { wait } from "../../../ui/format.ts";
import { Glyph } from "../../../ui/glyph.tsx";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { type Band, frame, type Layout, layoutBorder, type Row } from "./border-layout.ts";
import type { BorderModel, BorderSides, Wait } from "./border-model.ts";
import { Lanes, Markers, Queue, Rails } from "./border-road.tsx";
import { borderTexts } from "./border-texts.ts";

const columns = { out: 744, in: 822, flowOut: 862, flowIn: 892 };

type Props = { model: BorderModel; sides: BorderSides | undefined; onOpen: (key: string) => void };

/** The border as a metro map: this side left, the other right, every route a link that speaks its state. */
export function BorderMap({ model, sides, onOpen }: Props) {
  const t = useTexts(borderTexts);
  const layout = layoutBorder(model);
  return (
    <svg
      className="map"
      viewBox={`0 0 ${frame.width} ${layout.height}`}
      role="group"
      aria-label={t("mapLabel")}
    >
      <g aria-hidden="true">
        <rect
          x={frame.border}
          y="0"
          width={frame.foreign - frame.border}
          height={layout.height}
          className="foreign"
        />
        <Head sides={sides} />
        <Trunk layout={layout} />
        {layout.rows.map((row) => (
          <RowDrawing key={row.route.key} row={row} />
        ))}
        {layout.bands.map((band) => (
          <BandDrawing key={`${band.top}`} band={band} />
        ))}
        <path d={`M${frame.border} ${frame.head}V${layout.height}`} className="bl0" />
        <path d={`M${frame.border} ${frame.head}V${layout.height}`} className="bl" />
        {layout.rows.map((row) => (
          <Markers key={row.route.key} row={row} />
        ))}
      </g>
      {layout.rows.map((row) => (
        <RouteLink key={row.route.key} row={row} onOpen={onOpen} />
      ))}
    </svg>
  );
}

function Head({ sides }: Pick<Props, "sides">) {
  const t = useTexts(borderTexts);
  const { lang } = useLanguage();
  return (
    <>
      <text x="14" y="18" className="side">
        {t("here").toLocaleUpperCase(lang)}
      </text>
      <text x="14" y="33" className="sub">
        {sides?.province[lang]}
      </text>
      <text x="504" y="18" className="side">
        {t("across").toLocaleUpperCase(lang)}
      </text>
      <text x="504" y="33" className="sub">
        {sides?.counterpart.vi} <tspan className="zh">{sides?.counterpart.zh}</tspan>
      </text>
      {(
        [
          [columns.out, t("waitOut"), t("median")],
          [columns.in, t("waitIn"), t("median")],
          [columns.flowIn, t("lastHour"), t("outIn")],
        ] as const
      ).map(([x, head, sub]) => (
        <g key={x}>
          <text x={x} y="18" textAnchor="end" className="head">
            {head}
          </text>
          <text x={x} y="33" textAnchor="end" className="sub">
            {sub}
          </text>
        </g>
      ))}
      <path d={`M0 ${frame.head}H${frame.width}`} className="hr" />
    </>
  );
}

/** The trunk road along the border, with a branch to every route that is reached by road. */
function Trunk({ layout }: { layout: Layout }) {
  const { trunk, road } = frame;
  const roads = layout.rows.filter((row) => row.route.mode === "road");
  const first = roads[0];
  if (!first) return null;
  return (
    <>
      <path d={`M${trunk} ${layout.height}V${first.mid + 14}q0-14 14-14H${road}`} className="trunk" />
      {roads.slice(1).map((row) => (
        <path key={row.route.key} d={`M${trunk} ${row.mid + 16}q0-16 16-16H${road}`} className="trunk" />
      ))}
    </>
  );
}

function RowDrawing({ row }: { row: Row }) {
  const { route } = row;
  const line = `M${frame.yard} ${row.bottom}H${frame.border - 30}M${frame.foreign} ${row.bottom}H${frame.width}`;
  return (
    <>
      <path d={line} className="hr2" />
      <text x="521" y={row.name} className="cn">
        {route.counterpart.name}
        <tspan className="zh sub" dx="6">
          {route.counterpart.zh}
        </tspan>
      </text>
      {route.mode === "rail" ? <Rails row={row} /> : <Lanes row={row} />}
      {route.counted !== null && (
        <text x={frame.yard + 10} y={row.mid + 19} className="lab">
          {route.counted}
        </text>
      )}
      {route.yard && <Yard row={row} />}
      <Queue row={row} />
      <Pill row={row} />
      <WaitColumn x={columns.out} row={row} value={route.wait.out} />
      <WaitColumn x={columns.in} row={row} value={route.wait.in} />
      <text x={columns.flowOut} y={row.mid + 3} textAnchor="end" className="big">
        {route.flow.out ?? "?"}
      </text>
      <text x={columns.flowIn} y={row.mid + 3} textAnchor="end" className="big">
        {route.flow.in ?? "?"}
      </text>
    </>
  );
}

function Yard({ row }: { row: Row }) {
  const t = useTexts(borderTexts);
  const { yard } = row.route;
  const y = row.mid - 18;
  if (!yard) return null;
  return (
    <>
      <rect x={frame.yard} y={y} width="122" height="36" rx="4" className="yard" />
      <text x={frame.yard + 10} y={y + 15} className="lab" {...squeezed(yard.name, 104)}>
        {yard.name}
      </text>
      <text x={frame.yard + 10} y={y + 30} className="val">
        <tspan className="vb">{yard.vehicles ?? "?"}</tspan> {t("vehicles")}
      </text>
      {yard.capacity === null ? (
        <>
          <rect x={frame.yard + 84} y={y + 22} width="28" height="9" rx="1" className="capu" />
          <text x={frame.yard + 98} y={y + 30} textAnchor="middle" className="q">
            ?
          </text>
        </>
      ) : (
        <>
          <rect x={frame.yard + 84} y={y + 22} width="28" height="9" rx="1" className="cap0" />
          <rect
            x={frame.yard + 84}
            y={y + 22}
            width={28 * Math.min(1, (yard.vehicles ?? 0) / Math.max(1, yard.capacity))}
            height="9"
            rx="1"
            className="cap1"
          />
        </>
      )}
    </>
  );
}

/** Width of a text by its letters; Chinese characters are about twice as wide. Enough to keep texts apart. */
const widthOf = (text: string, letter: number): number =>
  [...text].reduce((sum, one) => sum + (one > "\u2E80" ? letter * 1.9 : letter), 0);

/** Draws a long name narrower rather than over its box. */
const squeezed = (text: string, room: number) =>
  widthOf(text, 6.4) > room ? { textLength: room, lengthAdjust: "spacingAndGlyphs" as const } : {};

const pillWidth = (word: string): number => 29 + widthOf(word, 6.2);

/** The state of the route, at the right above its lanes. */
function Pill({ row }: { row: Row }) {
  const { status } = row.route;
  const width = pillWidth(status.word);
  return (
    <g className={`pill ${status.tone}`} transform={`translate(${456 - width} ${row.name - 13})`}>
      <rect width={width} height="18" rx="3" />
      <Glyph name={status.glyph} x={5} y={3.5} width={11} height={11} />
      <text x="20" y="13">
        {status.word}
      </text>
    </g>
  );
}

/** Whether name, note and state fit on one line; else the note is left to the table. */
const noteFits = ({ name, note, status }: Row["route"]): boolean =>
  frame.yard + widthOf(name, 7.3) + 8 + widthOf(note, 6) < 448 - pillWidth(status.word);

function WaitColumn({ x, row, value }: { x: number; row: Row; value: Wait }) {
  const worse = value.forecast !== null && value.minutes !== null && value.forecast > value.minutes;
  return (
    <>
      {value.tone && (
        <Glyph name="tri" x={x - 66} y={row.mid - 8} width={12} height={12} className={value.tone} />
      )}
      <text x={x} y={row.mid + 3} textAnchor="end" className={`big ${value.tone ?? ""}`}>
        {value.minutes === null ? "?" : wait(value.minutes)}
      </text>
      {value.forecast !== null && (
        <text x={x} y={row.mid + 20} textAnchor="end" className={`sub ${worse ? (value.tone ?? "") : ""}`}>
          ≈ {wait(value.forecast)}
        </text>
      )}
    </>
  );
}

/** Below a route: the park on the trunk road that feeds it, and the order that binds it. */
function BandDrawing({ band }: { band: Band }) {
  const t = useTexts(borderTexts);
  const y = band.top + (band.order ? 26 : 18);
  return (
    <>
      {band.park && (
        <>
          {band.order?.park === band.park.key && <path d={`M${frame.trunk + 8} ${y}H212`} className="ordl" />}
          <circle cx={frame.trunk} cy={y} r="7" className="stn big" />
          <text x="48" y={band.order ? y - 8 : y + 4} className="lab">
            {band.park.name}
            <tspan className="val" {...(band.order ? { x: 48, dy: 24 } : { dx: 10 })}>
              <tspan className="vb">{band.park.vehicles ?? "?"}</tspan> {t("held")}
            </tspan>
          </text>
        </>
      )}
      {band.order && (
        <g className="ob">
          <rect x="212" y={band.top + 4} width="244" height="56" rx="3" />
          <path d={`M213.5 ${band.top + 4}v56`} className="obl" />
          <Glyph name="hold" x={224} y={band.top + 12} width={12} height={12} />
          <text x="242" y={band.top + 22} className="obt">
            {band.order.title}
          </text>
          {band.order.lines.slice(0, 2).map((line, at) => (
            <text key={line} x="224" y={band.top + 39 + at * 14} className="obd">
              {line}
            </text>
          ))}
        </g>
      )}
    </>
  );
}

function RouteLink({ row, onOpen }: { row: Row; onOpen: (key: string) => void }) {
  const { route } = row;
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onOpen(route.key);
  };
  return (
    <a href={route.href} aria-label={route.spoken} onClick={open}>
      <rect
        x={frame.yard - 8}
        y={row.top + 2}
        width={frame.width - frame.yard + 4}
        height={row.bottom - row.top - 4}
        className="hit"
        rx="3"
      />
      <text x={frame.yard} y={row.name} className="name" aria-hidden="true">
        {route.name}
        <tspan className="sub" dx="8">
          {noteFits(route) ? route.note : ""}
        </tspan>
      </text>
    </a>
  );
}
