import type { Texts } from "../../../ui/text.ts";

export const divertTexts = {
  open: { vi: "Chuyển lối", en: "Divert", zh: "批量改道" },
  title: { vi: "Chuyển xe đang chờ sang lối khác", en: "Divert waiting trucks", zh: "等候车辆改道" },
  what: {
    vi: "Xe rời hàng này, mất chỗ ở đây và xếp hàng mới khi đến nơi. Lái xe và người khai được báo lý do.",
    en: "The trucks leave this queue and their places, and queue anew where they arrive. Drivers and declarants are told why.",
    zh: "车辆离开本队列并放弃位次，到达后重新排队。司机和申报人将获知原因。",
  },
  choose: { vi: "Chọn", en: "Choose", zh: "请选择" },
  choosing: {
    vi: "Chọn lối để biết bao nhiêu xe chuyển, xe nào ở lại và phải đến trước giờ nào.",
    en: "Choose a route to see how many trucks go, which stay, and by when they must arrive.",
    zh: "选择通道后显示改道车辆数、不改道车辆及最迟到达时间。",
  },
  to: { vi: "Sang lối", en: "To route", zh: "改走通道" },
  stream: { vi: "Luồng", en: "Stream", zh: "队列" },
  all: { vi: "Mọi luồng", en: "All streams", zh: "所有队列" },
  reason: { vi: "Lý do", en: "Reason", zh: "理由" },
  reasonHint: {
    vi: "Công khai trong diễn biến của từng lượt xe; không ghi tên người",
    en: "Public in the story of each trip; name nobody",
    zh: "公开显示在各车次记录中；请勿写人名",
  },
  would: {
    vi: "*{n} xe* chuyển sang {to}{parts}. Ở đó đang có {there} xe chờ; phải đến trước {by}.",
    en: "*{n} {n|truck goes|trucks go}* to {to}{parts}. {there} wait there now; to arrive before {by}.",
    zh: "*{n}辆*改走{to}{parts}。该处现有{there}辆等候；须于{by}前到达。",
  },
  made: { vi: ": {parts}", en: ": {parts}", zh: "：{parts}" },
  part: { vi: "{n} {stream}", en: "{n} {stream}", zh: "{stream}{n}" },
  nobody: { vi: "Không có xe nào chuyển được.", en: "No truck can be diverted.", zh: "没有可改道的车辆。" },
  left: { vi: "Không chuyển {n} xe:", en: "{n} {n|stays|stay}:", zh: "{n}辆不改道：" },
  order: {
    vi: "Theo lệnh điều tiết đang có hiệu lực.",
    en: "As a steering order in force says.",
    zh: "依据现行调度令。",
  },
  done: { vi: "Đã chuyển {n} xe.", en: "{n} {n|truck|trucks} diverted.", zh: "已改道{n}辆。" },
  doneLeft: {
    vi: "Đã chuyển {n} xe; {left} xe không còn chờ ở đây.",
    en: "{n} {n|truck|trucks} diverted; {left} no longer waited here.",
    zh: "已改道{n}辆；{left}辆已不在此等候。",
  },
} as const satisfies Texts;
