import type { Help } from "./help.ts";

/** The screens of who declares: firms, customs agents, and whoever files for a truck that came undeclared. */
export const declareHelp = {
  declare: {
    purpose: {
      vi: "Khai báo một xe một lần cho mọi lực lượng. Đây không phải tờ khai hải quan.",
      en: "Declare a truck once for every force. This is not the customs declaration.",
      zh: "一次申报，各查验单位共用。这不是报关单。",
    },
    points: [
      {
        vi: "Làm lần lượt từng phần; phần nào xong có dấu. Xem lại tất cả trước khi gửi.",
        en: "Go part by part; a finished part is marked. Check all of it before you send.",
        zh: "逐项填写，完成的有标记；发送前全部核对。",
      },
      {
        vi: "Hay đi cùng một loại hàng: lưu thành mẫu, lần sau chỉ cần biển số và lái xe.",
        en: "If you often carry the same goods, keep a template: next time only plate and driver are missing.",
        zh: "经常运同类货物可存为模板，下次只填车牌和司机。",
      },
      {
        vi: "Chưa biết hàng vẫn khai được, nhưng xe chưa vào luồng nào cho đến khi khai hàng.",
        en: "Goods that are not yet known may be left open, but the truck joins no stream until they are stated.",
        zh: "货物未定也可申报，但在填明前不进入任何分流队列。",
      },
      {
        vi: "Tên và giấy tờ lái xe được giữ riêng dưới khóa; chỉ cán bộ có việc mới mở được và mỗi lần mở đều ghi lại.",
        en: "The driver's name and papers are kept apart under a key; only officers with the need open them, and each reading is recorded.",
        zh: "司机姓名和证件单独加密保存，仅有需要的人员可看，每次留痕。",
      },
      {
        vi: "Sau khi gửi, đưa liên kết hoặc phiếu QR cho lái xe: ở đó có thứ tự, giờ gọi và giấy tờ còn thiếu.",
        en: "After sending, give the driver the link or the slip: it tells place, call and what is missing.",
        zh: "发送后把链接或二维码单据交给司机：可看位次、叫号与所缺材料。",
      },
    ],
    terms: [
      "declaration",
      "draft",
      "template",
      "slot_rule",
      "stream",
      "two_way",
      "temporary_import_re_export",
    ],
  },
  amend: {
    purpose: {
      vi: "Sửa khai báo đã gửi. Phần đã cố định thì nói rõ cố định từ lúc nào.",
      en: "Amend a declaration that was filed. What is fixed says since when.",
      zh: "更正已提交的申报。已固定部分会说明自何时起。",
    },
    points: [
      {
        vi: "Đổi xe hoặc lái xe trước khi được gọi không làm mất chỗ; đổi lối hoặc luồng hàng là xếp lại cuối hàng.",
        en: "Another truck or driver before the call keeps the place; another route or stream means a new place at the end.",
        zh: "叫号前换车或换司机不失位次；换通道或分流则排到末尾。",
      },
      {
        vi: "Nếu có người vừa sửa trước bạn, trang nêu phần họ đã đổi và giữ nguyên điều bạn đã gõ.",
        en: "When somebody amended before you, the page shows what they changed and keeps what you typed.",
        zh: "若他人先行更正，页面会列出其改动并保留您的输入。",
      },
      {
        vi: "Mỗi lần sửa đều nằm trong lịch sử của lượt xe, với người sửa và thời điểm.",
        en: "Every amendment stands in the trip's story, with who and when.",
        zh: "每次更正均记入车次历史，注明何人何时。",
      },
    ],
    terms: ["declaration", "place", "stream", "released"],
  },
  importFile: {
    purpose: {
      vi: "Khai nhiều xe từ một tệp XLSX hoặc CSV: mỗi dòng một xe.",
      en: "Declare many trucks from one XLSX or CSV file: one truck a row.",
      zh: "用一个XLSX或CSV文件批量申报：每行一车。",
    },
    points: [
      {
        vi: "Tải mẫu, điền, chọn tệp để xem trước. Lỗi được nêu theo dòng và cột; sửa trong tệp rồi chọn lại.",
        en: "Fetch the template, fill it in, choose the file to look at it first. Faults are named by row and column; mend them in the file and choose it again.",
        zh: "下载模板填写后选择文件预览。错误按行列指出；在文件中改正后重新选择。",
      },
      {
        vi: "Gửi thì tất cả các dòng hoặc không dòng nào. Gửi lại cùng một tệp không khai hai lần.",
        en: "Sending files every row or none. The same file sent twice is filed once.",
        zh: "发送时要么全部要么全不；同一文件重复发送只申报一次。",
      },
    ],
    terms: ["declaration", "template"],
  },
} as const satisfies Record<string, Help>;
