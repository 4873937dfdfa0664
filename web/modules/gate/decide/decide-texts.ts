import type { Texts } from "../../../ui/text.ts";

export const decideTexts = {
  title: { vi: "Chưa gửi được", en: "Not sent", zh: "未发送" },
  sending: { vi: "Đang gửi: {what}", en: "Sending: {what}", zh: "正在发送：{what}" },
  notSent: { vi: "Chưa gửi: {what}", en: "Not sent: {what}", zh: "未发送：{what}" },
  waits: {
    vi: "Ghi lúc {t}; gửi ngay khi có mạng, không gửi nữa sau {end}",
    en: "Decided at {t}; sent as soon as the line is back, not after {end}",
    zh: "{t}登记；网络恢复即发送，{end}后不再发送",
  },
  refused: { vi: "Không ghi nhận: {what}", en: "Not recorded: {what}", zh: "未登记：{what}" },
  both: {
    vi: "Lúc bạn ghi: {was}. Hiện có: {stands}",
    en: "When you decided: {was}. Now: {stands}",
    zh: "您登记时：{was}。现状：{stands}",
  },
  unknown: { vi: "chưa đọc được", en: "could not be read", zh: "无法读取" },
  tooOld: {
    vi: "Đã quá 30 phút nên không gửi. Xem lại xe rồi ghi lại.",
    en: "Older than 30 minutes, so it was not sent. Look at the truck and decide again.",
    zh: "已超过30分钟，未发送。请查看车辆后重新登记。",
  },
  drop: { vi: "Bỏ, không gửi", en: "Do not send", zh: "不再发送" },
  seen: { vi: "Đã xem", en: "Seen", zh: "已阅" },
  open: { vi: "Mở xe", en: "Open the truck", zh: "打开车辆" },
  offline: {
    vi: "Mất đường truyền. Quyết định được giữ trong máy này, nhiều nhất 30 phút, và gửi khi có mạng.",
    en: "The line is down. Decisions are kept in this device, at most 30 minutes, and sent when it is back.",
    zh: "网络中断。登记结果保存在本机，最长30分钟，网络恢复后发送。",
  },
  old: {
    vi: "Trạng thái lúc {t}, có thể đã cũ.",
    en: "As it stood at {t}; it may have changed.",
    zh: "{t}的状态，可能已变。",
  },
} as const satisfies Texts;
