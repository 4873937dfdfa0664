import type { TripCommand } from "@moc/contract/gate/trip.ts";
import type { Text } from "../../ui/text.ts";

/** A decision on a check, as it is told. */
export const decisionWords: Readonly<Record<string, Text>> = {
  pass: { vi: "đạt", en: "passed", zh: "通过" },
  hold: { vi: "tạm giữ", en: "on hold", zh: "暂扣" },
  fail: { vi: "không đạt", en: "failed", zh: "不合格" },
  withdraw: { vi: "rút kết quả", en: "result withdrawn", zh: "撤回结果" },
};

export const commandWords = {
  amend: { vi: "Sửa khai báo", en: "Amend", zh: "更正申报" },
  depart: { vi: "Đã khởi hành", en: "Departed", zh: "已出发" },
  signal_arrival: { vi: "Báo xe đến", en: "Signal arrival", zh: "报告到达" },
  call_forward: { vi: "Gọi xe", en: "Call forward", zh: "叫号" },
  reach_gate: { vi: "Đã đến cổng", en: "Reached the gate", zh: "到达卡口" },
  declare_return: { vi: "Khai hàng chở về", en: "Declare the return load", zh: "申报返程货物" },
  cross_in: { vi: "Đã qua Km0 vào", en: "Crossed in", zh: "已入境" },
  enter_yard: { vi: "Vào bãi", en: "Enter the yard", zh: "进入货场" },
  decide_check: { vi: "Ghi kết quả kiểm tra", en: "Decide the check", zh: "登记查验结果" },
  pair_transfer: { vi: "Ghép xe sang tải", en: "Pair for a transfer", zh: "换装配对" },
  swap_unit: { vi: "Đổi rơ moóc, công-te-nơ", en: "Swap trailer or containers", zh: "更换挂车或集装箱" },
  divert: { vi: "Chuyển lối", en: "Divert", zh: "改走其他通道" },
  transfer_cargo: { vi: "Sang tải", en: "Transfer cargo", zh: "换装" },
  allow_inland: { vi: "Cho vào nội địa", en: "Allow inland", zh: "准入内地" },
  release: { vi: "Cho qua", en: "Release", zh: "放行" },
  cross_out: { vi: "Đã qua Km0 ra", en: "Crossed out", zh: "已出境" },
  return: { vi: "Đã về lại", en: "Returned", zh: "已返回" },
  leave: { vi: "Rời khu vực", en: "Left the gate area", zh: "离开口岸" },
  withdraw: { vi: "Rút khai báo", en: "Withdraw", zh: "撤回申报" },
  refuse: { vi: "Từ chối qua", en: "Refuse passage", zh: "拒绝过境" },
  expire: { vi: "Hết hạn", en: "Expire", zh: "过期" },
  give_priority: { vi: "Cho ưu tiên", en: "Give priority", zh: "给予优先" },
  hold_back: { vi: "Giữ lại", en: "Hold back", zh: "暂缓叫号" },
  send_back: { vi: "Đưa về hàng chờ", en: "Send back to the queue", zh: "退回队列" },
  lift_exception: { vi: "Kết thúc ngoại lệ", en: "End an exception", zh: "结束例外" },
  book_slot: { vi: "Đặt khung giờ", en: "Book a slot", zh: "预约时段" },
  cancel_slot: { vi: "Trả khung giờ", en: "Give the slot back", zh: "取消预约" },
  postpone: { vi: "Lùi lượt, giữ chỗ", en: "Postpone, keep the place", zh: "延后（保留位次）" },
  resume: { vi: "Sẵn sàng", en: "Ready again", zh: "就绪" },
  undo_withdrawal: { vi: "Hoàn tác việc rút", en: "Undo the withdrawal", zh: "取消撤回" },
} as const satisfies Record<TripCommand, Text>;

/** Why an action is not offered, beside the refusals of the gate's own messages. Value: who. */
export const reasonWords: Readonly<Record<string, Text>> = {
  not_allowed: {
    vi: "Việc này của {who}.",
    en: "This is for {who}.",
    zh: "此项由{who}执行。",
  },
  left_queue: {
    vi: "Không còn chờ ở hàng này.",
    en: "No longer waits in this queue.",
    zh: "已不在此队列等候。",
  },
  target_reached: {
    vi: "Đang có {way} xe trên đường hoặc tại cổng, đủ mức {target} xe.",
    en: "{way} on the way or at the gate, which reaches the target of {target}.",
    zh: "途中及卡口已有{way}辆，达到目标{target}辆。",
  },
  yards_full: {
    vi: "Bãi còn {room} chỗ, đã dành cho {way} xe đang tới.",
    en: "The yards have room for {room}, taken by the {way} on the way.",
    zh: "货场余位{room}，已留给途中{way}辆。",
  },
  no_queue: {
    vi: "Chiều này không xếp hàng ở phía này.",
    en: "This direction has no queue on this side.",
    zh: "此方向在本侧不排队。",
  },
};
