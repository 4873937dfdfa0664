import type { Language, LocalText } from "../../values/text.ts";
import { registryMessages } from "./messages.ts";

/** The fields of the registry's rows, as people call them. A field without a word keeps its code name. */
const words: Readonly<Record<string, LocalText>> = {
  name: { vi: "Tên đầy đủ", en: "Full name", zh: "全称" },
  shortName: { vi: "Tên ngắn", en: "Short name", zh: "简称" },
  aliases: { vi: "Tên khác", en: "Other names", zh: "别名" },
  type: { vi: "Loại", en: "Type", zh: "类型" },
  class: { vi: "Hạng, lớp", en: "Class", zh: "等级" },
  modes: { vi: "Phương thức", en: "Modes", zh: "运输方式" },
  parent: { vi: "Trực thuộc", en: "Unit of", zh: "隶属" },
  gate: { vi: "Cửa khẩu", en: "Gate", zh: "口岸" },
  markers: { vi: "Mốc giới", en: "Markers", zh: "界碑" },
  counterpart: { vi: "Phía bên kia", en: "Other side", zh: "对方" },
  road: { vi: "Đường vào", en: "Approach road", zh: "进路" },
  order: { vi: "Thứ tự trên sơ đồ", en: "Order on the diagram", zh: "图上顺序" },
  cargo: { vi: "Hàng hóa qua", en: "Cargo passes", zh: "货物通行" },
  admits: { vi: "Loại lượt được khai", en: "Kinds admitted", zh: "可申报类型" },
  route: { vi: "Lối", en: "Route", zh: "通道" },
  routes: { vi: "Các lối", en: "Routes", zh: "通道" },
  direction: { vi: "Chiều", en: "Direction", zh: "方向" },
  count: { vi: "Số lượng", en: "Count", zh: "数量" },
  planned: { vi: "Quy hoạch", en: "Planned", zh: "规划" },
  operator: { vi: "Đơn vị khai thác", en: "Operator", zh: "运营单位" },
  capacity: { vi: "Sức chứa, xe", en: "Capacity, vehicles", zh: "容量（辆）" },
  areaHectares: { vi: "Diện tích, ha", en: "Area, ha", zh: "面积（公顷）" },
  slots: { vi: "Ô đỗ theo loại", en: "Slots by class", zh: "分类车位" },
  place: { vi: "Nơi", en: "Place", zh: "地点" },
  places: { vi: "Giới hạn ở", en: "Limited to", zh: "限于" },
  measure: { vi: "Đại lượng", en: "Measure", zh: "指标" },
  low: { vi: "Từ", en: "From", zh: "下限" },
  high: { vi: "Đến", en: "To", zh: "上限" },
  qualifier: { vi: "Mức chắc của nguồn", en: "Qualifier", zh: "限定词" },
  period: { vi: "Kỳ", en: "Period", zh: "时期" },
  duty: { vi: "Nhiệm vụ", en: "Duty", zh: "职责" },
  organisation: { vi: "Tổ chức", en: "Organisation", zh: "机构" },
  from: { vi: "Từ", en: "From", zh: "自" },
  to: { vi: "Sang, đến", en: "To", zh: "至" },
  note: { vi: "Ghi chú", en: "Note", zh: "备注" },
  traffic: { vi: "Đối tượng qua", en: "Traffic", zh: "通行对象" },
  bands: { vi: "Khung giờ", en: "Hours", zh: "时段" },
  days: { vi: "Các thứ", en: "Weekdays", zh: "星期" },
  mode: { vi: "Chế độ", en: "Mode", zh: "模式" },
  hours: { vi: "Giờ áp dụng", en: "Hours that apply", zh: "适用时间" },
  firstDay: { vi: "Ngày đầu", en: "First day", zh: "首日" },
  lastDay: { vi: "Ngày cuối", en: "Last day", zh: "末日" },
  reason: { vi: "Lý do", en: "Reason", zh: "理由" },
  effect: { vi: "Tác dụng", en: "Effect", zh: "效力" },
  side: { vi: "Phía", en: "Side", zh: "一方" },
  confirmed: { vi: "Đã ban hành", en: "Enacted", zh: "已颁布" },
  symbol: { vi: "Số, ký hiệu", en: "Number and symbol", zh: "文号" },
  title: { vi: "Trích yếu", en: "Title", zh: "标题" },
  issuer: { vi: "Cơ quan ban hành", en: "Issuer", zh: "发文机关" },
  issuedOn: { vi: "Ngày ban hành", en: "Issued on", zh: "发文日期" },
  subject: { vi: "Về việc", en: "Subject", zh: "事由" },
  replaces: { vi: "Thay thế", en: "Replaces", zh: "替代" },
  collector: { vi: "Đơn vị thu", en: "Collector", zh: "收费单位" },
  share: { vi: "Tỷ lệ gọi", en: "Share of a call", zh: "叫号比例" },
  goods: { vi: "Nhóm hàng", en: "Classes of goods", zh: "货物类别" },
  unsorted: { vi: "Chứa xe chưa rõ hàng", en: "Holds goods unknown", zh: "含货物不详车辆" },
  rank: { vi: "Thứ tự xét", en: "Rank", zh: "优先级" },
  check: { vi: "Kiểm tra", en: "Check", zh: "查验" },
  gates: { vi: "Các cửa khẩu", en: "Gates", zh: "口岸" },
  vehicles: { vi: "Hạng tải trọng", en: "Payload classes", zh: "载重等级" },
  moment: { vi: "Lúc kiểm tra", en: "When", zh: "查验时点" },
  force: { vi: "Lực lượng", en: "Force", zh: "查验单位" },
  channels: { vi: "Phân luồng tờ khai", en: "Channels", zh: "报关通道" },
  tripKinds: { vi: "Loại lượt xe", en: "Kinds of trip", zh: "车次类型" },
  regimes: { vi: "Loại hình", en: "Regimes", zh: "贸易方式" },
  travelHours: { vi: "Đường đi, giờ", en: "Travel, hours", zh: "路程（小时）" },
  buffer: { vi: "Đệm tại cổng, xe", en: "Buffer, vehicles", zh: "缓冲（辆）" },
  assumedPerHour: { vi: "Giả định, xe mỗi giờ", en: "Assumed, per hour", zh: "假定每小时辆数" },
  withinDays: { vi: "Trong số ngày", en: "Within days", zh: "天数" },
  perPlate: { vi: "Nhiều nhất một biển số", en: "At most per plate", zh: "每车牌最多" },
  perFiler: { vi: "Nhiều nhất một người khai", en: "At most per filer", zh: "每申报人最多" },
  everyMinutes: { vi: "Mỗi lần cách, phút", en: "Every, minutes", zh: "间隔（分钟）" },
  most: { vi: "Nhiều nhất mỗi lần, xe", en: "At most per call", zh: "每次最多（辆）" },
  limit: { vi: "Thời hạn", en: "Time limit", zh: "时限" },
  cutOff: { vi: "Giờ chốt", en: "Cut-off", zh: "截止时间" },
  orders: { vi: "Loại lệnh", en: "Kinds of order", zh: "调度令种类" },
  retryMinutes: { vi: "Gửi lại sau, phút", en: "Tried again after, minutes", zh: "重试间隔（分钟）" },
  nightFrom: { vi: "Đêm, từ", en: "Night, from", zh: "夜间，从" },
  nightTo: { vi: "Đêm, đến", en: "Night, to", zh: "夜间，至" },
  showAheadMinutes: {
    vi: "Nhắc trước hạn có mặt, phút",
    en: "Told before a call lapses, minutes",
    zh: "到场期限前提醒（分钟）",
  },
  returnAheadMinutes: {
    vi: "Nhắc trước hạn về, phút",
    en: "Told before the time abroad ends, minutes",
    zh: "返回期限前提醒（分钟）",
  },
  minutes: { vi: "Số phút", en: "Minutes", zh: "分钟" },
};

