import type { CallPreview, QueueEntry, QueueView } from "@moc/contract/gate/queue.ts";
import type { Direction } from "@moc/contract/gate/trip.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useDeferredValue, useRef, useState } from "react";
import { orpc } from "../../../shell/api.ts";
import { Read } from "../../../shell/read.tsx";
import { Button } from "../../../ui/button.tsx";
import type { Seen } from "../../../ui/drawn-rows.ts";
import { useHotkey } from "../../../ui/hotkey.ts";
import { Icon } from "../../../ui/icon.tsx";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { Segments } from "../../../ui/segments.tsx";
import { EmptyState } from "../../../ui/states.tsx";
import { refusalTo } from "../speak.ts";
import { OrderNotes } from "../steering/order-notes.tsx";
import { PaperNotes } from "../steering/paper-notes.tsx";
import { AutomaticBar } from "./automatic-bar.tsx";
import { CallBar } from "./call-bar.tsx";
import { DivertDialog } from "./divert-dialog.tsx";
import { divertTexts } from "./divert-texts.ts";
import { ExceptionsList } from "./exceptions-list.tsx";
import { PlaceHistory } from "./place-history.tsx";
import { QueueHead } from "./queue-head.tsx";
import { useQueuePages } from "./queue-pages.ts";
import { QueueTable } from "./queue-table.tsx";
import { queueTexts } from "./queue-texts.ts";
import { SlotsPanel } from "./slots-panel.tsx";
import "./queue.css";
import "./queue-table.css";
import "./place-history.css";

type Filter = { stream: string; search: string };
const everything: Filter = { stream: "", search: "" };
const directionOf = (value: string): Direction => (value === "import" ? "import" : "export");

/** Screen 2: one queue, in the order in which it will be called. */
export function QueueScreen() {
  const t = useTexts(queueTexts);
  const params = useParams({ from: "/queue/$route/$direction" });
  const direction = directionOf(params.direction);
  const [filter, setFilter] = useState(everything);
  const search = useDeferredValue(filter.search.trim());
  const { queue, onSee, ...read } = useQueuePages({
    route: params.route,
    direction,
    stream: filter.stream,
    search,
  });
  // A page of rows that comes in is drawn when nothing more urgent is: keys and scrolling are answered first.
  const rows = useDeferredValue(read.rows);
  const [count, setCount] = useState<number>();
  const preview = useQuery({
    ...orpc.gate.previewCall.queryOptions({
      input: { route: params.route, direction, ...(count !== undefined && { count }) },
    }),
    enabled: direction === "export",
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
  });
  return (
    <>
      {!queue.data && <h1 className="vh">{t("crumb")}</h1>}
      <Read of={queue} rows={16} widths={[30, 90, 150, 90, 100, 160, 120]}>
        {(view) => (
          <>
            <QueueHead queue={view} />
            <OrderNotes orders={view.orders} />
            <PaperNotes modes={view.paper} />
            <Bar queue={view} filter={filter} onFilter={setFilter} />
            <Body
              key={`${params.route}${direction}`}
              queue={view}
              rows={rows}
              onSee={onSee}
              preview={preview.data}
              filtered={filter.stream !== "" || search !== ""}
              onCount={setCount}
              onClear={() => setFilter(everything)}
            />
          </>
        )}
      </Read>
    </>
  );
}

function Bar(props: { queue: QueueView; filter: Filter; onFilter: (filter: Filter) => void }) {
  const t = useTexts(queueTexts);
  const { lang } = useLanguage();
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const { queue, filter, onFilter } = props;
  const d = useTexts(divertTexts);
  const [diverting, setDiverting] = useState(false);
  useHotkey("/", () => field.current?.focus());
  return (
    <div className="qbar">
      <Segments
        label={t("direction")}
        value={queue.direction}
        options={[
          { value: "export", label: t("export") },
          { value: "import", label: t("import") },
        ]}
        onPick={(direction) =>
          void navigate({ to: "/queue/$route/$direction", params: { route: queue.route, direction } })
        }
      />
      <Segments
        label={t("stream")}
        value={filter.stream}
        options={[
          { value: "", label: t("allStreams") },
          ...queue.streams.map((stream) => ({
            value: stream.key,
            label: stream.name[lang],
            count: stream.waiting,
          })),
        ]}
        onPick={(stream) => onFilter({ ...filter, stream })}
      />
      <label className="field grow">
        <Icon name="search" />
        <span className="vh">{t("search")}</span>
        <input
          ref={field}
          type="search"
          placeholder={t("search")}
          value={filter.search}
          onChange={(event) => onFilter({ ...filter, search: event.target.value })}
        />
        <kbd aria-hidden="true">/</kbd>
      </label>
      <span className="sp" />
      {queue.direction === "export" && (
        <Button
          look="quiet"
          icon="right"
          refusal={refusalTo(queue.may, "divert_queue", lang)}
          onClick={() => setDiverting(true)}
        >
          {d("open")}
        </Button>
      )}
      <Button look="quiet" icon="print" onClick={() => print()}>
        {t("print")}
      </Button>
      {diverting && <DivertDialog queue={queue} onClose={() => setDiverting(false)} />}
    </div>
  );
}

function Body(props: {
  queue: QueueView;
  rows: readonly (QueueEntry | undefined)[];
  onSee: (seen: Seen) => void;
  preview: CallPreview | undefined;
  filtered: boolean;
  onCount: (count: number | undefined) => void;
  onClear: () => void;
}) {
  const t = useTexts(queueTexts);
  const navigate = useNavigate();
  const { queue, preview } = props;
  const [selected, setSelected] = useState<string>();
  const entry = props.rows.find((row) => row?.trip.id === selected);
  return (
    <div className={entry ? "qgrid" : "qgrid alone"}>
      <section className="qmain">
        {preview && queue.direction === "export" && (
          <CallBar queue={queue} preview={preview} rows={queue.rows} onCount={props.onCount} />
        )}
        {queue.direction === "export" && <AutomaticBar route={queue.route} direction={queue.direction} />}
        {queue.matching === 0 ? (
          <NoRows filtered={props.filtered} onClear={props.onClear} />
        ) : (
          <QueueTable
            label={t("crumb")}
            rows={props.rows}
            onSee={props.onSee}
            streams={queue.streams}
            called={preview?.called ?? []}
            selected={selected}
            onSelect={(row) => setSelected(row.trip.id)}
            onOpen={(row) => void navigate({ to: "/trips/$trip", params: { trip: row.trip.id } })}
          />
        )}
        <div className="tfoot">
          <span className="num">{t("shown", { shown: queue.matching, all: queue.waiting })}</span>
          <span className="kh">
            <kbd>J</kbd> <kbd>K</kbd> {t("move")}
          </span>
          <span className="kh">
            <kbd>Enter</kbd> {t("open")}
          </span>
          <span className="sp">{t("rule")}</span>
        </div>
        <SlotsPanel queue={queue} />
        <ExceptionsList exceptions={queue.exceptions} />
      </section>
      {entry && <PlaceHistory entry={entry} queue={queue} />}
    </div>
  );
}

function NoRows({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  const t = useTexts(queueTexts);
  if (!filtered) {
    return (
      <EmptyState icon="gate" title={t("empty")}>
        {t("emptyWhy")}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon="filter" title={t("noMatch")} action={<Button onClick={onClear}>{t("clear")}</Button>}>
      {t("noMatchWhy")}
    </EmptyState>
  );
}
