import type { ShiftActual } from "@moc/contract/gate/roster.ts";
import type { Text, Texts } from "../../../ui/text.ts";

export const rosterTexts = {
  title: { vi: "Lịch trực", en: "Roster", zh: "值班计划" },
  none: {
    vi: "Ngày này chưa phân ca. Thủ trưởng mỗi cơ quan phân ca cho người của mình.",
    en: "Nobody is planned for this day. The chief of each organisation plans its own people.",
    zh: "当日尚未排班。各单位负责人为本单位人员排班。",
  },
  plan: { vi: "Phân ca", en: "Plan a shift", zh: "排班" },
  drop: { vi: "Bỏ ca", en: "Drop the shift", zh: "取消班次" },
  post: { vi: "Vị trí", en: "Post", zh: "岗位" },
  officer: { vi: "Cán bộ", en: "Officer", zh: "人员" },
  from: { vi: "Từ, giờ {here.time}", en: "From, {here.time} time", zh: "开始（{here.time}）" },
  to: { vi: "Đến", en: "To", zh: "结束" },
  doubled: {
    vi: "Cùng lúc còn một ca khác của người này.",
    en: "This officer has another shift at the same time.",
    zh: "该人员同一时间另有班次。",
  },
  gap: {
    vi: "Chưa phân ai: {post}, {who}",
    en: "Nobody planned: {post}, {who}",
    zh: "无人排班：{post}，{who}",
  },
  save: { vi: "Ghi", en: "Record", zh: "记录" },
  done: { vi: "Đã ghi.", en: "Recorded.", zh: "已记录。" },
} as const satisfies Texts;

export const actualWords = {
  ahead: { vi: "sắp tới", en: "to come", zh: "未到" },
  on_duty: { vi: "đang trực", en: "on duty", zh: "在岗" },
  stood: { vi: "đã trực", en: "stood", zh: "已到岗" },
  absent: { vi: "chưa nhận ca", en: "did not take duty", zh: "未接班" },
} as const satisfies Record<ShiftActual, Text>;
