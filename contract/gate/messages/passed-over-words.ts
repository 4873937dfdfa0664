import type { LocalText } from "../../values/text.ts";
import type { PassedOver } from "../queue.ts";

/** Why a truck is passed over, told to anybody in the row of the truck. */
export const passedOverWords = {
  check_hold: { vi: "đang tạm giữ", en: "check on hold", zh: "查验暂扣" },
  check_failed: { vi: "kiểm tra không đạt", en: "check failed", zh: "查验不合格" },
  held_back: { vi: "giữ lại có căn cứ", en: "held back on a ground", zh: "依据暂缓" },
  before_slot: { vi: "đến trước khung giờ", en: "before its window", zh: "早于预约时段" },
  postponed: { vi: "lái xe xin lùi", en: "postponed by its driver", zh: "司机延后" },
  goods_unknown: { vi: "chưa rõ hàng", en: "goods unknown", zh: "货物不详" },
  not_pre_registered: { vi: "không đăng ký trước", en: "not registered beforehand", zh: "未预约" },
  order_stop: { vi: "lệnh dừng tiếp nhận", en: "intake stopped by order", zh: "调度令暂停接收" },
  order_divert: { vi: "lệnh chuyển lối", en: "diverted by order", zh: "调度令改道" },
  order_limit: { vi: "hết số gọi của giờ", en: "hourly calls used up", zh: "本小时叫号已满" },
} as const satisfies Record<PassedOver, LocalText>;
