import type { Texts } from "../../../ui/text.ts";

export const importTexts = {
  title: { vi: "Khai nhiều xe từ một tệp", en: "Declare many trucks from a file", zh: "从文件批量申报" },
  lead: {
    vi: "Mỗi dòng một xe, tối đa {most} dòng. Xe chở nhiều mặt hàng: thêm dòng ngay dưới, chỉ ghi các cột hàng hóa. Xem trước rồi mới gửi: gửi hết, hoặc không gửi dòng nào. Cùng một tệp gửi hai lần chỉ được khai một lần.",
    en: "One truck a row, at most {most} rows. For further goods of a truck add rows right below it that fill the goods columns alone. Look first, then send: every row, or none. The same file sent twice is filed once.",
    zh: "每行一辆车，最多{most}行。一车多种货物时，在其下方添加仅填货物列的行。先预览再提交：全部提交或全不提交。同一文件重复上传只申报一次。",
  },
  open: { vi: "Khai nhiều xe từ tệp", en: "Many trucks from a file", zh: "从文件批量申报" },
  template: { vi: "Tệp mẫu {format}", en: "Template file {format}", zh: "模板文件{format}" },
  choose: { vi: "Tệp XLSX hoặc CSV", en: "XLSX or CSV file", zh: "XLSX或CSV文件" },
  chooseHint: {
    vi: "Đặt các cột biển số, giấy tờ, điện thoại ở dạng chữ để bảng tính không làm tròn. Tệp mẫu XLSX đã đặt sẵn.",
    en: "Format plate, paper and phone columns as text, so that the spreadsheet rounds nothing. The XLSX template does.",
    zh: "请将车牌、证件、电话列设为文本，以免被四舍五入。XLSX模板已设置。",
  },
  tooLarge: {
    vi: "Tệp lớn hơn {limit} kB. Chia thành nhiều tệp.",
    en: "The file is larger than {limit} kB. Part it into several files.",
    zh: "文件超过{limit} kB。请拆分为多个文件。",
  },
  reading: { vi: "Đang kiểm tra từng dòng", en: "Checking every row", zh: "正在逐行检查" },
  rows: { vi: "Xem trước {name}", en: "Preview of {name}", zh: "{name}预览" },
  sound: { vi: "{n} dòng, tất cả gửi được", en: "{n} rows, all can be filed", zh: "{n}行，均可提交" },
  faulty: {
    vi: "{n} dòng, {faulty} dòng cần sửa trong tệp rồi chọn lại",
    en: "{n} rows, {faulty} to be mended in the file; then choose it again",
    zh: "{n}行，{faulty}行需在文件中更正后重新选择",
  },
  row: { vi: "Dòng", en: "Row", zh: "行" },
  ofRow: { vi: "dòng {row},", en: "row {row},", zh: "第{row}行，" },
  plate: { vi: "Biển số", en: "Plate", zh: "车牌" },
  route: { vi: "Lối", en: "Route", zh: "通道" },
  goods: { vi: "Hàng hóa", en: "Goods", zh: "货物" },
  goodsUnknown: { vi: "Chưa rõ hàng", en: "Not yet known", zh: "尚不明确" },
  state: { vi: "Kết quả kiểm tra", en: "Result", zh: "检查结果" },
  good: { vi: "Gửi được", en: "Can be filed", zh: "可提交" },
  VN: {
    vi: "{goods} không có trong danh mục {here.party}.",
    en: "{goods}: not on {here.country}'s list.",
    zh: "{goods}不在{here.party}目录中。",
  },
  CN: {
    vi: "{goods} không có trong danh mục {across.party}.",
    en: "{goods}: not on {across.country}'s list.",
    zh: "{goods}不在{across.party}目录中。",
  },
  illustrative: { vi: "danh mục minh họa", en: "illustrative list", zh: "示例目录" },
  before: {
    vi: "Các dòng này đã được khai lúc {at} và xe còn đang trên hành trình: không khai lại.",
    en: "These rows were filed at {at} and their trucks are still under way: they are not filed again.",
    zh: "这些行已于{at}申报，车辆仍在途：不再重复申报。",
  },
  send: { vi: "Gửi {n} khai báo", en: "Send {n|declaration|declarations}", zh: "提交{n}份申报" },
  mendFirst: {
    vi: "Còn {faulty} dòng cần sửa.",
    en: "{faulty} rows are still to be mended.",
    zh: "还有{faulty}行需更正。",
  },
  sent: { vi: "Đã khai {n} xe.", en: "{n|truck|trucks} declared.", zh: "已申报{n}辆车。" },
  back: { vi: "Khai từng xe", en: "One truck", zh: "单车申报" },
} as const satisfies Texts;
