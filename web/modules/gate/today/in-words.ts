import type { OperationsView, RouteStatus } from "@moc/contract/gate/operations.ts";
import { listed, marks } from "@moc/contract/values/sentence.ts";
import { figure, minuteOfDay } from "../../../ui/format.ts";
import { type Lang, speaker, type Texts } from "../../../ui/text.ts";
import { usualByNow } from "../operations/usual.ts";

const texts = {
  passed: {
    vi: "*{out}* xe đã xuất và *{into}* xe đã nhập từ nửa đêm.",
    en: "*{out}* vehicles have gone out and *{into}* have come in since midnight.",
    zh: "零时以来出口*{out}*辆，进口*{into}*辆。",
  },
  asUsual: {
    vi: "Xuất như ngày thường vào giờ này ({low}–{high}).",
    en: "Exports are as usual for this hour ({low}–{high}).",
    zh: "出口与平日此时相当（{low}–{high}）。",
  },
  fewer: {
    vi: "Xuất ít hơn ngày thường vào giờ này ({low}–{high}).",
    en: "Exports are fewer than usual for this hour ({low}–{high}).",
    zh: "出口少于平日此时（{low}–{high}）。",
  },
  more: {
    vi: "Xuất nhiều hơn ngày thường vào giờ này ({low}–{high}).",
    en: "Exports are more than usual for this hour ({low}–{high}).",
    zh: "出口多于平日此时（{low}–{high}）。",
  },
  noUsual: {
    vi: "Chưa đủ ngày để nói thế nào là thường.",
    en: "There are not yet enough days to say what is usual.",
    zh: "数据天数不足，尚无法与平日比较。",
  },
  waiting: {
    vi: "Còn *{n}* xe chờ xuất, trong đó *{durian}* xe sầu riêng.",
    en: "*{n}* {n|vehicle waits|vehicles wait} to go out, *{durian}* of them with durian.",
    zh: "待出口*{n}*辆，其中榴莲*{durian}*辆。",
  },
  nobody: { vi: "Không còn xe nào chờ xuất.", en: "No vehicle waits to go out.", zh: "无待出口车辆。" },
  congested: { vi: "Ùn ứ: {routes}.", en: "Backlog at {routes}.", zh: "积压：{routes}。" },
  calm: { vi: "Không lối nào ùn ứ.", en: "No route has a backlog.", zh: "各通道无积压。" },
  closed: { vi: "Đang đóng: {routes}.", en: "Closed now: {routes}.", zh: "现已关闭：{routes}。" },
  registered: {
    vi: "Chỉ nhận xe đăng ký trước: {routes}.",
    en: "Registered vehicles only: {routes}.",
    zh: "仅限预约车辆：{routes}。",
  },
} as const satisfies Texts;

function againstUsual(view: OperationsView, lang: Lang): string {
  const say = speaker(texts, lang);
  const exports = view.hourly.find((one) => one.direction === "export");
  const usual = exports && usualByNow(exports, minuteOfDay(view.now));
  if (usual === undefined) return say("noUsual");
  const count = view.figures.exportPassages;
  const band = { low: figure(lang, usual.low), high: figure(lang, usual.high) };
  if (count < usual.low) return say("fewer", band);
  return say(count > usual.high ? "more" : "asUsual", band);
}

/** The border now in a few sentences, for whoever has two minutes; figures between asterisks are set strong. */
export function todayInWords(view: OperationsView, lang: Lang): string[] {
  const say = speaker(texts, lang);
  const n = (value: number) => figure(lang, value);
  const { exportPassages, importPassages, exportWaiting, durianWaiting } = view.figures;
  const those = (status: RouteStatus) => {
    const routes = view.routes.filter((route) => route.cargo === "active" && route.status === status);
    return listed(
      lang,
      routes.map((route) => route.shortName[lang]),
    );
  };
  const [congested, closed, registered] = [those("congested"), those("closed"), those("pre_registered")];
  return [
    [say("passed", { out: n(exportPassages), into: n(importPassages) }), againstUsual(view, lang)].join(
      marks[lang].gap,
    ),
    exportWaiting === 0 ? say("nobody") : say("waiting", { n: exportWaiting, durian: n(durianWaiting) }),
    congested === "" ? say("calm") : say("congested", { routes: congested }),
    ...(closed === "" ? [] : [say("closed", { routes: closed })]),
    ...(registered === "" ? [] : [say("registered", { routes: registered })]),
  ];
}
