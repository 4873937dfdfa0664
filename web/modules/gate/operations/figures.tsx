import type { OperationsView } from "@moc/contract/gate/operations.ts";
import type { ReactNode } from "react";
import { Spark } from "../../../ui/charts/spark.tsx";
import { figure, wait } from "../../../ui/format.ts";
import { Rich, useLanguage, useTexts } from "../../../ui/language.tsx";
import type { Texts } from "../../../ui/text.ts";

const texts = {
  label: { vi: "Chỉ số hôm nay", en: "Figures of today", zh: "今日数据" },
  exports: { vi: "Lượt xe xuất hôm nay", en: "Export passages today", zh: "今日出口车次" },
  exportsNote: {
    vi: "quả tươi *{fruit}*, hàng khác *{other}*",
    en: "fresh fruit *{fruit}*, other goods *{other}*",
    zh: "鲜果 *{fruit}*，其他 *{other}*",
  },
  imports: { vi: "Lượt xe nhập hôm nay", en: "Import passages today", zh: "今日进口车次" },
  importsNote: {
    vi: "xe mới *{fresh}*, còn ở cửa khẩu *{waiting}*",
    en: "new vehicles *{fresh}*, still at the gates *{waiting}*",
    zh: "新车 *{fresh}*，尚在口岸 *{waiting}*",
  },
  waiting: { vi: "Xe tồn chờ xuất", en: "Exports waiting", zh: "待出口车辆" },
  waitingNote: {
    vi: "sầu riêng *{durian}*, chưa rõ hàng *{unknown}*",
    en: "durian *{durian}*, goods unknown *{unknown}*",
    zh: "榴莲 *{durian}*，货物不详 *{unknown}*",
  },
  wait: { vi: "Chờ xuất, trung vị và P90", en: "Export wait, median and P90", zh: "出口等候：中位数与P90" },
  waitNote: {
    vi: "*{n}* xe đã qua, tính từ lúc đến",
    en: "*{n}* crossed, since arrival",
    zh: "已过境 *{n}* 辆，自到达起",
  },
  waitNone: { vi: "chưa có xe nào qua hôm nay", en: "nothing has crossed today yet", zh: "今日尚无车辆过境" },
  arrivals: { vi: "Xe xuất đến hôm nay", en: "Export arrivals today", zh: "今日到达出口车辆" },
  arrivalsNote: { vi: "đến có xác nhận hai tín hiệu", en: "confirmed by two signals", zh: "经两路信号确认" },
  abroad: {
    vi: "Xe {here.adjective} ở bên kia",
    en: "{here.Adjective} trucks abroad",
    zh: "境外{here.adjective}车辆",
  },
  abroadNote: {
    vi: "lượt qua Km0: ra *{out}*, vào *{in}*; chưa cài thu phí",
    en: "Km0 passages: *{out}* out, *{in}* in; no fee step yet",
    zh: "零公里处辆次：出 *{out}*，入 *{in}*；收费环节未启用",
  },
} as const satisfies Texts;

type Item = { label: string; value: ReactNode; note: string; spark?: ReactNode };

const running = (view: OperationsView, direction: "export" | "import"): number[] => {
  const hours = view.hourly.find((one) => one.direction === direction)?.hours ?? [];
  let sum = 0;
  return hours.map((hour) => (sum += hour.count));
};

/** The six figures of the day; every one names what it counts. */
export function Figures({ view }: { view: OperationsView }) {
  const t = useTexts(texts);
  const { lang } = useLanguage();
  const f = view.figures;
  const n = (value: number) => figure(lang, value);
  const { medianMinutes, p90Minutes, cases } = f.exportWait;
  const items: readonly Item[] = [
    {
      label: t("exports"),
      value: n(f.exportPassages),
      note: t("exportsNote", { fruit: f.exportFruit, other: f.exportPassages - f.exportFruit }),
      spark: <Spark values={running(view, "export")} tone="out" />,
    },
    {
      label: t("imports"),
      value: n(f.importPassages),
      note: t("importsNote", { fresh: f.newVehicles, waiting: f.newVehiclesWaiting }),
      spark: <Spark values={running(view, "import")} tone="in" />,
    },
    {
      label: t("waiting"),
      value: n(f.exportWaiting),
      note: t("waitingNote", { durian: f.durianWaiting, unknown: f.goodsUnknownWaiting }),
    },
    {
      label: t("wait"),
      value:
        medianMinutes === null ? (
          "?"
        ) : (
          <>
            {wait(medianMinutes)} <small>/ {p90Minutes === null ? "?" : wait(p90Minutes)}</small>
          </>
        ),
      note: cases === 0 ? t("waitNone") : t("waitNote", { n: cases }),
    },
    { label: t("arrivals"), value: n(f.arrivals), note: t("arrivalsNote") },
    { label: t("abroad"), value: n(f.abroad), note: t("abroadNote", f.kmZero) },
  ];
  return (
    <section className="kpis" aria-label={t("label")}>
      {items.map((item) => (
        <div className="k" key={item.label}>
          <span className="kl">{item.label}</span>
          <span className="kv num">{item.value}</span>
          {item.spark ?? <span />}
          <span className="kd">
            <Rich text={item.note} />
          </span>
        </div>
      ))}
    </section>
  );
}
