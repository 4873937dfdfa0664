import type { Texts } from "../../../ui/text.ts";

export const todayTexts = {
  title: { vi: "Hôm nay trên một trang", en: "Today, on one page", zh: "今日一页通" },
  at: {
    vi: "đến {time}, giờ {here.time}",
    en: "by {time}, {here.time} time",
    zh: "截至{here.time}时间{time}",
  },
  endOf: { vi: "đến hết ngày", en: "to the end of the day", zh: "截至当日末" },
  print: { vi: "In", en: "Print", zh: "打印" },
  simulated: {
    vi: "Số liệu mô phỏng, không phải của cửa khẩu thật.",
    en: "Simulated figures, not those of the real gates.",
    zh: "模拟数据，非真实口岸数据。",
  },
  routes: { vi: "Từng lối", en: "By route", zh: "各通道" },
  route: { vi: "Lối", en: "Route", zh: "通道" },
  state: { vi: "Trạng thái", en: "State", zh: "状态" },
  waiting: { vi: "Chờ xuất", en: "Waiting", zh: "待出口" },
  wait: { vi: "Chờ, trung vị", en: "Wait, median", zh: "等候中位数" },
  lastHour: { vi: "Giờ qua, xuất · nhập", en: "Last hour, out · in", zh: "近一小时出·进" },
  bulletin: { vi: "Bản tin gần nhất", en: "The latest bulletin", zh: "最近日报" },
  bulletinLine: {
    vi: "Ngày {day}: xuất *{out}* xe, nhập *{into}* xe, tồn *{left}* xe.",
    en: "{day}: *{out}* out, *{into}* in, *{left}* left waiting.",
    zh: "{day}：出口*{out}*辆，进口*{into}*辆，滞留*{left}*辆。",
  },
  openBulletin: { vi: "Mở bản tin", en: "Open the bulletin", zh: "打开日报" },
} as const satisfies Texts;
