import type { RouteView } from "@moc/contract/gate/operations.ts";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { orpc } from "../../../shell/api.ts";
import { useAsOf } from "../../../shell/as-of.ts";
import { Read } from "../../../shell/read.tsx";
import { duration } from "../../../ui/format.ts";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { Num } from "../../../ui/num.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { type Column, Table } from "../../../ui/table.tsx";
import type { Lang, Say, Texts } from "../../../ui/text.ts";

const texts = {
  title: { vi: "Hàng chờ theo lối", en: "Queues by route", zh: "各通道排队" },
  note: {
    vi: "một hàng cho mỗi lối và chiều; chọn một hàng để mở",
    en: "one queue per route and direction; choose one to open it",
    zh: "每条通道每个方向一个队列；选择以打开",
  },
  route: { vi: "Lối", en: "Route", zh: "通道" },
  exports: { vi: "Chờ xuất", en: "Exports waiting", zh: "待出口" },
  exportWait: { vi: "Chờ xuất, trung vị", en: "Export wait, median", zh: "出口等候中位数" },
  imports: { vi: "Nhập đã khai", en: "Imports announced", zh: "已申报进口" },
  importWait: { vi: "Chờ nhập, trung vị", en: "Import wait, median", zh: "进口等候中位数" },
  lastHour: { vi: "Giờ qua, xuất / nhập", en: "Last hour, exp / imp", zh: "近一小时出/进" },
  exportQueue: {
    vi: "{route}, xuất: {n} xe",
    en: "{route}, exports: {n} {n|vehicle|vehicles}",
    zh: "{route}，出口：{n}辆",
  },
  importQueue: {
    vi: "{route}, nhập: {n} xe",
    en: "{route}, imports: {n} {n|vehicle|vehicles}",
    zh: "{route}，进口：{n}辆",
  },
  open: { vi: "{n} xe", en: "{n} {n|vehicle|vehicles}", zh: "{n}辆" },
} as const satisfies Texts;

const columnsOf = (t: Say<typeof texts>, lang: Lang): readonly Column<RouteView>[] => {
  const spoken = (minutes: number | null) =>
    minutes === null ? <Num value={null} /> : duration(lang, minutes);
  const link = (route: RouteView, direction: "export" | "import") => {
    const { waiting } = route[direction];
    if (waiting === null) return <Num value={null} />;
    return (
      <Link
        className="link num"
        to="/queue/$route/$direction"
        params={{ route: route.key, direction }}
        aria-label={t(`${direction}Queue`, { route: route.shortName[lang], n: waiting })}
      >
        {t("open", { n: waiting })}
      </Link>
    );
  };
  return [
    {
      id: "route",
      head: t("route"),
      className: "wrap",
      cell: (route) => <b className="strong">{route.shortName[lang]}</b>,
      order: (a, b) => a.shortName[lang].localeCompare(b.shortName[lang], lang),
    },
    {
      id: "exports",
      head: t("exports"),
      align: "right",
      cell: (route) => link(route, "export"),
      order: (a, b) => (a.export.waiting ?? -1) - (b.export.waiting ?? -1),
    },
    {
      id: "exportWait",
      head: t("exportWait"),
      align: "right",
      cell: (route) => spoken(route.export.wait.medianMinutes),
    },
    {
      id: "imports",
      head: t("imports"),
      align: "right",
      cell: (route) => link(route, "import"),
      order: (a, b) => (a.import.waiting ?? -1) - (b.import.waiting ?? -1),
    },
    {
      id: "importWait",
      head: t("importWait"),
      align: "right",
      cell: (route) => spoken(route.import.wait.medianMinutes),
    },
    {
      id: "lastHour",
      head: t("lastHour"),
      align: "right",
      cell: (route) => (
        <span className="num">
          {route.export.lastHour ?? "?"} / {route.import.lastHour ?? "?"}
        </span>
      ),
    },
  ];
};

/** Every queue of the border, to choose from. */
export function QueuesScreen() {
  const t = useTexts(texts);
  const { lang } = useLanguage();
  const { asOf } = useAsOf();
  const operations = useQuery(orpc.gate.readOperations.queryOptions({ input: { asOf } }));
  return (
    <div className="room">
      <h1 className="vh">{t("title")}</h1>
      <Panel title={t("title")} note={t("note")}>
        <Read of={operations} widths={[220, 80, 80, 80, 80]}>
          {({ routes }) => (
            <Table
              label={t("title")}
              columns={columnsOf(t, lang)}
              rows={routes.filter((route) => route.cargo === "active")}
              rowKey={(route) => route.key}
            />
          )}
        </Read>
      </Panel>
    </div>
  );
}
