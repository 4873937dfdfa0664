import type { Texts } from "../../../ui/text.ts";

export const automaticTexts = {
  region: { vi: "Gọi tự động", en: "Automatic calling", zh: "自动叫号" },
  on: { vi: "Đang bật", en: "On", zh: "已开启" },
  off: { vi: "Đang tắt", en: "Off", zh: "已关闭" },
  by: {
    vi: "{who}, từ {since}: {reason}",
    en: "{who}, since {since}: {reason}",
    zh: "{who}，自{since}：{reason}",
  },
  never: { vi: "Chỉ điều độ viên gọi xe.", en: "Only the dispatcher calls.", zh: "仅由调度员叫号。" },
  next: { vi: "Lúc {t} gọi *{n} xe*", en: "*{n}* to be called at {t}", zh: "{t}叫号*{n}辆*" },
  nextNobody: {
    vi: "Lúc {t} xem lại hàng. Chưa gọi:",
    en: "Looks again at {t}. Nobody is called:",
    zh: "{t}再次查看。暂不叫号：",
  },
  rule: {
    vi: "Mỗi {m} phút, tối đa {n} xe một lần, như đề xuất cho điều độ viên",
    en: "Every {m} minutes, at most {n} at once, as proposed to the dispatcher",
    zh: "每{m}分钟一次，每次最多{n}辆，与向调度员的建议相同",
  },
  start: { vi: "Bật gọi tự động", en: "Switch on", zh: "开启自动叫号" },
  stop: { vi: "Tắt gọi tự động", en: "Switch off", zh: "关闭自动叫号" },
  startWhat: {
    vi: "Hàng chờ sẽ tự gọi theo đúng quy tắc công khai và các giới hạn đang áp dụng, nhân danh cơ quan của bạn.",
    en: "The queue will call by its published rule and within the bounds in force, in the name of your organisation.",
    zh: "队列将以贵单位名义，按公开规则和现行限制自动叫号。",
  },
  stopWhat: {
    vi: "Từ lúc này chỉ điều độ viên gọi xe. Xe đã gọi giữ nguyên.",
    en: "From now on only the dispatcher calls. Trucks that were called stay called.",
    zh: "此后仅由调度员叫号。已叫号车辆不变。",
  },
  reason: { vi: "Lý do", en: "Reason", zh: "理由" },
  reasonHint: {
    vi: "Công khai, được giữ mãi; không ghi tên người",
    en: "Public and kept for ever; name nobody",
    zh: "公开并永久保存；请勿写人名",
  },
  started: { vi: "Hàng chờ đang tự gọi.", en: "The queue now calls by itself.", zh: "队列已自动叫号。" },
  stopped: { vi: "Đã tắt gọi tự động.", en: "Automatic calling is off.", zh: "自动叫号已关闭。" },
} as const satisfies Texts;
