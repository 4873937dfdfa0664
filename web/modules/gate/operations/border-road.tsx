import { frame, type Lane, type Row } from "./border-layout.ts";

const chevron = (x: number, y: number, to: 1 | -1) => `M${x} ${y - 3}l${4 * to} 3l${-4 * to} 3`;

/** The lanes of one route, each kind with its own line; arrows say the direction. */
export function Lanes({ row }: { row: Row }) {
  const { road, far } = frame;
  return (
    <>
      {row.lanes.map((lane) => (
        <LaneLine key={`${lane.direction}${lane.y}`} lane={lane} from={road} to={far} />
      ))}
      {row.lanes
        .filter((lane) => lane.kind !== "planned")
        .filter((lane) => lane.kind !== "unknown" || Math.abs(lane.y - row.mid) > 5)
        .map((lane) => {
          const out = lane.direction === "out";
          const y = lane.kind === "unknown" ? lane.y + (out ? -3.5 : 3.5) : lane.y;
          return (
            <g key={`arrow${lane.direction}${lane.y}`} className="chev">
              <path d={chevron(out ? road + 22 : road + 18, y, out ? 1 : -1)} />
              <path d={chevron(out ? far - 7 : far - 3, y, out ? 1 : -1)} />
            </g>
          );
        })}
    </>
  );
}

function LaneLine({ lane, from, to }: { lane: Lane; from: number; to: number }) {
  if (lane.kind === "planned") {
    return <rect x={from} y={lane.y - 3.5} width={to - from} height="7" className="ln p" />;
  }
  const line = `M${from} ${lane.y}H${to}`;
  if (lane.kind !== "guided") {
    const look = { ordinary: "o", oversize: "s", unknown: "u" }[lane.kind];
    return <path d={line} className={`ln ${look}`} />;
  }
  return (
    <>
      <path d={line} className="ln a0" />
      <path d={`M${from + 2} ${lane.y}H${to}`} className="ln a" />
    </>
  );
}

/** A railway from its station to the line. */
export function Rails({ row }: { row: Row }) {
  const line = `M${frame.yard - 4} ${row.mid}H${frame.far}`;
  return (
    <>
      <path d={line} className="railbed" />
      <path d={line} className="railtie" />
      <circle cx={frame.yard - 4} cy={row.mid} r="6" className="stn" />
    </>
  );
}

/** Queues as beads from the border backwards, the count at the tail; "?" when nobody reported one. */
export function Queue({ row }: { row: Row }) {
  const { queue, wait } = row.route;
  return (
    <>
      {(["out", "in"] as const).map((side) => (
        <g key={side}>
          {row.beads[side].map((bead) => (
            <rect
              key={`${bead.x},${bead.y}`}
              x={bead.x}
              y={bead.y - 2.5}
              width="8.5"
              height="5"
              rx="1.5"
              className={`bead ${side}`}
            />
          ))}
          {queue[side] !== 0 && (
            <text
              x={row.tail[side].x}
              y={row.tail[side].y + 4}
              textAnchor={side === "out" ? "end" : "start"}
              className={`cnt ${side} ${wait[side].tone ?? ""}`}
            >
              {queue[side] ?? "?"}
            </text>
          )}
        </g>
      ))}
    </>
  );
}

/** The two posts between which the road runs, or a ring with "?" when the marker pair is not known. */
export function Markers({ row }: { row: Row }) {
  const { markers, mode } = row.route;
  const x = frame.border;
  if (mode === "rail") return <circle cx={x} cy={row.mid} r="8" className="stn" />;
  if (!markers || markers.length === 0) {
    return (
      <>
        <circle cx={x} cy={row.mid} r="8" className="stn" />
        <text x={x} y={row.mid + 4} textAnchor="middle" className="q2">
          ?
        </text>
      </>
    );
  }
  const places = [row.mid - row.post, row.mid + row.post + 15];
  return markers.slice(0, 2).map((name, at) => {
    const foot = places[at] ?? row.mid;
    return (
      <g key={name}>
        <path d={`M${x - 23} ${foot}v-10q0-5 5-5h36q5 0 5 5v10z`} className="post" />
        <text x={x} y={foot - 3.5} textAnchor="middle" className="postt">
          {name}
        </text>
      </g>
    );
  });
}
