import type { OperationsView } from "@moc/contract/gate/operations.ts";
import { marks } from "@moc/contract/values/sentence.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { orpc } from "../../../shell/api.ts";
import { useAsOf } from "../../../shell/as-of.ts";
import { Read } from "../../../shell/read.tsx";
import { useZoneClock } from "../../../shell/zone.tsx";
import { Button } from "../../../ui/button.tsx";
import { clock, figure, noonOf, wait, weekday } from "../../../ui/format.ts";
import { Rich, useLanguage, useTexts } from "../../../ui/language.tsx";
import { Num } from "../../../ui/num.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { type Column, Table } from "../../../ui/table.tsx";
import { Tag } from "../../../ui/tag.tsx";
import type { Lang, Say } from "../../../ui/text.ts";
import { CountLines } from "../counts/count-lines.tsx";
import { Alerts } from "../operations/alerts.tsx";
import { borderOf } from "../operations/border-from-view.ts";
import type { BorderRoute } from "../operations/border-model.ts";
import { useOpenRoute } from "../operations/open-route.ts";
import { todayInWords } from "./in-words.ts";
import { todayTexts } from "./today-texts.ts";
import "./today.css";

/** Screen 9: the border on one page, for a phone before a meeting and for paper. */
export function TodayScreen() {
  const { asOf } = useAsOf();
  const operations = useQuery({
    ...orpc.gate.readOperations.queryOptions({ input: { asOf } }),
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
  });
  return (
    <div className="room today">
      <Read of={operations} rows={12} widths={[260, 90, 90]}>
        {(read) => <Today view={read} />}
      </Read>
    </div>
  );
}

function Today({ view }: { view: OperationsView }) {
  const t = useTexts(todayTexts);
  const { lang } = useLanguage();
  const { asOf } = useAsOf();
  const zone = useZoneClock();
  return (
    <>
      <header className="today-head">
        <div>
          <h1>{t("title")}</h1>
          <p className="muted num">
            {weekday(lang, noonOf(view.day))}
            {marks[lang].comma}
            {asOf ? t("endOf") : t("at", { time: clock(view.now) })}
          </p>
        </div>
        <Button className="noprint" icon="print" onClick={() => print()}>
          {t("print")}
        </Button>
      </header>
      <div className="today-words">
        {todayInWords(view, lang).map((sentence) => (
          <p key={sentence}>
            <Rich text={sentence} />
          </p>
        ))}
        {zone?.mode === "demo" && <p className="muted small">{t("simulated")}</p>}
      </div>
      <Routes view={view} />
      <CountLines
        shown={view.day}
        lines={view.routes.flatMap(({ key, shortName, counted }) =>
          counted === null ? [] : [{ key, name: shortName[lang], ...counted }],
        )}
      />
      <Alerts view={view} most={5} />
      <LatestBulletin />
    </>
  );
}

const columnsOf = (t: Say<typeof todayTexts>, lang: Lang): readonly Column<BorderRoute>[] => [
  { id: "route", head: t("route"), className: "wrap", cell: (route) => <b>{route.name}</b> },
  {
    id: "state",
    head: t("state"),
    cell: ({ status }) => (
      <Tag tone={status.tone} glyph={status.glyph}>
        {status.word}
      </Tag>
    ),
  },
  { id: "waiting", head: t("waiting"), align: "right", cell: ({ queue }) => <Num value={queue.out} /> },
  {
    id: "wait",
    head: t("wait"),
    align: "right",
    cell: ({ wait: { out } }) => (out.minutes === null ? <Num value={null} /> : wait(out.minutes)),
  },
  {
    id: "lastHour",
    head: t("lastHour"),
    align: "right",
    cell: ({ flow }) =>
      [flow.out, flow.in].map((count) => (count === null ? "?" : figure(lang, count))).join("\u00A0·\u00A0"),
  },
];

function Routes({ view }: { view: OperationsView }) {
  const t = useTexts(todayTexts);
  const { lang } = useLanguage();
  const open = useOpenRoute(view);
  return (
    <Panel title={t("routes")}>
      <Table
        label={t("routes")}
        columns={columnsOf(t, lang)}
        rows={borderOf(view, lang).model.routes}
        rowKey={(route) => route.key}
        onOpen={({ key }) => open(key)}
      />
    </Panel>
  );
}

/** What the last day came to that was reported; before the first report there is nothing to show. */
function LatestBulletin() {
  const t = useTexts(todayTexts);
  const { lang } = useLanguage();
  const latest = useQuery(orpc.gate.readLatestBulletin.queryOptions({ input: {} }));
  const issued = latest.data?.bulletin.records.at(-1);
  if (!issued) return null;
  const { lines } = issued.figures;
  const n = (value: number | null) => (value === null ? "?" : figure(lang, value));
  const told = { out: n(lines.exports), into: n(lines.imports), left: n(lines.backlog) };
  return (
    <Panel title={t("bulletin")}>
      <div className="today-line">
        <p>
          <Rich text={t("bulletinLine", { day: weekday(lang, noonOf(issued.day)), ...told })} />
        </p>
        <Link className="btn sm noprint" to="/bulletin">
          {t("openBulletin")}
        </Link>
      </div>
    </Panel>
  );
}
