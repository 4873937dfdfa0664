import type { Texts } from "../../../ui/text.ts";

export const deskTexts = {
  title: { vi: "Bản nháp và mẫu", en: "Drafts and templates", zh: "草稿与模板" },
  note: {
    vi: "Cả đơn vị cùng dùng; dữ liệu lái xe và chủ hàng được khóa riêng.",
    en: "Shared by your organisation; driver and owner are kept under a key of their own.",
    zh: "本单位共用；司机与货主数据单独加密保存。",
  },
  none: {
    vi: "Chưa có. Lưu một bản nháp để làm tiếp sau, hoặc lưu làm mẫu để lần sau chỉ điền biển số và lái xe.",
    en: "None yet. Keep a draft to go on later, or a template, so that next time only plate and driver are filled in.",
    zh: "暂无。可保存草稿稍后继续，或存为模板，下次只需填写车牌和司机。",
  },
  draftOf: { vi: "Bản nháp {plate}", en: "Draft {plate}", zh: "草稿 {plate}" },
  noPlate: { vi: "chưa có biển số", en: "without a plate", zh: "未填车牌" },
  kept: {
    vi: "lưu {kept}, giữ đến {until}",
    en: "kept {kept}, until {until}",
    zh: "{kept}保存，保留至{until}",
  },
  template: { vi: "Mẫu", en: "Template", zh: "模板" },
  goOn: { vi: "Làm tiếp", en: "Go on", zh: "继续填写" },
  use: { vi: "Dùng mẫu", en: "Use the template", zh: "使用模板" },
  drop: { vi: "Xóa", en: "Throw away", zh: "删除" },
  dropped: { vi: "Đã xóa.", en: "Thrown away.", zh: "已删除。" },
  erased: {
    vi: "Dữ liệu lái xe hoặc chủ hàng trong đó đã được xóa theo yêu cầu: điền lại.",
    en: "Driver or owner in it have been erased on request: fill them in again.",
    zh: "其中的司机或货主数据已应要求删除，请重新填写。",
  },
  keep: { vi: "Lưu bản nháp", en: "Keep as a draft", zh: "保存草稿" },
  keptNow: { vi: "Đã lưu bản nháp.", en: "Draft kept.", zh: "草稿已保存。" },
  keepTemplate: { vi: "Lưu làm mẫu", en: "Keep as a template", zh: "存为模板" },
  templateName: { vi: "Tên mẫu", en: "Name of the template", zh: "模板名称" },
  templateHint: {
    vi: "Mọi ô đang điền được giữ trong mẫu. Không ghi tên người vào tên mẫu.",
    en: "The template holds every field as filled in now. No names of people in its name.",
    zh: "模板将保存当前所有内容。名称中请勿写入人名。",
  },
  templateKept: { vi: "Đã lưu mẫu “{name}”.", en: "Template “{name}” kept.", zh: "模板“{name}”已保存。" },
  copied: {
    vi: "Đã chép từ lượt xe {plate}. Kiểm tra lại biển số, lái xe và giấy tờ.",
    en: "Copied from trip {plate}. Check plate, driver and papers.",
    zh: "已复制自车次{plate}，请核对车牌、司机和单证。",
  },
  copy: { vi: "Khai lại như lượt này", en: "Declare another like this", zh: "按此车次再次申报" },
} as const satisfies Texts;
