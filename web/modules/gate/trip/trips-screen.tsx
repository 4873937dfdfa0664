import type { TripFilter } from "@moc/contract/gate/export.ts";
import { directionWords } from "@moc/contract/gate/messages/direction-words.ts";
import { gateMessages } from "@moc/contract/gate/messages/messages.ts";
import { type TripRow, type TripState, tripStates } from "@moc/contract/gate/trip.ts";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useDeferredValue, useState } from "react";
import { client, orpc } from "../../../shell/api.ts";
import { useAsOf } from "../../../shell/as-of.ts";
import { ExportButton } from "../../../shell/export-button.tsx";
import { useNames } from "../../../shell/names.ts";
import { Read } from "../../../shell/read.tsx";
import { Button } from "../../../ui/button.tsx";
import { dayClock } from "../../../ui/format.ts";
import { Icon } from "../../../ui/icon.tsx";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { Segments } from "../../../ui/segments.tsx";
import { EmptyState } from "../../../ui/states.tsx";
import { type Column, Table } from "../../../ui/table.tsx";
import type { Lang, Say, Texts } from "../../../ui/text.ts";
import { type KindOf, useCheckKinds } from "../check-kinds.ts";
import { ChecksCell } from "../queue/checks-cell.tsx";
import { goodsText, plateText, tonnes } from "../speak.ts";
import { AlertChip, AlertOver, useAskedAlert } from "./alert-trips.tsx";
import "../queue/queue.css";
import "../queue/queue-table.css";

const texts = {
  title: { vi: "Lượt xe", en: "Trips", zh: "车次" },
  search: { vi: "Biển số, mã tờ khai, công-te-nơ", en: "Plate, code, container", zh: "车牌、编号、集装箱" },
  state: { vi: "Chặng", en: "Stage", zh: "阶段" },
  anyState: { vi: "Mọi chặng", en: "Any stage", zh: "所有阶段" },
  direction: { vi: "Chiều", en: "Direction", zh: "方向" },
  both: { vi: "Cả hai chiều", en: "Both", zh: "双向" },
  ...directionWords,
  plate: { vi: "Biển số", en: "Plate", zh: "车牌" },
  code: { vi: "Tờ khai", en: "Declaration", zh: "申报" },
  goods: { vi: "Hàng hóa", en: "Goods", zh: "货物" },
  goodsUnknown: { vi: "Chưa rõ hàng", en: "Goods unknown", zh: "货物不详" },
  route: { vi: "Lối", en: "Route", zh: "通道" },
  since: { vi: "Từ lúc", en: "Since", zh: "自" },
  checks: { vi: "Kiểm tra", en: "Checks", zh: "查验" },
  shown: {
    vi: "{shown} của {all} lượt xe, thay đổi mới nhất ở trên",
    en: "{shown} of {all} trips, newest change first",
    zh: "{shown}/{all}车次，最新变化在前",
  },
  more: { vi: "Đọc thêm", en: "Read more", zh: "加载更多" },
  none: { vi: "Không có lượt xe nào khớp", en: "No trip matches", zh: "无匹配车次" },
  noneWhy: {
    vi: "Đổi bộ lọc hoặc tìm theo một phần biển số.",
    en: "Change the filter, or search by a part of the plate.",
    zh: "请更改筛选，或按部分车牌查找。",
  },
} as const satisfies Texts;

type DirectionChoice = "both" | "export" | "import";

const columnsOf = (
  t: Say<typeof texts>,
  lang: Lang,
  names: (key: string) => string,
  kindOf: KindOf,
): readonly Column<TripRow>[] => [
  {
    id: "plate",
    head: t("plate"),
    cell: (trip) => (
      <Link className="plate num" to="/trips/$trip" params={{ trip: trip.id }}>
        {plateText(trip.plate)}
      </Link>
    ),
  },
  { id: "code", head: t("code"), cell: (trip) => <span className="num muted">{trip.code}</span> },
  {
    id: "goods",
    head: t("goods"),
    cell: (trip) => (
      <>
        {goodsText(trip.goods, lang) ?? <span className="warn">{t("goodsUnknown")}</span>}
        {trip.weightKg !== null && <span className="kg num">{tonnes(lang, trip.weightKg)}</span>}
      </>
    ),
  },
  { id: "direction", head: t("direction"), cell: (trip) => t(trip.direction) },
  { id: "route", head: t("route"), cell: (trip) => names(trip.route) },
  {
    id: "state",
    head: t("state"),
    cell: (trip) => <b className="strong">{gateMessages[lang].states[trip.state]}</b>,
  },
  {
    id: "since",
    head: t("since"),
    align: "right",
    cell: (trip) => <span className="num">{dayClock(trip.stateSince)}</span>,
  },
  { id: "checks", head: t("checks"), cell: (trip) => <ChecksCell checks={trip.checks} kindOf={kindOf} /> },
];

