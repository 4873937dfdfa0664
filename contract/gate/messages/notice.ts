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
    vi: "{across.Party} tạm đóng {from} – {to}",
    en: "{across.Party} closes {from} – {to}",
    zh: "{across.party}于{from}至{to}关闭",
  },
  closedOpen: {
    vi: "{across.Party} tạm đóng từ {from} đến khi có thông báo mới",
    en: "{across.Party} is closed from {from} until it says otherwise",
    zh: "{across.party}自{from}起关闭，另行通知",
  },
  hours: {
    vi: "Ngày {day} {across.party} làm việc {opens}–{closes} (giờ {here.time})",
    en: "On {day} {across.party} works {opens}–{closes} ({here.time} time)",
    zh: "{day}{across.party}工作时间{opens}–{closes}（{here.time}时间）",
  },
  intake: {
    vi: "Ngày {day} {across.party} nhận {n} xe",
    en: "On {day} {across.party} takes {n} vehicles",
    zh: "{day}{across.party}接收{n}辆",
  },
  goods: {
    vi: "{across.Party} không nhận {goods} từ {from}",
    en: "{across.Party} does not take {goods} from {from}",
    zh: "{across.party}自{from}起不收{goods}",
  },
} as const satisfies Record<string, LocalText>;

type Speaking = {
  /** Writes an instant. */
  clock: (instant: string) => string;
  /** Names a class of goods. */
  goodsName: (goods: GoodsClass) => string;
  /** The names of the two sides in this language. */
  sides: Readonly<Record<string, string>>;
};

/** What a notice says, in words. */
export function spokenNotice(language: Language, says: NoticeSays, speaking: Speaking): string {
  const { clock, goodsName, sides } = speaking;
  const said = (key: keyof typeof sentences, params: Readonly<Record<string, string>>) =>
    fillSentence(sentences[key][language], { ...sides, ...params });
  const day = (iso: string) => `${iso.slice(8)}/${iso.slice(5, 7)}`;
  switch (says.kind) {
    case "closure": {
      const { from, to } = says;
      if (to === null) return said("closedOpen", { from: clock(from) });
      return said("closed", { from: clock(from), to: clock(to) });
    }
    case "hours": {
      const { opens, closes } = says;
      return said("hours", { day: day(says.day), opens, closes });
    }
    case "intake":
      return said("intake", { day: day(says.day), n: String(says.vehicles) });
    case "goods": {
      const goods = listed(language, says.goods.map(goodsName));
      return said("goods", { goods, from: clock(says.from) });
    }
  }
}
