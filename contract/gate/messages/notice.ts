import { fillSentence, listed } from "../../values/sentence.ts";
import type { Language, LocalText } from "../../values/text.ts";
import type { GoodsClass } from "../../values/traffic.ts";
import type { NoticeCause, NoticeContact, NoticeKind, NoticeSays } from "../notice.ts";

/** Why the other side says it, as a sentence about a closed route names the cause. */
export const noticeCauseWords = {
  holiday: { vi: "phía bạn nghỉ lễ", en: "holiday of the other side", zh: "对方放假" },
  congestion: { vi: "phía bạn ùn ứ", en: "congestion on the other side", zh: "对方拥堵" },
  system: { vi: "phía bạn lỗi hệ thống", en: "system fault of the other side", zh: "对方系统故障" },
  inspection: { vi: "phía bạn tăng kiểm tra", en: "inspections of the other side", zh: "对方加强查验" },
  weather: { vi: "thời tiết", en: "weather", zh: "天气" },
  event: { vi: "phía bạn có sự kiện", en: "an event on the other side", zh: "对方有活动" },
  not_stated: {
    vi: "phía bạn thông báo, không nêu lý do",
    en: "told by the other side without a reason",
    zh: "对方通知，未说明原因",
  },
} as const satisfies Record<NoticeCause, LocalText>;

export const noticeContactWords = {
  hotline: { vi: "đường dây nóng", en: "hotline", zh: "热线" },
  phone: { vi: "điện thoại", en: "phone", zh: "电话" },
  letter: { vi: "công văn", en: "letter", zh: "公函" },
  message: { vi: "tin nhắn", en: "message", zh: "信息" },
  meeting: { vi: "hội đàm", en: "meeting", zh: "会晤" },
} as const satisfies Record<NoticeContact, LocalText>;

export const noticeKindWords = {
  closure: { vi: "Tạm đóng", en: "Closure", zh: "关闭" },
  hours: { vi: "Giờ làm việc", en: "Hours", zh: "工作时间" },
  intake: { vi: "Số xe tiếp nhận", en: "Intake", zh: "接收量" },
  goods: { vi: "Hàng không nhận", en: "Goods not taken", zh: "不收货物" },
} as const satisfies Record<NoticeKind, LocalText>;

const sentences = {
  closed: {
    vi: "Phía Trung Quốc tạm đóng {from} – {to}",
    en: "The Chinese side closes {from} – {to}",
    zh: "中方于{from}至{to}关闭",
  },
  closedOpen: {
    vi: "Phía Trung Quốc tạm đóng từ {from} đến khi có thông báo mới",
    en: "The Chinese side is closed from {from} until it says otherwise",
    zh: "中方自{from}起关闭，另行通知",
  },
  hours: {
    vi: "Ngày {day} phía Trung Quốc làm việc {opens}–{closes} (giờ Hà Nội)",
    en: "On {day} the Chinese side works {opens}–{closes} (Hanoi time)",
    zh: "{day}中方工作时间{opens}–{closes}（河内时间）",
  },
  intake: {
    vi: "Ngày {day} phía Trung Quốc nhận {n} xe",
    en: "On {day} the Chinese side takes {n} vehicles",
    zh: "{day}中方接收{n}辆",
  },
  goods: {
    vi: "Phía Trung Quốc không nhận {goods} từ {from}",
    en: "The Chinese side does not take {goods} from {from}",
    zh: "中方自{from}起不收{goods}",
  },
} as const satisfies Record<string, LocalText>;

/** What a notice says, in words. `goodsName` names a class of goods, `clock` writes an instant. */
export function spokenNotice(
  language: Language,
  says: NoticeSays,
  clock: (instant: string) => string,
  goodsName: (goods: GoodsClass) => string,
): string {
  const day = (iso: string) => `${iso.slice(8)}/${iso.slice(5, 7)}`;
  switch (says.kind) {
    case "closure": {
      const { from, to } = says;
      if (to === null) return fillSentence(sentences.closedOpen[language], { from: clock(from) });
      return fillSentence(sentences.closed[language], { from: clock(from), to: clock(to) });
    }
    case "hours": {
      const { opens, closes } = says;
      return fillSentence(sentences.hours[language], { day: day(says.day), opens, closes });
    }
    case "intake":
      return fillSentence(sentences.intake[language], { day: day(says.day), n: String(says.vehicles) });
    case "goods": {
      const goods = listed(language, says.goods.map(goodsName));
      return fillSentence(sentences.goods[language], { goods, from: clock(says.from) });
    }
  }
}
