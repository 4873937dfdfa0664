import type { Language } from "../../values/text.ts";
import type { RosterRefusal } from "../roster-refusals.ts";

export const rosterSentences: Record<Language, Record<RosterRefusal, string>> = {
  vi: {
    shift_times: "Ca phải kết thúc sau khi bắt đầu, dài tối đa 24 giờ, chưa qua và trong 60 ngày tới.",
    officer_unknown: "Chỉ phân ca cho người của cơ quan mình. Chọn một người trong danh sách.",
    shift_not_found: "Không có ca này.",
    shift_over: "Ca này đã bỏ hoặc đã qua.",
  },
  en: {
    shift_times:
      "A shift ends after it begins, is at most 24 hours long, not over, and within the next 60 days.",
    officer_unknown: "You plan for people of your own organisation. Choose one of the list.",
    shift_not_found: "There is no such shift.",
    shift_over: "This shift was dropped or is over.",
  },
  zh: {
    shift_times: "班次须结束晚于开始，最长24小时，尚未结束，且在未来60天内。",
    officer_unknown: "只能为本单位人员排班，请从名单中选择。",
    shift_not_found: "没有这个班次。",
    shift_over: "该班次已取消或已结束。",
  },
};
