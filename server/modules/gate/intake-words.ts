import type { RouteStatus } from "@moc/contract/gate/operations.ts";
import type { Language } from "@moc/contract/values/text.ts";

type Word =
  | "title"
  | "at"
  | "backlog"
  | "parts"
  | "taken"
  | "route"
  | "state"
  | "waiting"
  | "crossed"
  | "opens"
  | "closes"
  | "note"
  | "simulated"
  | "refresh";

/** The words of the public page for the provinces that send trucks. */
export const intakeWords = {
  vi: {
    title: "Tiếp nhận hôm nay và xe tồn",
    at: "Số liệu lúc {t} (giờ {here.time})",
    backlog: "Xe xuất đang tồn",
    parts: "sầu riêng {durian}, chưa rõ hàng {unknown}",
    taken: "Hôm nay đã xuất {n} xe; {m} xe từ nội địa lên.",
    route: "Lối",
    state: "Trạng thái",
    waiting: "Xe tồn",
    crossed: "Đã xuất hôm nay",
    opens: "mở {t}",
    closes: "đóng {t}",
    note: "Xe tồn là xe xuất đã đến khu vực cửa khẩu và chưa qua biên giới. Hỏi người khai báo trước khi cho xe đi.",
    simulated: "Số liệu mô phỏng.",
    refresh: "Làm mới",
  },
  en: {
    title: "Intake today and backlog",
    at: "As of {t} ({here.time} time)",
    backlog: "Export vehicles waiting",
    parts: "durian {durian}, goods not yet known {unknown}",
    taken: "Today {n} crossed and {m} arrived from inland.",
    route: "Route",
    state: "State",
    waiting: "Waiting",
    crossed: "Crossed today",
    opens: "opens {t}",
    closes: "closes {t}",
    note: "Waiting are export vehicles that have arrived in the gate area and not crossed. Ask the declarant before a truck leaves.",
    simulated: "Simulated figures.",
    refresh: "Refresh",
  },
  zh: {
    title: "今日接收与滞留",
    at: "数据时间 {t}（{here.time}时间）",
    backlog: "滞留出口车辆",
    parts: "榴莲 {durian}，货物不明 {unknown}",
    taken: "今日已出境{n}辆；内地到达{m}辆。",
    route: "通道",
    state: "状态",
    waiting: "滞留",
    crossed: "今日出境",
    opens: "{t} 开放",
    closes: "{t} 关闭",
    note: "滞留指已到达口岸区域而尚未出境的出口车辆。发车前请询问申报人。",
    simulated: "模拟数据。",
    refresh: "刷新",
  },
} as const satisfies Record<Language, Record<Word, string>>;

type State = Exclude<RouteStatus, "congested">;

export const intakeStates = {
  vi: {
    open: "Mở",
    closed: "Đóng",
    pre_registered: "Chỉ xe đăng ký trước",
    hours_unknown: "Chưa rõ giờ",
    no_cargo: "Không thông quan hàng hóa",
  },
  en: {
    open: "Open",
    closed: "Closed",
    pre_registered: "Registered trucks only",
    hours_unknown: "Hours unknown",
    no_cargo: "No cargo",
  },
  zh: {
    open: "开放",
    closed: "关闭",
    pre_registered: "仅限预约车辆",
    hours_unknown: "时间不详",
    no_cargo: "不通货物",
  },
} as const satisfies Record<Language, Record<State, string>>;