function useTrips(filter: TripFilter, enabled: boolean) {
  return useInfiniteQuery({
    ...orpc.gate.listTrips.infiniteOptions({
      input: (after: string | undefined) => ({ ...filter, limit: 100, ...(after && { after }) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** What narrows the list: direction, state and a text searched in plates and codes. */
function FilterBar(props: {
  direction: DirectionChoice;
  onDirection: (direction: DirectionChoice) => void;
  state: TripState | undefined;
  onState: (state: TripState | undefined) => void;
  text: string;
  onText: (text: string) => void;
}) {
  const t = useTexts(texts);
  const { lang } = useLanguage();
  return (
    <div className="qbar">
      <Segments
        label={t("direction")}
        value={props.direction}
        options={(["both", "export", "import"] as const).map((value) => ({ value, label: t(value) }))}
        onPick={props.onDirection}
      />
      <label className="choose">
        <span className="vh">{t("state")}</span>
        <select
          value={props.state ?? ""}
          onChange={(event) => props.onState(tripStates.find((one) => one === event.target.value))}
        >
          <option value="">{t("anyState")}</option>
          {tripStates.map((one) => (
            <option key={one} value={one}>
              {gateMessages[lang].states[one]}
            </option>
          ))}
        </select>
      </label>
      <label className="field grow">
        <Icon name="search" />
        <span className="vh">{t("search")}</span>
        <input
          type="search"
          placeholder={t("search")}
          value={props.text}
          onChange={(event) => props.onText(event.target.value)}
        />
      </label>
    </div>
  );
}

/** How much of the list is read, the rest of it, and all of it as a file. */
function Foot({ trips, filter }: { trips: ReturnType<typeof useTrips>; filter: TripFilter }) {
  const t = useTexts(texts);
  const { lang } = useLanguage();
  const shown = trips.data?.pages.reduce((sum, page) => sum + page.rows.length, 0) ?? 0;
  return (
    <div className="tfoot">
      <span className="num">{t("shown", { shown, all: trips.data?.pages[0]?.total ?? 0 })}</span>
      {trips.hasNextPage && (
        <Button small busy={trips.isFetchingNextPage} onClick={() => void trips.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
      {shown > 0 && <ExportButton read={() => client.gate.exportTrips({ ...filter, language: lang })} />}
    </div>
  );
}

function TripTable({ rows }: { rows: readonly TripRow[] }) {
  const t = useTexts(texts);
  const { lang } = useLanguage();
  const names = useNames();
  const kindOf = useCheckKinds();
  const navigate = useNavigate();
  const [selected, setSelected] = useState<string>();
  return (
    <Table
      className="q"
      label={t("title")}
      columns={columnsOf(t, lang, names, kindOf)}
      rows={rows}
      rowKey={(trip) => trip.id}
      selected={selected}
      onSelect={(trip) => setSelected(trip.id)}
      onOpen={(trip) => void navigate({ to: "/trips/$trip", params: { trip: trip.id } })}
    />
  );
}

/** Widths of the columns before they are there, px. */
const outline = [90, 80, 180, 60, 120, 100];

/** Every trip that the reader may see, newest change first. */
export function TripsScreen() {
  const t = useTexts(texts);
  const { asOf } = useAsOf();
  const [text, setText] = useState("");
  const [state, setState] = useState<TripState>();
  const [direction, setDirection] = useState<DirectionChoice>("both");
  const search = useDeferredValue(text.trim());
  const { asked, alert, read } = useAskedAlert();
  const filter: TripFilter = {
    ...(alert && { alert: alert.id }),
    ...(search && { search }),
    ...(state && { state }),
    ...(direction !== "both" && { direction }),
    ...(asOf && { day: asOf }),
  };
  const trips = useTrips(filter, !asked || alert !== undefined);
  const rows = trips.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <div className="fill">
      <div className="qh">
        <div className="qt">
          <h1>{t("title")}</h1>
        </div>
      </div>
      <FilterBar
        direction={direction}
        onDirection={setDirection}
        state={state}
        onState={setState}
        text={text}
        onText={setText}
      />
      {alert && (
        <div className="qbar">
          <AlertChip alert={alert} />
        </div>
      )}
      <section className="qmain">
        <Read of={read} rows={14} widths={asked ? outline : undefined}>
          {() => asked && !alert && <AlertOver />}
        </Read>
        {(!asked || alert) && (
          <>
            <Read of={trips} rows={14} widths={outline}>
              {() =>
                rows.length === 0 ? (
                  <EmptyState icon="folder" title={t("none")}>
                    {t("noneWhy")}
                  </EmptyState>
                ) : (
                  <TripTable rows={rows} />
                )
              }
            </Read>
            {trips.data && <Foot trips={trips} filter={filter} />}
          </>
        )}
      </section>
    </div>
  );
}
