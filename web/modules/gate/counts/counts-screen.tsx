import type { CountedRoute, CountRecord } from "@moc/contract/gate/count.ts";
import type { May } from "@moc/contract/values/may.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { orpc } from "../../../shell/api.ts";
import { useAsOf } from "../../../shell/as-of.ts";
import { useNames } from "../../../shell/names.ts";
import { Read } from "../../../shell/read.tsx";
import { Button } from "../../../ui/button.tsx";
import { noonOf, weekday } from "../../../ui/format.ts";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { EmptyState } from "../../../ui/states.tsx";
import { type Column, Table } from "../../../ui/table.tsx";
import type { Lang, Say } from "../../../ui/text.ts";
import { mayOf } from "../speak.ts";
import { CountDialog, type Picked, RecordCount } from "./count-dialogs.tsx";
import { countTexts } from "./count-texts.ts";
import { countText } from "./count-words.ts";
import "./counts.css";

/** Railways, markets and openings day by day: what was counted, by whom it was told, and which days nobody entered. */
export function CountsScreen() {
  const t = useTexts(countTexts);
  const { asOf } = useAsOf();
  const counts = useQuery({
    ...orpc.gate.readCounts.queryOptions({ input: { to: asOf } }),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });
  return (
    <div className="room counts">
      <header className="counts-head">
        <h1>{t("title")}</h1>
        <p className="muted">{t("apart")}</p>
      </header>
      <Read of={counts} rows={14} widths={[180, 90, 90]}>
        {({ routes, may }) => <Counts routes={routes} may={may} />}
      </Read>
    </div>
  );
}

function Counts({ routes, may }: { routes: readonly CountedRoute[]; may: readonly May[] }) {
  const t = useTexts(countTexts);
  const { lang } = useLanguage();
  const names = useNames();
  const [picked, setPicked] = useState<Picked>();
  const allowed = mayOf(may, "record_count")?.allowed === true;
  const close = () => setPicked(undefined);
  return (
    <>
      {routes.length === 0 && (
        <EmptyState icon="figures" title={t("none")}>
          {t("noneWhy")}
        </EmptyState>
      )}
      <div className="counts-places">
        {routes.map((route) => (
          <Panel key={route.route} title={names(route.route)} note={t(allowed ? "howToEnter" : "howToRead")}>
            <Table
              label={names(route.route)}
              columns={columnsOf({ t, lang, route, allowed, onPick: setPicked })}
              rows={route.days}
              rowKey={({ day }) => day}
            />
          </Panel>
        ))}
      </div>
      {picked !== undefined && picked.records.length === 0 && <RecordCount picked={picked} onClose={close} />}
      {picked !== undefined && picked.records.length > 0 && (
        <CountDialog picked={picked} allowed={allowed} onClose={close} />
      )}
    </>
  );
}

type Day = CountedRoute["days"][number];
type Cells = {
  t: Say<typeof countTexts>;
  lang: Lang;
  route: CountedRoute;
  allowed: boolean;
  onPick: (picked: Picked) => void;
};

const columnsOf = (cells: Cells): readonly Column<Day>[] => [
  {
    id: "day",
    head: cells.t("day"),
    className: "wide",
    cell: ({ day }) => <span className="num">{weekday(cells.lang, noonOf(day))}</span>,
  },
  ...(["export", "import"] as const).map(
    (way): Column<Day> => ({
      id: way,
      head: cells.t(way),
      align: "right",
      cell: (day) => (
        <Cell {...cells} picked={{ ...cells.route, day: day.day, direction: way, records: day[way] }} />
      ),
    }),
  ),
];

/** A figure that opens its records, or a gap that opens the form which fills it. */
function Cell({ t, lang, allowed, onPick, picked }: Omit<Cells, "route"> & { picked: Picked }) {
  const last = picked.records.at(-1);
  if (last === undefined)
    return allowed ? (
      <Button look="link" className="unknown" onClick={() => onPick(picked)}>
        {t("missing")}
      </Button>
    ) : (
      <span className="unknown">{t("missing")}</span>
    );
  return (
    <>
      <Marks t={t} of={last} />{" "}
      <Button look="link" onClick={() => onPick(picked)}>
        {last.passed === null ? t("unknown") : countText(last.passed, picked.unit, lang)}
      </Button>
    </>
  );
}

function Marks({ t, of }: { t: Cells["t"]; of: CountRecord }) {
  return (
    <>
      {of.number > 0 && <span className="muted small">{t("mark", { n: of.number })}</span>}{" "}
      {of.simulated && <span className="illus">{t("simulated")}</span>}
    </>
  );
}
