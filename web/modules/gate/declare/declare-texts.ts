import type { TripKind } from "@moc/contract/gate/declaration.ts";
import type { PayloadClass } from "@moc/contract/gate/vehicle.ts";
import type { Text, Texts } from "../../../ui/text.ts";

export const declareTexts = {
  title: { vi: "Khai báo xe", en: "Declare a truck", zh: "车辆申报" },
  lead: {
    vi: "Khai một lần, mọi lực lượng cùng đọc. Đang điền thì lưu trên máy này đến khi đăng xuất; bấm lưu để cả đơn vị dùng tiếp.",
    en: "Filed once, read by every force. What you type stays on this device until you sign out; keep it, and your organisation can go on with it.",
    zh: "一次申报，各查验单位共享。填写内容在本机保留至退出；保存后本单位可继续使用。",
  },
  tasks: { vi: "Các phần", en: "Tasks", zh: "填报项目" },
  done: { vi: "Đã đủ", en: "Complete", zh: "已完成" },
  open: { vi: "Còn thiếu", en: "Incomplete", zh: "未完成" },
  optional: { vi: "Không bắt buộc", en: "Optional", zh: "选填" },
  route: { vi: "Chiều và lối", en: "Direction and route", zh: "方向与通道" },
  vehicle: { vi: "Xe", en: "Vehicle", zh: "车辆" },
  driver: { vi: "Lái xe và chủ hàng", en: "Driver and owner", zh: "司机与货主" },
  goods: { vi: "Hàng hóa", en: "Goods", zh: "货物" },
  papers: { vi: "Giấy tờ", en: "Papers", zh: "单证" },
  review: { vi: "Xem lại và gửi", en: "Check your answers and send", zh: "核对并提交" },
  reviewLocked: {
    vi: "Làm đủ các phần trên rồi mới gửi được.",
    en: "Complete the tasks above before sending.",
    zh: "完成以上项目后方可提交。",
  },
  clear: { vi: "Xóa trắng", en: "Clear the form", zh: "清空表单" },
  save: { vi: "Lưu và về danh sách", en: "Save and return", zh: "保存并返回" },
  next: { vi: "Lưu và sang phần sau", en: "Save and continue", zh: "保存并继续" },
  change: { vi: "Sửa", en: "Change", zh: "修改" },
  send: { vi: "Gửi khai báo", en: "Send the declaration", zh: "提交申报" },
  sent: {
    vi: "Đã khai xe {plate}, mã {code}.",
    en: "{plate} declared, code {code}.",
    zh: "{plate}已申报，编号{code}。",
  },
  errors: { vi: "Cần sửa trước khi gửi", en: "Mend this before sending", zh: "提交前请更正" },
  back: { vi: "Danh sách các phần", en: "Task list", zh: "项目列表" },
} as const satisfies Texts;

