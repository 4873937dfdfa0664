import type { Language, LocalText } from "../../values/text.ts";
import type { CountUnit } from "../count.ts";
import type { CountRefusal } from "../count-refusals.ts";

/** What a count counts, behind its figure. */
export const countUnitWords = {
  wagon: { vi: "toa", en: "wagons", zh: "节" },
  vehicle: { vi: "xe", en: "vehicles", zh: "辆" },
} as const satisfies Record<CountUnit, LocalText>;

export const countSentences: Record<Language, Record<CountRefusal, string>> = {
  vi: {
    count_by_trips:
      "{route} không đếm theo ngày: xe ở đó tính từ các lượt khai. Chọn lối đường sắt, chợ biên giới hoặc lối mở.",
    count_day: "Chỉ nhập cho ngày từ {earliest} đến {latest}. Chọn một ngày trong khoảng đó.",
    count_stands: "Ngày và chiều này đã có số. Mở số đó và đính chính.",
    count_not_found: "Không có bản ghi số lượt này. Tải lại để xem các số hiện có.",
  },
  en: {
    count_by_trips:
      "{route} is not counted by the day: its trucks are counted from what is declared. Choose a railway, a border market or an opening.",
    count_day: "A count is of a day from {earliest} to {latest}. Choose one of these.",
    count_stands: "This day and direction have a count already. Open it and correct it.",
    count_not_found: "There is no such count. Reload to see those on record.",
  },
  zh: {
    count_by_trips: "{route}不按日计数：车辆依申报统计。请选择铁路、边境集市或边境通道。",
    count_day: "只能录入{earliest}至{latest}的日期，请在此范围内选择。",
    count_stands: "该日该方向已有数字，请打开后更正。",
    count_not_found: "没有这条计数记录，请刷新查看现有记录。",
  },
};