/** `name.vi` → "Tên đầy đủ (vi)". */
export function fieldWord(path: string, language: Language): string {
  const [field = path, part] = path.split(".");
  const word = words[field]?.[language] ?? field;
  return part === undefined ? word : `${word} (${part})`;
}

/** Code values of single fields that no message of the registry names. */
const codes: Readonly<Record<string, LocalText>> = {
  active: { vi: "có", en: "yes", zh: "有" },
  none: { vi: "không", en: "no", zh: "无" },
  unknown: { vi: "chưa rõ", en: "unknown", zh: "不详" },
  entry: { vi: "khi vào", en: "on entry", zh: "入境时" },
  exit: { vi: "khi ra", en: "on exit", zh: "出境时" },
  inside: { vi: "trong khu vực cửa khẩu", en: "in the gate area", zh: "口岸区内" },
  border_guard: { vi: "biên phòng", en: "border guard", zh: "边防" },
  customs: { vi: "hải quan", en: "customs", zh: "海关" },
  green: { vi: "xanh", en: "green", zh: "绿" },
  yellow: { vi: "vàng", en: "yellow", zh: "黄" },
  red: { vi: "đỏ", en: "red", zh: "红" },
  export: { vi: "xuất", en: "export", zh: "出口" },
  import: { vi: "nhập", en: "import", zh: "进口" },
  export_vn: { vi: "xuất bằng xe bên này", en: "export by a truck of this side", zh: "本侧车辆出口" },
  import_cn: { vi: "nhập bằng xe bên kia", en: "import by a truck of the other side", zh: "对方车辆进口" },
  export_cn: { vi: "xuất bằng xe bên kia", en: "export by a truck of the other side", zh: "对方车辆出口" },
  import_vn: { vi: "nhập bằng xe bên này", en: "import by a truck of this side", zh: "本侧车辆进口" },
  import_new_vehicle: { vi: "nhập xe mới", en: "import of a new vehicle", zh: "新车进口" },
  road: { vi: "đường bộ", en: "road", zh: "公路" },
  rail: { vi: "đường sắt", en: "rail", zh: "铁路" },
};

/** Code values that the registry's own messages have a word for, e.g. `gate_road`. */
export function codeWord(code: string, language: Language): string {
  const { routeKinds, gateClasses, laneClasses, openingModes, measures, qualifiers, timeLimits, duties } =
    registryMessages[language];
  const known: Readonly<Record<string, string>> = {
    ...duties,
    ...routeKinds,
    ...gateClasses,
    ...laneClasses,
    ...openingModes,
    ...measures,
    ...qualifiers,
    ...timeLimits,
  };
  return known[code] ?? codes[code]?.[language] ?? code;
}
