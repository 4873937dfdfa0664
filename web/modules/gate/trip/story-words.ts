import type { GateEventKind } from "@moc/contract/gate/events.ts";
import type { notificationEvents } from "@moc/contract/gate/notification.ts";
import type { slipEvents } from "@moc/contract/gate/slip.ts";
import type { Text } from "../../../ui/text.ts";

/** What happened, by kind of event. */
export const eventWords = {
  "gate.declared": { vi: "Khai báo", en: "Declared", zh: "申报" },
  "gate.amended": { vi: "Sửa khai báo", en: "Declaration amended", zh: "更正申报" },
  "gate.departed": { vi: "Khởi hành", en: "Departed", zh: "出发" },
  "gate.signalled": { vi: "Một tín hiệu báo xe đến", en: "One arrival signal", zh: "一路到达信号" },
  "gate.arrived": { vi: "Vào hàng chờ", en: "Joined the queue", zh: "进入排队" },
  "gate.requeued": { vi: "Chuyển hàng chờ", en: "Moved to another queue", zh: "转入其他队列" },
  "gate.called": { vi: "Được gọi vào", en: "Called forward", zh: "被叫号" },
  "gate.reached": { vi: "Đến cổng", en: "Reached the gate", zh: "到达卡口" },
  "gate.return_declared": { vi: "Khai hàng chở về", en: "Return load declared", zh: "申报返程货物" },
  "gate.crossed_in": {
    vi: "Qua Km0 vào {here.country}",
    en: "Crossed into {here.country}",
    zh: "经零公里处进入{here.country}",
  },
  "gate.yard_entered": { vi: "Vào bãi", en: "Entered the yard", zh: "进入货场" },
  "gate.check_decided": { vi: "Kết quả kiểm tra", en: "Check decided", zh: "查验结果" },
  "gate.checks_done": { vi: "Đủ các kiểm tra", en: "All checks passed", zh: "查验完毕" },
  "gate.cargo_transferred": { vi: "Sang tải", en: "Cargo transferred", zh: "换装" },
  "gate.transfer_paired": { vi: "Ghép xe sang tải", en: "Paired for a transfer", zh: "换装配对" },
  "gate.unit_swapped": {
    vi: "Đổi rơ moóc, công-te-nơ",
    en: "Trailer or containers swapped",
    zh: "更换挂车或集装箱",
  },
  "gate.diverted": { vi: "Chuyển sang lối khác", en: "Diverted", zh: "改走其他通道" },
  "gate.inland_allowed": { vi: "Được vào nội địa", en: "Allowed inland", zh: "获准入内地" },
  "gate.released": { vi: "Cho qua", en: "Released", zh: "放行" },
  "gate.crossed_out": { vi: "Qua Km0 sang bên kia", en: "Crossed out", zh: "经零公里处出境" },
  "gate.returned": {
    vi: "Về lại {here.country}",
    en: "Returned to {here.country}",
    zh: "返回{here.country}",
  },
  "gate.left": { vi: "Rời khu vực cửa khẩu", en: "Left the gate area", zh: "离开口岸" },
  "gate.withdrawn": { vi: "Rút khai báo", en: "Withdrawn", zh: "撤回" },
  "gate.refused": { vi: "Bị từ chối qua", en: "Refused passage", zh: "被拒绝过境" },
  "gate.expired": { vi: "Hết hạn", en: "Expired", zh: "过期" },
  "gate.postponed": { vi: "Lái xe xin lùi lượt", en: "Postponed by the driver", zh: "司机延后" },
  "gate.resumed": { vi: "Sẵn sàng trở lại", en: "Ready again", zh: "重新就绪" },
  "gate.slot_booked": { vi: "Đặt khung giờ", en: "Slot booked", zh: "预约时段" },
  "gate.slot_cancelled": { vi: "Trả khung giờ", en: "Slot given back", zh: "取消预约" },
  "gate.slot_opened": { vi: "Khung giờ bắt đầu", en: "Its window has begun", zh: "预约时段开始" },
  "gate.prioritised": { vi: "Được ưu tiên", en: "Given priority", zh: "给予优先" },
  "gate.held_back": { vi: "Được giữ lại trong hàng", en: "Held back in the queue", zh: "暂缓叫号" },
  "gate.sent_back": { vi: "Đưa về hàng chờ, giữ chỗ cũ", en: "Sent back to its place", zh: "退回原位" },
  "gate.exception_lifted": { vi: "Hết ngoại lệ", en: "Exception ended", zh: "例外结束" },
  "gate.withdrawal_undone": { vi: "Hoàn tác việc rút", en: "Withdrawal undone", zh: "撤回已取消" },
} as const satisfies Record<GateEventKind, Text>;

/** What is told of a trip beside its own course. */
export const besideWords = {
  "gate.slips_voided": { vi: "Hủy phiếu đã phát", en: "Slips voided", zh: "单据作废" },
  "gate.notifications_chosen": {
    vi: "Lái xe chọn cách nhận tin",
    en: "The driver chose how to be told",
    zh: "司机选择通知方式",
  },
} as const satisfies Record<keyof typeof slipEvents | keyof typeof notificationEvents, Text>;

export const isBeside = (kind: string): kind is keyof typeof besideWords => kind in besideWords;
export const isGateEvent = (kind: string): kind is GateEventKind => kind in eventWords;

export const signalWords: Readonly<Record<string, Text>> = {
  barrier: { vi: "barie cổng vào", en: "entrance barrier", zh: "入口道闸" },
  position: { vi: "định vị xe", en: "vehicle position", zh: "车辆定位" },
  officer: { vi: "cán bộ tại chỗ", en: "officer on site", zh: "现场人员" },
  driver: { vi: "lái xe", en: "driver", zh: "司机" },
  book: { vi: "sổ ghi tay của bãi", en: "the yard's own book", zh: "货场手工登记" },
};

export const channelWords: Readonly<Record<string, Text>> = {
  green: { vi: "luồng xanh", en: "green channel", zh: "绿色通道" },
  yellow: { vi: "luồng vàng", en: "yellow channel", zh: "黄色通道" },
  red: { vi: "luồng đỏ", en: "red channel", zh: "红色通道" },
};
