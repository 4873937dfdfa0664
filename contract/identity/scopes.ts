import { z } from "zod";
import type { LocalText } from "../values/text.ts";

/**
 * What a token may do, beside what its roles allow: `room:read` for all that a room shows, `room:act` for each act, named
 * as its procedure (`gate:declare_vehicle`). These are offered on the screen; any other procedure can be named as well.
 */
export const offeredScopes = {
  "gate:read": {
    vi: "Đọc lượt xe, hàng chờ và số liệu",
    en: "Read trips, queues and figures",
    zh: "读取车次、队列与数据",
  },
  "gate:declare_vehicle": { vi: "Khai báo xe", en: "Declare a truck", zh: "申报车辆" },
  "gate:declare_many": { vi: "Khai báo nhiều xe một lần", en: "Declare many trucks at once", zh: "批量申报" },
  "gate:preview_import": { vi: "Xem trước tệp khai báo", en: "Preview a file", zh: "预览文件" },
  "gate:import_declarations": { vi: "Khai báo từ tệp", en: "Declare from a file", zh: "从文件申报" },
  "gate:amend_declaration": { vi: "Sửa khai báo", en: "Amend a declaration", zh: "更正申报" },
  "gate:withdraw_trip": { vi: "Rút khai báo", en: "Withdraw a declaration", zh: "撤回申报" },
  "gate:report_departure": { vi: "Báo xe đã khởi hành", en: "Report a departure", zh: "报告出发" },
  "gate:issue_driver_link": {
    vi: "Cấp liên kết cho lái xe",
    en: "Issue the driver's link",
    zh: "生成司机链接",
  },
  "gate:decide_check": { vi: "Trả lời kiểm tra", en: "Answer checks", zh: "答复查验" },
  "gate:answer_checks": {
    vi: "Trả lời nhiều kiểm tra một lần",
    en: "Answer many checks at once",
    zh: "批量答复查验",
  },
  "gate:reach_gate": { vi: "Báo xe đến cổng", en: "Report a truck at the gate", zh: "报告到达卡口" },
  "gate:enter_yard": { vi: "Báo xe vào bãi", en: "Report a truck in the yard", zh: "报告进入货场" },
  "arrival_signal:barrier": {
    vi: "Tín hiệu xe đến từ thanh chắn",
    en: "Arrival signal of a barrier",
    zh: "道闸到达信号",
  },
  "arrival_signal:position": {
    vi: "Tín hiệu xe đến từ định vị",
    en: "Arrival signal of a position",
    zh: "定位到达信号",
  },
  "registry:read": { vi: "Đọc danh mục", en: "Read the registry", zh: "读取登记册" },
} as const satisfies Record<string, LocalText>;

/** The simulated field's own, which the screen shows and does not offer. */
export const demoScopes = {
  "demo:clock": { vi: "Cho đồng hồ của khu chạy", en: "Advance the zone's clock", zh: "推进区域时钟" },
  "demo:tokens": { vi: "Cấp mã mô phỏng", en: "Issue simulated tokens", zh: "签发模拟令牌" },
} as const satisfies Record<string, LocalText>;

const knownScopes = [...Object.keys(offeredScopes), ...Object.keys(demoScopes)];

/** `room_or_subject:what`, lower case. */
export const Scope = z
  .string()
  .max(64)
  .regex(/^[a-z][a-z_]*:[a-z][a-z_]*$/)
  .meta({ id: "Scope", examples: knownScopes });
export type Scope = z.infer<typeof Scope>;
