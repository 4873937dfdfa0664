import type { Language, LocalText } from "../../values/text.ts";
import type { BulletinLine } from "../bulletin.ts";

/** The lines of the bulletin as the Board writes them. Lines in kilograms are shown in tonnes. */
export const bulletinWords = {
  vehicles: { vi: "Tổng số xe xuất, nhập", en: "Vehicles, total", zh: "进出口车辆合计" },
  exports: { vi: "Xe xuất", en: "Export vehicles", zh: "出口车辆" },
  exports_fruit: { vi: "trong đó hoa quả", en: "of which fruit", zh: "其中水果" },
  exports_other: { vi: "trong đó hàng khác", en: "of which other goods", zh: "其中其他货物" },
  exports_agri_kg: { vi: "Nông sản xuất, tấn", en: "Agricultural exports, tonnes", zh: "农产品出口（吨）" },
  exports_agri_unweighed: {
    vi: "xe nông sản xuất chưa khai khối lượng",
    en: "agricultural exports, weight not stated",
    zh: "农产品出口未报重量车辆",
  },
  imports: { vi: "Xe nhập", en: "Import vehicles", zh: "进口车辆" },
  imports_agri_kg: { vi: "Nông sản nhập, tấn", en: "Agricultural imports, tonnes", zh: "农产品进口（吨）" },
  imports_agri_unweighed: {
    vi: "xe nông sản nhập chưa khai khối lượng",
    en: "agricultural imports, weight not stated",
    zh: "农产品进口未报重量车辆",
  },
  new_vehicles: { vi: "Xe mới nhập", en: "New vehicles imported", zh: "进口新车" },
  new_vehicles_waiting: {
    vi: "Xe mới còn ở cửa khẩu",
    en: "New vehicles still at the gates",
    zh: "滞留口岸新车",
  },
  arrivals: { vi: "Xe từ nội địa lên", en: "Vehicles arriving from inland", zh: "内地到达车辆" },
  backlog: { vi: "Xe xuất tồn", en: "Backlog of export vehicles", zh: "滞留出口车辆" },
  backlog_fruit: { vi: "trong đó hoa quả", en: "of which fruit", zh: "其中水果" },
  backlog_durian: { vi: "trong hoa quả có sầu riêng", en: "durian among the fruit", zh: "水果中榴莲" },
  backlog_other: { vi: "trong đó hàng khác", en: "of which other goods", zh: "其中其他货物" },
  backlog_unknown: { vi: "trong đó chưa rõ hàng", en: "of which goods not yet known", zh: "其中货物不明" },
  turned_around: {
    vi: "Xe quay đầu, chuyển cửa khẩu",
    en: "Vehicles turned around to another gate",
    zh: "掉头转口岸车辆",
  },
  two_way: { vi: "Xe chở hai chiều", en: "Two-way vehicles", zh: "双向运输车辆" },
  fees: { vi: "Phí thu trong ngày", en: "Fees collected", zh: "当日收费" },
  year_vehicles: { vi: "Lũy kế từ đầu năm, xe", en: "Year to date, vehicles", zh: "年初累计（辆）" },
  year_new_vehicles: {
    vi: "Lũy kế từ đầu năm, xe mới",
    en: "Year to date, new vehicles",
    zh: "年初累计新车",
  },
} as const satisfies Record<BulletinLine, LocalText>;

type Phrase =
  | "title"
  | "span"
  | "elsewhere"
  | "not_installed"
  | "not_recorded"
  | "yearFrom"
  | "issued"
  | "correction"
  | "notIssued"
  | "paper"
  | "simulated";

/** Sentences around the lines; `{…}` are filled. */
export const bulletinPhrases = {
  vi: {
    title: "Tình hình xuất nhập khẩu qua các cửa khẩu ngày {day}",
    span: "Từ {from} đến {to}",
    elsewhere: "Nơi khác",
    not_installed: "phần thu phí chưa cài đặt",
    not_recorded: "chưa ghi nhận",
    yearFrom: "lũy kế đếm từ ngày {day}",
    issued: "Phát hành {at}, nhật ký đến vị trí {position}, mã {hash}",
    correction: "Đính chính lần {n}, {at}: {reason}",
    notIssued: "Chưa phát hành; theo số liệu hiện biết",
    paper: "Trong đó {n} xe nhập sau từ phiếu giấy.",
    simulated: "Số liệu mô phỏng.",
  },
  en: {
    title: "Exports and imports through the border gates on {day}",
    span: "From {from} to {to}",
    elsewhere: "Elsewhere",
    not_installed: "fee part not installed",
    not_recorded: "not recorded",
    yearFrom: "the year is counted from {day}",
    issued: "Issued {at}, log to position {position}, hash {hash}",
    correction: "Correction {n}, {at}: {reason}",
    notIssued: "Not issued; by what is known now",
    paper: "Of the vehicles, {n} entered later from paper.",
    simulated: "Simulated figures.",
  },
  zh: {
    title: "{day}各口岸进出口情况",
    span: "{from} 至 {to}",
    elsewhere: "其他地点",
    not_installed: "收费模块尚未启用",
    not_recorded: "未记录",
    yearFrom: "年度累计自{day}起",
    issued: "{at} 发布，日志位置 {position}，校验 {hash}",
    correction: "第{n}次更正，{at}：{reason}",
    notIssued: "尚未发布；按现知数据",
    paper: "其中{n}辆由纸质单据补录。",
    simulated: "模拟数据。",
  },
} as const satisfies Record<Language, Record<Phrase, string>>;
