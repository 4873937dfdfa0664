import { fillSentence } from "../../values/sentence.ts";
import type { Language, LocalText } from "../../values/text.ts";
import type { TellCause, TellReason, TellState } from "../notification.ts";

/** What a message says: no name, no telephone, no plate; the trip is told by its declaration code. */
const sentences = {
  called: {
    vi: "Xe theo tờ khai {code} được gọi. Hãy vào cổng.",
    en: "The truck of declaration {code} is called. Come to the gate.",
    zh: "申报{code}的车辆已叫号，请前往卡口。",
  },
  order: {
    vi: "Có lệnh điều tiết chạm tới xe theo tờ khai {code}.",
    en: "A steering order touches the truck of declaration {code}.",
    zh: "调度令涉及申报{code}的车辆。",
  },
  missing: {
    vi: "Tờ khai {code} còn thiếu, hoặc có kiểm tra chưa đạt. Xem để bổ sung.",
    en: "Declaration {code} lacks something, or a check has not passed. Look and mend it.",
    zh: "申报{code}资料不全或查验未通过，请查看并补充。",
  },
  deadline: {
    vi: "Sắp hết giờ của xe theo tờ khai {code}.",
    en: "Time is running out for the truck of declaration {code}.",
    zh: "申报{code}的车辆时限将至。",
  },
} as const satisfies Record<TellCause, LocalText>;

export const tellCauseWords = {
  called: { vi: "Được gọi", en: "Called", zh: "叫号" },
  order: { vi: "Lệnh điều tiết", en: "Steering order", zh: "调度令" },
  missing: { vi: "Còn thiếu", en: "Something missing", zh: "资料缺失" },
  deadline: { vi: "Sắp hết giờ", en: "Deadline near", zh: "时限将至" },
} as const satisfies Record<TellCause, LocalText>;

export const tellStateWords = {
  queued: { vi: "chờ gửi", en: "to be sent", zh: "待发送" },
  sent: { vi: "đã gửi", en: "sent", zh: "已发送" },
  delivered: { vi: "đã đến máy", en: "delivered", zh: "已送达" },
  failed: { vi: "không gửi được", en: "failed", zh: "发送失败" },
  suppressed: { vi: "không gửi", en: "not sent", zh: "未发送" },
} as const satisfies Record<TellState, LocalText>;

export const tellReasonWords = {
  no_consent: { vi: "người nhận chưa đồng ý", en: "the recipient has not agreed", zh: "收件人未同意" },
  no_address: { vi: "không có số hay địa chỉ", en: "no number or address", zh: "无号码或地址" },
  no_channel: { vi: "kênh gửi chưa cài đặt", en: "no way of sending is installed", zh: "未配置发送渠道" },
  quiet_hours: {
    vi: "trong giờ yên lặng, gửi sau",
    en: "quiet hours, sent later",
    zh: "免打扰时段，稍后发送",
  },
  tried_again: { vi: "sẽ gửi lại", en: "tried again later", zh: "稍后重试" },
  refused: { vi: "máy nhận từ chối", en: "refused by the receiver", zh: "对方拒收" },
  given_up: { vi: "đã thử đủ số lần", en: "tried often enough", zh: "已达重试上限" },
  no_rule: {
    vi: "danh mục chưa nêu cách gửi lại",
    en: "no rule says how to try again",
    zh: "登记册未规定重试方式",
  },
} as const satisfies Record<TellReason, LocalText>;

/** The text of a message, without its link. */
export function tellText(language: Language, cause: TellCause, code: string): string {
  return fillSentence(sentences[cause][language], { code });
}

/** Subject of an e-mail. */
export function tellSubject(language: Language, cause: TellCause, code: string): string {
  return `Mốc ${code}: ${tellCauseWords[cause][language]}`;
}
