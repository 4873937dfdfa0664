import type { Texts } from "../../ui/text.ts";

export const conflictTexts = {
  title: { vi: "Khác với gói dữ liệu", en: "Against the pack", zh: "与数据包不一致" },
  note: {
    vi: "{n} mục đã sửa trên màn hình mà gói mới nhất nói khác",
    en: "{n} {n|row|rows} edited on a screen of which the newest pack says something else",
    zh: "{n}条在界面上修改、而最新数据包说法不同的条目",
  },
  none: { vi: "Không có gì phải quyết định", en: "Nothing to decide", zh: "无需裁定" },
  noneWhy: {
    vi: "Gói mới nhất không nói khác điều đã sửa trên màn hình, hoặc mọi khác biệt đã được quyết định.",
    en: "The newest pack says nothing else than what was edited on a screen, or every difference was decided.",
    zh: "最新数据包与界面修改无差异，或差异均已裁定。",
  },
  field: { vi: "Nội dung", en: "Field", zh: "字段" },
  operator: { vi: "Đã nhập trên màn hình", en: "Entered on a screen", zh: "界面录入" },
  pack: { vi: "Gói dữ liệu nói", en: "The pack says", zh: "数据包" },
  source: { vi: "Nguồn", en: "Source", zh: "来源" },
  confidence: { vi: "Độ tin cậy", en: "Confidence", zh: "可信度" },
  from: { vi: "Có hiệu lực từ {day}", en: "Holds from {day}", zh: "自{day}起有效" },
  always: {
    vi: "Có hiệu lực từ trước khi có hồ sơ",
    en: "Holds since before the records",
    zh: "早于记录即有效",
  },
  noVersion: { vi: "không có phiên bản này", en: "no such version", zh: "无此版本" },
  withdrawn: {
    vi: "Gói dữ liệu không còn mục này: lấy theo gói là bỏ mục.",
    en: "The pack names this row no longer: taking the pack's side withdraws it.",
    zh: "数据包已不含此条目：采用数据包即撤销该条目。",
  },
  equal: { vi: "{n} nội dung giống nhau", en: "{n} {n|field is|fields are} equal", zh: "{n}项相同" },
  validTo: { vi: "Hết hiệu lực từ", en: "No longer holds from", zh: "自何日起失效" },
  reason: { vi: "Lý do quyết định", en: "Reason for the decision", zh: "裁定理由" },
  reasonHint: {
    vi: "Lưu trong nhật ký cùng người quyết định; không ghi dữ liệu cá nhân",
    en: "Kept in the log with who decided; no personal data",
    zh: "与裁定人一并存入日志；请勿填写个人数据",
  },
  keepOperator: { vi: "Giữ điều đã nhập", en: "Keep what was entered", zh: "保留界面录入" },
  keepPack: { vi: "Lấy theo gói", en: "Take the pack's", zh: "采用数据包" },
  kept: {
    vi: "Đã giữ điều đã nhập cho “{name}”.",
    en: "“{name}” stays as it was entered.",
    zh: "“{name}”保留界面录入。",
  },
  taken: {
    vi: "“{name}” nay theo gói dữ liệu.",
    en: "“{name}” now says what the pack says.",
    zh: "“{name}”已采用数据包。",
  },
} as const satisfies Texts;
