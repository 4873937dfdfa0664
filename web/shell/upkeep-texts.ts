import type { Texts } from "../ui/text.ts";

export const upkeepTexts = {
  title: { vi: "Vận hành hệ thống", en: "Running the system", zh: "系统运维" },
  measured: { vi: "đo lúc {at}", en: "measured {at}", zh: "测量于{at}" },
  alarm: { vi: "Báo động", en: "Alarm", zh: "警报" },
  warn: { vi: "Cảnh báo", en: "Warning", zh: "预警" },
  quiet: { vi: "Bình thường", en: "Normal", zh: "正常" },
  mend: { vi: "Cách khắc phục:", en: "Mend:", zh: "处理办法：" },
  never: { vi: "chưa lần nào", en: "never yet", zh: "从未" },
  last: { vi: "lần cuối {at}", en: "last {at}", zh: "最近 {at}" },
  above: {
    vi: "cảnh báo trên {warn}, báo động trên {alarm}",
    en: "warning above {warn}, alarm above {alarm}",
    zh: "超过{warn}预警，超过{alarm}报警",
  },
  below: {
    vi: "cảnh báo dưới {warn}, báo động dưới {alarm}",
    en: "warning below {warn}, alarm below {alarm}",
    zh: "低于{warn}预警，低于{alarm}报警",
  },
  seconds: { vi: "{n} giây", en: "{n} s", zh: "{n}秒" },
  events: { vi: "{n} sự kiện", en: "{n} {n|event|events}", zh: "{n}个事件" },
  hours: { vi: "{n} giờ", en: "{n} h", zh: "{n}小时" },
  backUp: { vi: "Sao lưu ngay", en: "Back up now", zh: "立即备份" },
  backingUp: { vi: "Đang sao lưu", en: "Backing up", zh: "正在备份" },
  backedUp: {
    vi: "Đã sao lưu {rows} dòng vào {file}.",
    en: "{rows} rows are backed up in {file}.",
    zh: "已将{rows}行备份至 {file}。",
  },
} as const satisfies Texts;
