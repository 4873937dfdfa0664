import { wait } from "../../../ui/format.ts";
import { useTexts } from "../../../ui/language.tsx";
import { Num } from "../../../ui/num.tsx";
import { type Column, Table } from "../../../ui/table.tsx";
import { Tag } from "../../../ui/tag.tsx";
import type { Say } from "../../../ui/text.ts";
import type { BorderModel, BorderRoute } from "./border-model.ts";
import { borderTexts } from "./border-texts.ts";

const minutes = (value: number | null) => (value === null ? <Num value={null} /> : wait(value));

type Props = { model: BorderModel; onOpen: (key: string) => void };

const columnsOf = (t: Say<typeof borderTexts>, onOpen: Props["onOpen"]): readonly Column<BorderRoute>[] => [
  {
    id: "route",
    head: t("route"),
    className: "wide",
    cell: (route) => (
      <a
        className="strong"
        href={route.href}
        onClick={(event) => {
          event.preventDefault();
          onOpen(route.key);
        }}
      >
        {route.name}
      </a>
    ),
  },
  {
    id: "state",
    head: t("state"),
    cell: ({ status }) => (
      <Tag tone={status.tone} glyph={status.glyph}>
        {status.word}
      </Tag>
    ),
  },
  {
    id: "order",
    head: t("order"),
    className: "wrap told-order",
    cell: ({ order }) => order && [order.title, ...order.lines].join(" "),
  },
  { id: "queueOut", head: t("queueOut"), align: "right", cell: (route) => <Num value={route.queue.out} /> },
  { id: "waitOut", head: t("waitOut"), align: "right", cell: (route) => minutes(route.wait.out.minutes) },
  { id: "queueIn", head: t("queueIn"), align: "right", cell: (route) => <Num value={route.queue.in} /> },
  { id: "waitIn", head: t("waitIn"), align: "right", cell: (route) => minutes(route.wait.in.minutes) },
  { id: "flowOut", head: t("flowOut"), align: "right", cell: (route) => <Num value={route.flow.out} /> },
  { id: "flowIn", head: t("flowIn"), align: "right", cell: (route) => <Num value={route.flow.in} /> },
  { id: "counted", head: t("counted"), className: "wide", cell: (route) => route.counted },
  {
    id: "yard",
    head: t("yard"),
    cell: ({ yard }) =>
      yard && (
        <>
          {yard.name} <Num value={yard.vehicles} /> / <Num value={yard.capacity} />
        </>
      ),
  },
  { id: "lanes", head: t("lanes"), cell: (route) => route.note },
  {
    id: "counterpart",
    head: t("counterpart"),
    cell: ({ counterpart }) => (
      <>
        {counterpart.name} <span className="zh muted">{counterpart.zh}</span>
      </>
    ),
  },
];

/** The content of the schematic as a table: the same figures, for screen readers, narrow screens and print. */
export function BorderTable({ model, onOpen }: Props) {
  const t = useTexts(borderTexts);
  return (
    <Table
      label={t("mapLabel")}
      columns={columnsOf(t, onOpen)}
      rows={model.routes}
      rowKey={(route) => route.key}
      onOpen={(route) => onOpen(route.key)}
    />
  );
}

/** What the lines and marks of the schematic mean; `perBead` vehicles to a bead. */
export function BorderLegend({ perBead }: { perBead: number }) {
  const t = useTexts(borderTexts);
  return (
    <div className="legend">
      <span className="lg">
        <svg width="34" height="8" viewBox="0 0 34 8" aria-hidden="true">
          <path d="M0 4H34" className="ln o" />
        </svg>
        {t("laneOrdinary")}
      </span>
      <span className="lg">
        <svg width="34" height="8" viewBox="0 0 34 8" aria-hidden="true">
          <path d="M0 4H34" className="ln a0" />
          <path d="M2 4H34" className="ln a" />
        </svg>
        {t("laneGuided")}
      </span>
      <span className="lg">
        <svg width="34" height="8" viewBox="0 0 34 8" aria-hidden="true">
          <path d="M0 4H34" className="ln s" />
        </svg>
        {t("laneOversize")}
      </span>
      <span className="lg">
        <svg width="34" height="9" viewBox="0 0 34 9" aria-hidden="true">
          <rect x=".5" y="1" width="33" height="7" className="ln p" />
        </svg>
        {t("lanePlanned")}
      </span>
      <span className="lg">
        <svg width="34" height="10" viewBox="0 0 34 10" aria-hidden="true">
          <path d="M0 2H34M0 8H34" className="ln u" />
        </svg>
        {t("laneUnknown")}
      </span>
      <span className="lg">
        <i className="bd o" />
        {t("beadOut", { n: perBead })}
      </span>
      <span className="lg">
        <i className="bd n" />
        {t("beadIn", { n: perBead })}
      </span>
      <span className="lg">
        <i className="cu" aria-hidden="true">
          ?
        </i>
        {t("capacityUnknown")}
      </span>
    </div>
  );
}
