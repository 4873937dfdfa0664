import type { Help } from "./help.ts";

/** The screens of who steers the flow and of who is on duty. */
export const steerHelp = {
  steering: {
    purpose: {
      vi: "Điều tiết luồng xe: phương án phân luồng đang có hiệu lực, lệnh điều tiết là ngoại lệ của nó, và thông báo của phía bạn.",
      en: "Steer the flow: the standing routing plan, steering orders as exceptions to it, and what the counterpart side announced.",
      zh: "调度车流：现行分流方案、作为例外的调度令，以及对方通知。",
    },
    points: [
      {
        vi: "Trước khi ban hành, đọc phần tác động: bao nhiêu xe, lái xe sẽ đọc câu nào, lệnh nào nhường lệnh nào.",
        en: "Before you give an order, read its effects: how many trucks, what drivers will read, which order gives way to which.",
        zh: "发令前先看影响：涉及多少车、司机将看到什么、哪道命令让位。",
      },
      {
        vi: "Các lệnh chồng nhau thì lệnh chặt nhất ràng buộc; màn hình nói rõ lệnh nào.",
        en: "Where orders overlap the strictest binds, and the screen says which one that is.",
        zh: "命令重叠时以最严者为准，界面会标明。",
      },
      {
        vi: "Chỉ hiện những việc mà cơ quan bạn có thẩm quyền hôm nay. Dỡ bỏ lệnh là một bản ghi riêng, lệnh cũ không mất.",
        en: "Only what your organisation is competent for today is offered. Lifting is a record of its own; the order stays readable.",
        zh: "仅显示贵单位今日有权限的事项。解除另成记录，原令仍可查阅。",
      },
      {
        vi: "Ghi thông báo của phía bạn ngay khi nghe: ai nói, qua đầu mối nào, lối nào, từ giờ nào. Đóng lối thì ngừng tiếp nhận trong thời gian đó.",
        en: "Record what the other side announces as soon as you hear it: who said it, through which contact, which route, from when. A closure stops intake for its time.",
        zh: "听到对方通知立即记录：何人、经何联络渠道、哪条通道、何时起。关闭期间停止接收。",
      },
    ],
    terms: ["routing_plan", "order", "stop_intake", "notice", "park", "gate_centre", "traffic_police"],
  },
  duty: {
    purpose: {
      vi: "Ai đang trực ở đâu, ca trước bàn giao điều gì, và sự cố nào còn mở.",
      en: "Who is on duty where, what the shift before handed over, and which incidents are open.",
      zh: "谁在何处值班、上一班交接了什么、哪些事件未结。",
    },
    points: [
      {
        vi: "Vào ca thì nhận trực tại vị trí của mình; hết ca thì bàn giao bằng lời đủ để người sau làm tiếp.",
        en: "Take duty at your post when you begin; hand over in words that let the next one go on.",
        zh: "上班时在本岗位接班；下班时以足够清楚的文字交接。",
      },
      {
        vi: "Báo sự cố ngay, kể cả khi chưa rõ nguyên nhân; ghi tiếp diễn biến vào cùng sự cố.",
        en: "Report an incident at once, even when its cause is not known; add what follows to the same incident.",
        zh: "有事件立即上报，原因不明也要报；后续写入同一事件。",
      },
      {
        vi: "Không ghi tên, giấy tờ hay điện thoại của lái xe và chủ hàng: sổ này lưu vĩnh viễn.",
        en: "Write no name, paper or telephone of a driver or owner: this log is kept for ever.",
        zh: "勿写司机或货主姓名、证件、电话：本日志永久保存。",
      },
    ],
    terms: ["duty", "gate_centre", "dispatcher"],
  },
  paper: {
    purpose: {
      vi: "Khi hệ thống hoặc đường truyền hỏng: làm trên phiếu, rồi nhập từng việc vào đây khi có lại.",
      en: "When the system or the line is down: work on slips, and enter each act here when it is back.",
      zh: "系统或线路中断时用纸质单据作业，恢复后在此逐项补录。",
    },
    points: [
      {
        vi: "In sẵn phiếu trắng có số khi mọi thứ còn chạy; lúc hỏng thì không in được nữa.",
        en: "Print numbered blank slips while everything works; nothing can be printed once it is down.",
        zh: "系统正常时预先打印带编号的空白单据，中断后无法打印。",
      },
      {
        vi: "Báo đợt làm trên giấy của lối, từ lúc nào và vì sao: lý do là công khai.",
        en: "Declare the stretch on paper of the route, since when and why: the reason is public.",
        zh: "登记该通道的纸质作业时段、起始时间与理由：理由公开。",
      },
      {
        vi: "Mỗi cơ quan nhập việc của mình theo giờ trên phiếu. Dòng bị từ chối nói vì sao; sửa rồi ghi lại, không ghi hai lần.",
        en: "Each force enters its own acts with the time on the slip. A refused line says why; mend it and record it again, it is never done twice.",
        zh: "各单位按单据上的时间录入本单位事项。被拒的行会说明原因，改正后重录，不会重复。",
      },
    ],
    keys: [
      {
        key: "Enter",
        does: {
          vi: "sang ô sau, rồi ghi dòng",
          en: "next field, then record the line",
          zh: "下一格，最后记录该行",
        },
      },
    ],
    terms: ["PaperMode", "duty", "place"],
  },
  bulletin: {
    purpose: {
      vi: "Bản tin ngày của Ban: từ giờ chốt hôm trước đến giờ chốt hôm nay, đúng những dòng Ban vẫn công bố.",
      en: "The Board's daily bulletin: from one cut-off to the next, in exactly the lines that the Board publishes.",
      zh: "管委会日报：自上一截止时刻至本截止时刻，与管委会公布的栏目一致。",
    },
    points: [
      {
        vi: "“Lượt xe” đếm lần qua mốc, “xe” đếm phương tiện; hai số không cộng vào một cột.",
        en: "“Passages” count crossings, “vehicles” count vehicles; the two are never added in one column.",
        zh: "“辆次”计过境次数，“辆”计车辆，两者不混列。",
      },
      {
        vi: "Phát hành là ghi lại con số lúc đó. Nếu sau này biết thêm, phát hành đính chính: bản cũ vẫn nguyên.",
        en: "To issue is to record the figures as they are. When more is known later, issue a correction: the earlier record stays as it was.",
        zh: "发布即记录当时数字。事后另有所知则发更正，原记录不变。",
      },
      {
        vi: "Chọn “biết đến” để xem con số như đã biết vào một thời điểm, ví dụ lúc phát hành.",
        en: "“As known at” shows the figures as they were known at a moment, for instance when they were issued.",
        zh: "“已知截至”显示某一时刻（如发布时）所知的数字。",
      },
    ],
    terms: ["bulletin", "backlog", "passages_per_day", "new_vehicle", "two_way", "durian", "CountRecord"],
  },
  counts: {
    purpose: {
      vi: "Đường sắt, chợ biên giới, lối mở: nơi không khai từng lượt, mỗi ngày đếm bao nhiêu ra, bao nhiêu vào, do ai báo.",
      en: "Railways, border markets and openings: where nobody is declared, how many passed out and in each day, and who told it.",
      zh: "铁路、边境集市、边境通道：不逐车申报之处，每日出境、入境多少，由谁告知。",
    },
    points: [
      {
        vi: "Ngày chưa nhập là chưa rõ, không phải 0. Chỉ nhập 0 khi nguồn báo rõ là không có gì qua.",
        en: "A day that nobody entered is unknown, not 0. Enter 0 only when the source says that nothing passed.",
        zh: "未录入的日期是“不详”，不是0。仅当来源明确无通过时才填0。",
      },
      {
        vi: "Chọn một số để xem nó từ đâu ra: ai nhập, lúc nào, theo nguồn nào, đã đính chính những gì.",
        en: "Choose a figure to see where it comes from: who entered it and when, from which source, and what was corrected.",
        zh: "点选数字可查看来历：何人何时依何来源录入、作过哪些更正。",
      },
      {
        vi: "Số sai thì đính chính, nêu lý do; bản trước vẫn còn. Các số này không cộng vào số xe của bản tin.",
        en: "Correct a wrong figure and say why; the record before stays. These counts are never added to the vehicles of the bulletin.",
        zh: "数字有误则更正并说明理由，原记录保留。这些数字不计入日报车辆数。",
      },
    ],
    terms: ["CountRecord", "wagon", "market", "opening", "asOf"],
  },
} as const satisfies Record<string, Help>;
