import type { Help } from "./help.ts";

/** The screens on which trucks are watched, called and checked. */
export const workHelp = {
  operations: {
    purpose: {
      vi: "Cả biên giới trên một màn hình: mỗi lối có bao nhiêu xe chờ, chờ bao lâu, lối nào đóng, việc gì cần xử lý trước.",
      en: "The whole border on one screen: how many trucks wait at each route and for how long, which route is closed, and what needs a hand first.",
      zh: "一屏看全边境：各通道等待车辆与时长、关闭情况，以及最需处理的事项。",
    },
    points: [
      {
        vi: "Đọc cột cảnh báo trước: việc nặng nhất ở trên cùng, mỗi cảnh báo có nút mở đúng màn hình để xử lý.",
        en: "Read the alerts first: the gravest stands on top, and each has a button that opens the screen on which it is mended.",
        zh: "先看警示：最严重的在最上，每条都有按钮直达处理界面。",
      },
      {
        vi: "Chọn một lối trên sơ đồ để vào hàng chờ của lối đó. Sơ đồ không phải bản đồ: nó chỉ xếp lối từ tây bắc xuống đông nam.",
        en: "Choose a route on the schematic to open its queue. The schematic is no map: it only lines the routes up from north-west to south-east.",
        zh: "点选示意图上的通道可进入其排队。示意图不是地图，仅自西北向东南排列通道。",
      },
      {
        vi: "Số xe xuất là xe đang chờ có thứ tự; số xe nhập là xe đã báo mà chưa qua, không có thứ tự.",
        en: "Export figures are trucks that wait with a place; import figures are trucks announced and not yet across, without places.",
        zh: "出口数为按位次等待的车辆；进口数为已申报未过境车辆，无位次。",
      },
      {
        vi: "Chọn “Tính đến” ở đầu trang để xem hết một ngày trước; khi đó mọi lệnh bị khóa.",
        en: "“As of” in the header shows the end of an earlier day; commands are locked then.",
        zh: "页首“截至”可查看过去某日末的情况，此时指令锁定。",
      },
    ],
    keys: [
      { key: "B", does: { vi: "đổi giữa sơ đồ và bảng", en: "schematic or table", zh: "示意图与表格切换" } },
    ],
    terms: [
      "clearance_route",
      "backlog",
      "pre_registered",
      "overstays",
      "passages_per_day",
      "CountRecord",
      "asOf",
    ],
  },
  today: {
    purpose: {
      vi: "Một trang cho lãnh đạo: hôm nay đã qua bao nhiêu, còn tồn bao nhiêu, khác thường ở đâu. Đọc trên điện thoại hoặc in.",
      en: "One page for leaders: how much has crossed today, how much is left waiting, and what departs from the usual. For a telephone or for print.",
      zh: "领导一页通：今日过境多少、滞留多少、哪里异常。适合手机阅读或打印。",
    },
    points: [
      {
        vi: "Xe xuất được so với mức thường có đến giờ này; nếu chưa đủ ngày để so, trang nói rõ điều đó.",
        en: "Exports are compared with what is usual by this hour; when there are too few days, the page says so.",
        zh: "出口与此时刻的通常水平比较；天数不足时会说明。",
      },
      {
        vi: "Số của trang này đến từ cùng nhật ký với bản tin; bản tin chốt lúc 20 giờ, trang này là bây giờ.",
        en: "Its figures come from the same log as the bulletin; the bulletin is cut at 20:00, this page is now.",
        zh: "数据与日报同源；日报以20时为截止，本页为当前。",
      },
    ],
    terms: ["bulletin", "backlog", "passages_per_day"],
  },
  queues: {
    purpose: {
      vi: "Danh sách các hàng chờ: mỗi lối, mỗi chiều một hàng. Vào đây để chọn hàng cần điều độ.",
      en: "The list of queues: one for each route and direction. Choose here which one to work on.",
      zh: "排队清单：每条通道每个方向一列。在此选择要调度的队列。",
    },
    points: [
      {
        vi: "Lối đóng vẫn giữ hàng: xe không mất thứ tự vì lối đóng.",
        en: "A closed route keeps its queue: no truck loses its place because the route is closed.",
        zh: "通道关闭时队列保留，车辆不因关闭而失去位次。",
      },
      {
        vi: "Trang công khai của mỗi hàng cho lái xe và các tỉnh xem cùng thứ tự, chỉ với ba ký tự cuối của biển số.",
        en: "The public page of each queue shows drivers and sending provinces the same order, with the last three characters of the plate only.",
        zh: "每列均有公开页面，司机与来车省份看到相同顺序，仅显示车牌后三位。",
      },
    ],
    terms: ["place", "stream", "clearance_route"],
  },
  queue: {
    purpose: {
      vi: "Điều độ một hàng chờ: ai đứng thứ mấy, vì sao, và gọi bao nhiêu xe vào. Không ai sửa được thứ tự bằng tay.",
      en: "Dispatch one queue: who stands where and why, and how many are called. Nobody can edit a place by hand.",
      zh: "调度一列队伍：谁排第几、为何、叫入多少。任何人不能手工改位次。",
    },
    points: [
      {
        vi: "Thứ tự suy từ hai tín hiệu đến độc lập do máy chủ ghi; khai sớm hay gửi lại nhiều lần không làm xe lên trước.",
        en: "A place derives from two independent arrival signals as the server recorded them; declaring early or sending again moves nobody forward.",
        zh: "位次由服务器记录的两个独立到达信号推得；早申报或重复发送都不会提前。",
      },
      {
        vi: "Trước khi gọi, đọc dòng xem trước: gọi được bao nhiêu, vì sao là số đó, xe nào bị bỏ qua và vẫn giữ chỗ.",
        en: "Read the preview before you call: how many, why that number, and which trucks are passed over and keep their place.",
        zh: "叫号前先看预览：可叫多少、为何是此数、哪些车被跳过但保留位次。",
      },
      {
        vi: "Ưu tiên, giữ lại, đưa về là lệnh có căn cứ, ghi tên cơ quan và hiện ngay trên trang công khai của hàng chờ.",
        en: "Priority, hold and return are commands with a ground; the organisation is named, and they stand on the queue's public page at once.",
        zh: "优先、暂缓、退回均为有依据的指令，注明单位并立即公开。",
      },
      {
        vi: "Chọn một xe rồi mở “vì sao thứ tự này” để trả lời lái xe bằng lời của hệ thống.",
        en: "Choose a truck and open the history of its place to answer its driver in the system's own words.",
        zh: "选择车辆并打开位次历史，可用系统的原话答复司机。",
      },
    ],
    keys: [
      { key: "G", does: { vi: "gọi theo dòng xem trước", en: "call as previewed", zh: "按预览叫号" } },
      { key: "/", does: { vi: "tìm xe trong hàng", en: "find a truck in the queue", zh: "在队列中查找" } },
    ],
    terms: [
      "place",
      "stream",
      "slot_rule",
      "call_forward",
      "exceptionKinds",
      "exception_ground",
      "postponement_rule",
    ],
  },
  trips: {
    purpose: {
      vi: "Mọi lượt xe mà bạn được xem, thay đổi mới nhất ở trên. Doanh nghiệp chỉ thấy lượt của mình, bến bãi thấy xe của lối mình.",
      en: "Every trip that you may see, newest change first. A firm sees its own, a yard those of its routes.",
      zh: "您可查看的全部车次，最新变动在前。企业只见本单位，货场只见其通道。",
    },
    points: [
      {
        vi: "Tìm bằng biển số, mã tờ khai trên nền tảng hoặc số công-te-nơ; một phần cũng được.",
        en: "Search by plate, declaration code or container number; a part is enough.",
        zh: "可按车牌、申报编号或集装箱号查找，输入一部分即可。",
      },
      {
        vi: "Lọc theo chiều và trạng thái; chọn một dòng rồi Enter để mở lượt xe.",
        en: "Filter by direction and state; choose a row and press Enter to open the trip.",
        zh: "可按方向和状态筛选；选中一行后按回车打开车次。",
      },
      {
        vi: "“Tải CSV” ghi đúng danh sách đang lọc, tối đa 10.000 lượt xe một tệp, không có tên người; mỗi lần tải được ghi vào nhật ký.",
        en: "“Download CSV” holds the list as it is filtered, at most 10,000 trips a file, without names of people; each download is audited.",
        zh: "“下载CSV”按当前筛选导出，每个文件最多10000车次，不含人名；每次下载均记入审计。",
      },
    ],
    terms: ["trip", "declaration", "released", "cross_out", "hold"],
  },
  trip: {
    purpose: {
      vi: "Một lượt xe từ khai báo đến khi khép lại: đang ở đâu, còn thiếu gì, ai đã làm gì, và việc tiếp theo được phép.",
      en: "One trip from declaration to its end: where it stands, what is missing, who did what, and what may happen next.",
      zh: "一个车次从申报到结束：当前位置、所缺事项、何人所为、下一步可做什么。",
    },
    points: [
      {
        vi: "Nút mờ luôn nói vì sao chưa làm được; đó là câu trả lời cho người đang hỏi ở quầy.",
        en: "A button that cannot be pressed says why; that is the answer for whoever asks at the counter.",
        zh: "不可点的按钮会说明原因，可直接答复窗口询问者。",
      },
      {
        vi: "Các kiểm tra chạy song song. “Đủ điều kiện qua cửa khẩu” cần tất cả; đó không phải là thông quan, việc riêng của Hải quan.",
        en: "Checks run in parallel. “All checks passed” needs every one; it is not customs clearance, which is an act of customs alone.",
        zh: "各项查验并行。“查验完毕”须全部通过；这不是通关，通关仅属海关。",
      },
      {
        vi: "In phiếu có mã QR cho lái xe không có điện thoại; liên kết của lái xe chỉ mở được lượt này.",
        en: "Print a slip with a QR code for a driver without a telephone; a driver's link opens this trip alone.",
        zh: "可为无手机司机打印带二维码的单据；司机链接只能打开本车次。",
      },
      {
        vi: "Tên và giấy tờ lái xe chỉ mở khi cần; mỗi lần mở đều được ghi lại.",
        en: "A driver's name and papers are opened with a need only; every reading is recorded.",
        zh: "司机姓名与证件仅在需要时查看，每次查看均留痕。",
      },
    ],
    keys: [
      { key: "Q", does: { vi: "làm việc tiếp theo được phép", en: "do what comes next", zh: "执行下一步" } },
    ],
    terms: [
      "trip",
      "place",
      "checks_done",
      "hold",
      "released",
      "divert",
      "transferred",
      "two_way",
      "feeStep",
    ],
  },
  desk: {
    purpose: {
      vi: "Bàn kiểm tra của một lực lượng: gõ biển số, xem phần của mình, quyết định bằng một phím.",
      en: "A force's check desk: type a plate, read your own part, decide with one key.",
      zh: "查验单位工作台：输入车牌，查看本单位部分，一键决定。",
    },
    points: [
      {
        vi: "Gõ ba ký tự cuối của biển số là đủ; hoặc chọn xe đang chờ từ danh sách.",
        en: "The last three characters of the plate are enough; or choose a waiting truck from the list.",
        zh: "输入车牌后三位即可，或从列表选择待查车辆。",
      },
      {
        vi: "Đạt, giữ hoặc không đạt; giữ và không đạt cần lý do, không ghi tên người hay giấy tờ vào lý do.",
        en: "Pass, hold or fail; a hold and a fail need a reason, and the reason names no person and no paper.",
        zh: "通过、暂扣或不通过；后两者须写理由，理由中勿写人名或证件。",
      },
      {
        vi: "Kết quả chỉ có giá trị khi máy chủ đã nhận. Đừng cho xe đi khi dòng còn ghi “chưa gửi”.",
        en: "A result counts once the server has it. Let no truck go while the line still says “not sent”.",
        zh: "服务器收到后结果才有效。显示“未发送”时请勿放行。",
      },
      {
        vi: "Xe đến mà chưa khai: khai hộ ở màn hình Khai báo, lái xe sẽ thấy ai đã khai hộ mình.",
        en: "A truck that came undeclared: file for it under Declare; its driver will see who did.",
        zh: "车辆到达但未申报：在“申报”中代为申报，司机可见由谁代报。",
      },
    ],
    keys: [
      { key: "/", does: { vi: "gõ biển số", en: "type a plate", zh: "输入车牌" } },
      { key: "1", does: { vi: "cho đạt phần đang chờ", en: "pass the waiting check", zh: "通过当前查验" } },
    ],
    terms: ["duty", "checks_done", "hold", "channel"],
  },
} as const satisfies Record<string, Help>;
