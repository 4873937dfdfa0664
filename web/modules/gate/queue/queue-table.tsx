import { traceWords } from "@moc/contract/gate/messages/exception.ts";
import { passedOverWords } from "@moc/contract/gate/messages/passed-over-words.ts";
import type { QueueEntry, Stream } from "@moc/contract/gate/queue.ts";
import { useMemo } from "react";
import type { Seen } from "../../../ui/drawn-rows.ts";
import { clock, wait } from "../../../ui/format.ts";
import { Glyph } from "../../../ui/glyph.tsx";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { type Column, Table } from "../../../ui/table.tsx";
import type { Lang, Say } from "../../../ui/text.ts";
import { type KindOf, useCheckKinds } from "../check-kinds.ts";
import { goodsText, plateText, tonnes } from "../speak.ts";
import { ChecksCell } from "./checks-cell.tsx";
import { queueTexts } from "./queue-texts.ts";

/** Waits longer than this are marked: four hours, the line above which the operations screen raises an alert. */
const late = 240;

type Speech = { t: Say<typeof queueTexts>; lang: Lang; streams: readonly Stream[]; kindOf: KindOf };

const marks = ["d", "k", "e"];

function columnsOf({ t, lang, streams, kindOf }: Speech): readonly Column<QueueEntry>[] {
  return [
    { id: "place", head: t("place"), className: "pos num", cell: (row) => row.place },
    {
      id: "plate",
      head: t("plate"),
      cell: (row) => <span className="plate num">{plateText(row.trip.plate)}</span>,
    },
    {
      id: "goods",
      head: t("goods"),
      className: "gd",
      cell: ({ trip }) => (
        <>
          {goodsText(trip.goods, lang) ?? <span className="warn">{t("goodsUnknown")}</span>}
          {trip.weightKg !== null && <span className="kg num">{tonnes(lang, trip.weightKg)}</span>}
        </>
      ),
    },
    {
      id: "stream",
      head: t("stream"),
      cell: ({ trip }) => {
        const at = streams.findIndex((stream) => stream.key === trip.stream);
        return <span className={`strm ${marks[at] ?? "u"}`}>{streams[at]?.name[lang] ?? t("unsorted")}</span>;
      },
    },
    {
      id: "since",
      head: t("since"),
      align: "right",
      className: "since num",
      cell: (row) => (
        <>
          {row.trip.liveAt && clock(row.trip.liveAt)}
          <span className={row.waitedMinutes >= late ? "late" : ""}>
            {row.waitedMinutes >= late && <Glyph name="tri" />}
            {wait(row.waitedMinutes)}
          </span>
        </>
      ),
    },
    {
      id: "checks",
      head: t("checks"),
      cell: (row) => <ChecksCell checks={row.trip.checks} kindOf={kindOf} />,
    },
    {
      id: "note",
      head: t("note"),
      cell: (row) => <Note row={row} />,
    },
  ];
}

/** What sets a truck apart from the plain order of arrival, and what holds it. */
function Note({ row }: { row: QueueEntry }) {
  const t = useTexts(queueTexts);
  const { lang } = useLanguage();
  return (
    <>
      {row.way === "slot" && (
        <span className="chg">
          <Glyph name="wait" />
          {t("slotHolder")}
        </span>
      )}
      {row.way === "priority" && (
        <span className="chg">
          <Glyph name="flag" />
          {traceWords.priority[lang]}
        </span>
      )}
      {row.passedOver && (
        <span className="chg warn">
          <Glyph name={row.passedOver === "goods_unknown" ? "unk" : "hold"} />
          {passedOverWords[row.passedOver][lang]}
        </span>
      )}
    </>
  );
}

/** The queue in the order of calling; who would be called now stands above the call line, marked at the left. */
export function QueueTable(props: {
  label: string;
  rows: readonly (QueueEntry | undefined)[];
  streams: readonly Stream[];
  called: readonly string[];
  selected: string | undefined;
  onSee: (seen: Seen) => void;
  onSelect: (row: QueueEntry) => void;
  onOpen: (row: QueueEntry) => void;
}) {
  const t = useTexts(queueTexts);
  const { lang } = useLanguage();
  const kindOf = useCheckKinds();
  const { streams } = props;
  // Their counts change with every arrival, their names do not.
  const named = streams.map(({ key, name }) => `${key} ${name[lang]}`).join();
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- `named` stands for the streams
  const columns = useMemo(() => columnsOf({ t, lang, streams, kindOf }), [t, lang, named, kindOf]);
  const called = new Set(props.called);
  const lastAt = props.rows.findLastIndex((row) => row !== undefined && called.has(row.trip.id));
  const last = props.rows[lastAt]?.trip.id;
  const passed = lastAt + 1 - called.size;
  const cut = passed > 0 ? t("cut", { n: called.size, passed }) : t("cutAll", { n: called.size });
  return (
    <Table
      className="q"
      label={props.label}
      columns={columns}
      rows={props.rows}
      rowKey={(row) => row.trip.id}
      rowClass={(row) => (called.has(row.trip.id) ? "go" : "")}
      cut={last === undefined ? undefined : { below: last, text: cut }}
      selected={props.selected}
      onSee={props.onSee}
      onSelect={props.onSelect}
      onOpen={props.onOpen}
    />
  );
}
