import type { LocalText } from "../../values/text.ts";
import type { CheckState } from "../check.ts";

/** Where a check stands. */
export const checkStateWords = {
  pending: { vi: "Chưa có kết quả", en: "Pending", zh: "待查验" },
  pass: { vi: "Đạt", en: "Passed", zh: "通过" },
  hold: { vi: "Tạm giữ", en: "On hold", zh: "暂扣" },
  fail: { vi: "Không đạt", en: "Failed", zh: "不合格" },
  withdrawn: { vi: "Đã rút kết quả", en: "Result withdrawn", zh: "结果已撤回" },
} as const satisfies Record<CheckState, LocalText>;
