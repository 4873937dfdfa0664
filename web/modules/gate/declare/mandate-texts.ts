import type { MandateState } from "@moc/contract/gate/mandate.ts";
import type { Text, Texts } from "../../../ui/text.ts";

export const mandateTexts = {
  title: { vi: "Ủy quyền cho đại lý hải quan", en: "Mandates of customs agents", zh: "报关代理委托" },
  note: {
    vi: "Đại lý chỉ khai thay cho doanh nghiệp đã ủy quyền, trong những ngày đã ghi.",
    en: "An agent declares only for firms that let it, on the days stated.",
    zh: "代理仅可在所列日期内代已委托的企业申报。",
  },
  none: { vi: "Chưa có ủy quyền nào.", en: "No mandate yet.", zh: "暂无委托。" },
  give: { vi: "Ủy quyền", en: "Give a mandate", zh: "办理委托" },
  revoke: { vi: "Thu hồi", en: "Revoke", zh: "撤销委托" },
  agent: { vi: "Đại lý hải quan", en: "Customs agent", zh: "报关代理" },
  choose: { vi: "Chọn", en: "Choose", zh: "请选择" },
  from: { vi: "Ngày đầu", en: "First day", zh: "起始日" },
  to: { vi: "Ngày cuối", en: "Last day", zh: "截止日" },
  toHint: { vi: "Để trống: đến khi thu hồi", en: "Empty: until it is revoked", zh: "留空：直至撤销" },
  reason: { vi: "Lý do", en: "Reason", zh: "理由" },
  revokeWhat: {
    vi: "Đại lý không khai thay được nữa từ lúc này. Các tờ khai đã gửi giữ nguyên.",
    en: "The agent declares no more from now on. What it has declared stands.",
    zh: "代理此后不得再代为申报。已提交的申报不变。",
  },
  between: { vi: "{from} – {to}", en: "{from} – {to}", zh: "{from}至{to}" },
  open: { vi: "từ {from}", en: "from {from}", zh: "自{from}起" },
  given: { vi: "Đã ủy quyền.", en: "Mandate given.", zh: "委托已办理。" },
  revoked: { vi: "Đã thu hồi.", en: "Revoked.", zh: "已撤销。" },
} as const satisfies Texts;

export const mandateStates = {
  in_force: { vi: "Đang hiệu lực", en: "In force", zh: "有效" },
  planned: { vi: "Chưa bắt đầu", en: "Not yet begun", zh: "尚未开始" },
  over: { vi: "Đã hết", en: "Ended", zh: "已到期" },
  revoked: { vi: "Đã thu hồi", en: "Revoked", zh: "已撤销" },
} as const satisfies Record<MandateState, Text>;
