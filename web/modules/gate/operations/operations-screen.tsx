import type { OperationsView } from "@moc/contract/gate/operations.ts";
import { listed } from "@moc/contract/values/sentence.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { orpc } from "../../../shell/api.ts";
import { useAsOf } from "../../../shell/as-of.ts";
import { useZoneRegistry } from "../../../shell/names.ts";
import { Read } from "../../../shell/read.tsx";
import { Glyph } from "../../../ui/glyph.tsx";
import { useHotkey } from "../../../ui/hotkey.ts";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { Segments } from "../../../ui/segments.tsx";
import type { Texts } from "../../../ui/text.ts";
import { Alerts } from "./alerts.tsx";
import { borderOf } from "./border-from-view.ts";
import { layoutBorder } from "./border-layout.ts";
import { BorderMap } from "./border-map.tsx";
import { BorderLegend, BorderTable } from "./border-table.tsx";
import { DayStrip } from "./day-strip.tsx";
import { Figures } from "./figures.tsx";
import { useOpenRoute } from "./open-route.ts";
import { Overstays } from "./overstays.tsx";
import "./border.css";
import "./border-marks.css";
import "./operations.css";

const texts = {
  title: { vi: "Điều hành cửa khẩu", en: "Gate operations", zh: "口岸运行总览" },
  border: { vi: "Biên giới lúc này", en: "The border now", zh: "口岸现状" },
  borderAsOf: {
    vi: "Biên giới đến hết ngày đã chọn",
    en: "The border by the end of the chosen day",
    zh: "截至所选日期的口岸",
  },
  routes: { vi: "{n} lối có hàng", en: "{n} {n|route|routes} with cargo", zh: "{n}条货运通道" },
  quiet: {
    vi: "{names}: không thông quan hàng hóa",
    en: "{names}: no cargo passes",
    zh: "{names}：不通货物",
  },
  unknown: {
    vi: "{n} nơi chưa rõ có hàng qua",
    en: "{n} {n|place|places} where cargo is unknown",
    zh: "{n}处货运情况不详",
  },
  view: { vi: "Cách xem", en: "View", zh: "视图" },
  map: { vi: "Sơ đồ", en: "Diagram", zh: "示意图" },
  table: { vi: "Bảng", en: "Table", zh: "表格" },
} as const satisfies Texts;

/** Screen 1: the whole border at a glance, now or as of a day. */
export function OperationsScreen() {
  const t = useTexts(texts);
  const { asOf } = useAsOf();
  const operations = useQuery({
    ...orpc.gate.readOperations.queryOptions({ input: { asOf } }),
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
  });
  return (
    <>
      <h1 className="vh">{t("title")}</h1>
      <Read of={operations} rows={12} widths={[180, 260, 120, 80, 80, 60]}>
        {(read) => <OperationsBody view={read} />}
      </Read>
    </>
  );
}

/** The screen for one picture of the border. */
export function OperationsBody({ view }: { view: OperationsView }) {
  return (
    <>
      <Figures view={view} />
      <div className="ops">
        <Border view={view} />
        <DayStrip hourly={view.hourly} now={view.now} />
        <Alerts view={view} />
        <Overstays view={view} />
      </div>
    </>
  );
}

const narrow = (): boolean => typeof matchMedia === "function" && matchMedia("(max-width:760px)").matches;

function Border({ view }: { view: OperationsView }) {
  const t = useTexts(texts);
  const { lang } = useLanguage();
  const { asOf } = useAsOf();
  const open = useOpenRoute(view);
  const registry = useZoneRegistry();
  const [shape, setShape] = useState<"map" | "table">(() => (narrow() ? "table" : "map"));
  useHotkey("b", () => setShape((now) => (now === "map" ? "table" : "map")));
  const { model, all, quiet, unknown } = borderOf(view, lang);
  const shapes = [
    { value: "map", label: t("map") },
    { value: "table", label: t("table") },
  ] as const;
  return (
    <Panel
      title={t(asOf ? "borderAsOf" : "border")}
      note={t("routes", { n: model.routes.length })}
      className="mapp"
      end={
        <>
          {quiet.length > 0 && (
            <span className="tag idle quiet" title={listed(lang, quiet)}>
              <Glyph name="shut" />
              {t("quiet", { names: listed(lang, quiet) })}
            </span>
          )}
          {unknown.length > 0 && (
            <span className="tag idle quiet" title={listed(lang, unknown)}>
              <Glyph name="unk" />
              {t("unknown", { n: unknown.length })}
            </span>
          )}
          <Segments label={t("view")} value={shape} options={shapes} onPick={setShape} small />
          <kbd aria-hidden="true">B</kbd>
        </>
      }
    >
      {shape === "map" ? (
        <>
          <BorderMap model={model} sides={registry.data?.zone[0]} onOpen={open} />
          <BorderLegend perBead={layoutBorder(model).perBead} />
        </>
      ) : (
        <BorderTable model={all} onOpen={open} />
      )}
    </Panel>
  );
}
