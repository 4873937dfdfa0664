import type { AmendField } from "@moc/contract/gate/declaration.ts";
import type { Text, Texts } from "../../../ui/text.ts";

export const amendTexts = {
  title: { vi: "Sửa khai báo {plate}", en: "Amend the declaration of {plate}", zh: "更正{plate}的申报" },
  lead: {
    vi: "Phần chưa chốt còn sửa được. Mỗi lần sửa hiện trong diễn biến của lượt xe, kèm ai sửa và lúc nào.",
    en: "What is not yet fixed can be stated anew. Every amendment stands in the trip's story, with who and when.",
    zh: "未锁定的部分仍可更正。每次更正均记入车次经过，注明何人何时。",
  },
  queueNote: {
    vi: "Xe đang xếp hàng: đổi lối hoặc sang luồng hàng khác thì lấy chỗ mới ở cuối. Nêu rõ hàng trước đây chưa rõ thì giữ chỗ, trong thời hạn công bố; quá hạn đó, thêm hàng là xếp lại ở cuối.",
    en: "The truck stands in a queue: another route or another stream of goods means a new place at the end. Naming goods that were unknown keeps the place for a published time; after it, adding goods means a new place at the end.",
    zh: "车辆正在排队：更换通道或货物队列将重新排到队尾。在公布期限内补报原先不详的货物则保留位次；逾期添加货物将重新排到队尾。",
  },
  parts: { vi: "Các phần của khai báo", en: "Parts of the declaration", zh: "申报各部分" },
  backToTrip: { vi: "Lượt xe {plate}", en: "Trip of {plate}", zh: "{plate}车次" },
  same: { vi: "Giữ nguyên", en: "As filed", zh: "未改动" },
  changed: { vi: "Đã đổi, chưa gửi", en: "Changed, not sent", zh: "已改，未提交" },
  wrong: { vi: "Cần sửa", en: "To be mended", zh: "需更正" },
  fixed: { vi: "Đã chốt", en: "Fixed", zh: "已锁定" },
  never: {
    vi: "Loại lượt xe, loại hình, chủ hàng",
    en: "Kind of trip, regime, owner of the goods",
    zh: "车次类型、贸易方式、货主",
  },
  neverWhy: {
    vi: "Không đổi được: chỗ trong hàng không chuyển cho người khác. Muốn đổi, rút khai báo này rồi khai lại.",
    en: "Never changed: a place in the queue is not handed over. Withdraw this declaration and file another.",
    zh: "不可更改：排队位次不得转让。如需更改，请撤回本申报并重新申报。",
  },
  driverLead: {
    vi: "Đổi lái xe thì đường dẫn của lái xe cũ hết hiệu lực; gửi cho lái xe mới một đường dẫn khác.",
    en: "With another driver the link of the one before ends; hand the new one a link of his own.",
    zh: "更换司机后，原司机的链接失效；请向新司机另发链接。",
  },
  review: { vi: "Xem lại và gửi phần sửa", en: "Check the amendment and send", zh: "核对并提交更正" },
  reviewNone: {
    vi: "Chưa có phần nào đổi. Mở một phần ở trên để sửa.",
    en: "Nothing is changed yet. Open one of the parts above.",
    zh: "尚无改动。请打开以上某一部分。",
  },
  reviewWrong: {
    vi: "Còn phần cần sửa ở trên rồi mới gửi được.",
    en: "Mend the parts above before sending.",
    zh: "请先更正以上部分再提交。",
  },
  overtaken: {
    vi: "Khai báo vừa được sửa ở nơi khác. Điều bạn gõ vẫn còn ở dưới: xem lại rồi gửi.",
    en: "The declaration was amended elsewhere just now. What you typed is kept below: check it and send.",
    zh: "申报刚在别处被更正。您的输入保留在下方，请核对后提交。",
  },
  movedOn: {
    vi: "Lượt xe vừa chuyển bước, khai báo không đổi. Điều bạn gõ vẫn còn ở dưới: xem lại rồi gửi.",
    en: "The trip has moved on; nothing of the declaration changed. What you typed is kept below: check it and send.",
    zh: "车次刚有进展，申报未变。您的输入保留在下方，请核对后提交。",
  },
  before: { vi: "Đã khai", en: "As filed", zh: "原申报" },
  after: { vi: "Sửa thành", en: "Stated anew", zh: "更正为" },
  nothing: { vi: "để trống", en: "empty", zh: "空" },
  save: { vi: "Lưu và về danh sách", en: "Save and return", zh: "保存并返回" },
  send: { vi: "Gửi phần sửa", en: "Send the amendment", zh: "提交更正" },
  undo: { vi: "Bỏ mọi thay đổi", en: "Drop all changes", zh: "放弃所有改动" },
  sent: {
    vi: "Đã sửa khai báo {plate}.",
    en: "The declaration of {plate} is amended.",
    zh: "已更正{plate}的申报。",
  },
  closed: {
    vi: "Khai báo này không còn sửa được",
    en: "This declaration can no longer be amended",
    zh: "该申报已不能更正",
  },
} as const satisfies Texts;

/** Why a part is fixed, as the state table of the gate has it. */
export const fixedWords = {
  route: {
    vi: "Chốt từ lúc xe được cho qua, sang tải hoặc vào nội địa.",
    en: "Fixed since the truck was released, transferred its cargo or went inland.",
    zh: "自放行、换装或进入内地起锁定。",
  },
  vehicle: {
    vi: "Chốt từ lúc xe được gọi, hoặc đã qua Km0 vào.",
    en: "Fixed since the truck was called, or crossed in.",
    zh: "自叫号或入境起锁定。",
  },
  driver: {
    vi: "Chốt từ lúc xe được gọi, hoặc đã qua Km0 vào.",
    en: "Fixed since the truck was called, or crossed in.",
    zh: "自叫号或入境起锁定。",
  },
  goods: {
    vi: "Chốt từ khi có kết quả kiểm tra đầu tiên.",
    en: "Fixed since the first check was decided.",
    zh: "自首项查验有结果起锁定。",
  },
  customsNumbers: {
    vi: "Chốt từ lúc xe được cho qua.",
    en: "Fixed since the truck was released.",
    zh: "自放行起锁定。",
  },
} as const satisfies Record<AmendField, Text>;