export const fieldTexts = {
  kind: { vi: "Loại lượt xe", en: "Kind of trip", zh: "车次类型" },
  regime: { vi: "Loại hình", en: "Regime", zh: "贸易方式" },
  routeWanted: { vi: "Lối muốn qua", en: "Route wanted", zh: "拟走通道" },
  choose: { vi: "Chọn", en: "Choose", zh: "请选择" },
  plate: { vi: "Biển số xe", en: "Plate", zh: "车牌" },
  plateHintVn: {
    vi: "Biển Việt Nam, ví dụ 12C-084.51",
    en: "Vietnamese, e.g. 12C-084.51",
    zh: "越南车牌，例如 12C-084.51",
  },
  plateHintCn: {
    vi: "Biển Trung Quốc, ví dụ 桂F12345",
    en: "Chinese, e.g. 桂F12345",
    zh: "中国车牌，例如 桂F12345",
  },
  plateHintNew: {
    vi: "Biển tạm của Trung Quốc, ví dụ 桂A01234临",
    en: "Temporary Chinese plate, e.g. 桂A01234临",
    zh: "中国临时号牌，例如 桂A01234临",
  },
  vinHintNew: {
    vi: "17 ký tự; xe mới nhận ra bằng số khung",
    en: "17 characters; a new vehicle is told by its VIN",
    zh: "17位；新车以车架号识别",
  },
  vehicleIsGoods: {
    vi: "Chính chiếc xe là hàng: ghi tên xe, ví dụ hiệu và loại.",
    en: "The vehicle itself is the goods: name it, for instance by make and model.",
    zh: "车辆本身即货物：请填写车名，例如品牌与型号。",
  },
  payload: { vi: "Trọng tải hoặc công-te-nơ", en: "Payload class", zh: "载重或箱型" },
  vin: { vi: "Số khung (VIN)", en: "VIN", zh: "车架号" },
  vinHint: {
    vi: "17 ký tự, để trống nếu không biết",
    en: "17 characters, leave empty if unknown",
    zh: "17位，不详可留空",
  },
  trailer: { vi: "Biển số rơ moóc", en: "Trailer plate", zh: "挂车车牌" },
  container: { vi: "Số công-te-nơ", en: "Container number", zh: "集装箱号" },
  containerHint: {
    vi: "4 chữ cái và 7 chữ số, để trống nếu không có",
    en: "4 letters and 7 digits, leave empty if none",
    zh: "4字母7数字，无则留空",
  },
  containerNext: { vi: "Số công-te-nơ thứ {n}", en: "Container number {n}", zh: "第{n}个集装箱号" },
  addContainer: { vi: "Thêm công-te-nơ", en: "Add a container", zh: "增加集装箱" },
  containerSize: { vi: "Cỡ công-te-nơ, ft", en: "Container size, ft", zh: "箱型（英尺）" },
  driverName: { vi: "Họ tên lái xe", en: "Driver's name", zh: "司机姓名" },
  driverPaper: { vi: "Số giấy tờ hoặc giấy thông hành", en: "Identity paper or border pass", zh: "证件号" },
  driverPhone: { vi: "Điện thoại lái xe", en: "Driver's phone", zh: "司机电话" },
  driverPhoneHint: {
    vi: "Để báo khi được gọi, ví dụ +84912345678",
    en: "To tell the call, e.g. +84912345678",
    zh: "用于叫号通知，例如 +84912345678",
  },
  personal: {
    vi: "Dữ liệu cá nhân: cất riêng có khóa, chỉ cán bộ cần mới đọc được và mỗi lần đọc đều bị ghi lại.",
    en: "Personal data: kept apart under a key, read only by officers with the need, and every reading is recorded.",
    zh: "个人数据：单独加密保存，仅有需要的人员可读，每次读取均有记录。",
  },
  owner: { vi: "Chủ hàng", en: "Owner of the goods", zh: "货主" },
  goodsUnknown: { vi: "Chưa rõ hàng hóa", en: "Goods not yet known", zh: "货物尚不明确" },
  goodsUnknownHint: {
    vi: "Được khai, nhưng xe chưa xếp được luồng cho đến khi rõ hàng.",
    en: "Allowed, but the truck joins no stream until the goods are known.",
    zh: "可申报，但在货物明确前不入队列。",
  },
  goodsName: { vi: "Tên hàng", en: "Name of the goods", zh: "货名" },
  goodsClass: { vi: "Nhóm hàng", en: "Class of goods", zh: "货物类别" },
  hs: { vi: "Mã HS", en: "HS code", zh: "HS编码" },
  hsHint: {
    vi: "4, 6 hoặc 8 chữ số, nếu biết",
    en: "4, 6 or 8 digits, when known",
    zh: "4、6或8位，已知时填写",
  },
  weight: { vi: "Khối lượng, kg", en: "Weight, kg", zh: "重量（公斤）" },
  packages: { vi: "Số kiện", en: "Packages", zh: "件数" },
  packagesCount: { vi: "{n} kiện", en: "{n} packages", zh: "{n}件" },
  addGoods: { vi: "Thêm dòng hàng", en: "Add a line", zh: "增加一行" },
  removeGoods: { vi: "Bỏ dòng này", en: "Remove this line", zh: "删除本行" },
  goodsLine: { vi: "Dòng hàng {n}", en: "Line {n}", zh: "第{n}行" },
  customsNumbers: { vi: "Số tờ khai hải quan", en: "Customs declaration numbers", zh: "报关单号" },
  customsHint: {
    vi: "Nhiều số thì cách nhau bằng dấu phẩy",
    en: "Several numbers are parted by commas",
    zh: "多个编号用逗号分隔",
  },
  quarantineService: { vi: "Cơ quan kiểm dịch", en: "Quarantine service", zh: "检疫机构" },
  quarantineNumber: { vi: "Số giấy kiểm dịch", en: "Quarantine paper number", zh: "检疫证书号" },
  none: { vi: "Không có", en: "None", zh: "无" },
  health: { vi: "y tế", en: "health", zh: "卫生" },
  plant: { vi: "thực vật", en: "plant", zh: "植物" },
  animal: { vi: "động vật", en: "animal", zh: "动物" },
  note: { vi: "Ghi chú", en: "Note", zh: "备注" },
} as const satisfies Texts;

export const kindWords = {
  export_vn: { vi: "Xuất khẩu bằng xe Việt Nam", en: "Export by Vietnamese truck", zh: "越南车辆出口" },
  import_cn: { vi: "Nhập khẩu bằng xe Trung Quốc", en: "Import by Chinese truck", zh: "中国车辆进口" },
  export_cn: {
    vi: "Xuất khẩu bằng xe Trung Quốc vào nhận hàng",
    en: "Export by Chinese truck that enters empty",
    zh: "中国空车入境装货出口",
  },
  import_vn: { vi: "Nhập khẩu bằng xe Việt Nam", en: "Import by Vietnamese truck", zh: "越南车辆进口" },
  import_new_vehicle: {
    vi: "Nhập khẩu xe mới tự chạy",
    en: "Import of a new vehicle on its own wheels",
    zh: "新车自驶进口",
  },
} as const satisfies Record<TripKind, Text>;

export const payloadWords = {
  under_2t: { vi: "dưới 2 tấn", en: "under 2 t", zh: "2吨以下" },
  "2_to_5t": { vi: "2 đến dưới 5 tấn", en: "2 to 5 t", zh: "2至5吨" },
  "5_to_10t": { vi: "5 đến dưới 10 tấn", en: "5 to 10 t", zh: "5至10吨" },
  "10_to_18t": { vi: "10 đến dưới 18 tấn", en: "10 to 18 t", zh: "10至18吨" },
  from_18t: { vi: "từ 18 tấn", en: "18 t and more", zh: "18吨及以上" },
  container_20: { vi: "công-te-nơ 20 ft", en: "20 ft container", zh: "20英尺集装箱" },
  container_40: { vi: "công-te-nơ 40 ft", en: "40 ft container", zh: "40英尺集装箱" },
} as const satisfies Record<PayloadClass, Text>;
