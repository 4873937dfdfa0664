import type { Help } from "./help.ts";

/** The screens of administrators, auditors and of one's own account. */
export const administrationHelp = {
  registry: {
    purpose: {
      vi: "Danh mục của khu: cửa khẩu, lối, giờ mở cửa, quy tắc, tổ chức. Mỗi mục có nguồn và ngày hiệu lực.",
      en: "The zone's registry: gates, routes, hours, rules, organisations. Each row has its source and its days.",
      zh: "本区登记册：口岸、通道、开放时间、规则、机构。每条均有来源与有效期。",
    },
    points: [
      {
        vi: "Sửa là nêu lại từ một ngày: phiên bản cũ đóng lại, không mất. Ghi ai nói và ở đâu.",
        en: "To edit is to state anew from a day: the version before is closed, never lost. Say who says so and where.",
        zh: "修改即自某日起重新陈述：旧版本关闭但不丢失。请写明何人何处所述。",
      },
      {
        vi: "Để trống nghĩa là chưa rõ, không phải bằng không.",
        en: "Empty means unknown, not zero.",
        zh: "留空表示不详，而非为零。",
      },
      {
        vi: "Mục “minh họa” là giả định cho trình diễn; đừng trích dẫn.",
        en: "A row marked illustrative is made up for the demonstration; do not quote it.",
        zh: "标为“示例”的条目为演示虚构，请勿引用。",
      },
      {
        vi: "“Tải CSV” ghi các mục đang hiện, của ngày đang xem, kèm nguồn của từng mục.",
        en: "“Download CSV” holds the rows shown, of the day that you look at, each with its source.",
        zh: "“下载CSV”导出所显示的条目及其来源，以所查看日期为准。",
      },
    ],
    terms: ["zone", "gate", "clearance_route", "lane_group", "openings", "yard", "park", "illustrative"],
  },
  conflicts: {
    purpose: {
      vi: "Những mục đã sửa trên màn hình mà gói dữ liệu mới nhất nói khác. Máy không tự chọn: người quyết định.",
      en: "Rows edited on a screen of which the newest pack says something else. The machine chooses nothing: a person decides.",
      zh: "界面修改过、而最新数据包说法不同的条目。系统不自行选择，由人裁定。",
    },
    points: [
      {
        vi: "So nguồn và độ tin cậy của hai bên trước khi chọn; hỏi người đã nhập nếu cần.",
        en: "Compare source and confidence of both sides before you choose; ask who entered it when in doubt.",
        zh: "选择前比较双方来源与可信度，必要时询问录入人。",
      },
      {
        vi: "Giữ điều đã nhập: mục không hiện lại cho đến khi gói nói điều khác nữa. Lấy theo gói: điều đã nhập đóng lại nhưng vẫn đọc được.",
        en: "Keep what was entered: the row does not come back until the pack says something else again. Take the pack's: what was entered is closed and stays readable.",
        zh: "保留录入：数据包再有变化前不再出现。采用数据包：原录入关闭但仍可查。",
      },
    ],
    terms: ["zone", "illustrative"],
  },
  accounts: {
    purpose: {
      vi: "Ai được làm việc ở đây, với vai trò nào, cho tổ chức nào.",
      en: "Who may work here, in which duty, for which organisation.",
      zh: "谁可在此工作、担任何职、代表何机构。",
    },
    points: [
      {
        vi: "Tạo tài khoản rồi chuyển riêng đường dẫn đặt mật khẩu cho người đó: không ai khác biết mật khẩu.",
        en: "Make the account and hand its one-time link to its holder alone: nobody else ever knows the password.",
        zh: "建账户后将一次性链接只交给本人：他人不知其密码。",
      },
      {
        vi: "Người thôi việc thì khóa tài khoản: mọi phiên kết thúc ngay. Không xóa, vì nhật ký còn nhắc đến.",
        en: "Lock the account of who leaves: every session ends at once. It is not deleted, because the log speaks of it.",
        zh: "离职者锁定账户，所有会话立即结束；不删除，因日志仍引用。",
      },
      {
        vi: "Nếu cơ quan có hệ thống tài khoản riêng, khai báo trước người mà hệ thống đó phải xác nhận cho tài khoản này.",
        en: "Where the organisation has a directory of its own, enter beforehand whom it must prove for this account.",
        zh: "若单位有自己的账户系统，请预先登记其须为此账户确认的人员。",
      },
    ],
    keys: [
      { key: "↑ ↓", does: { vi: "đi giữa các dòng", en: "go between rows", zh: "上下移动" } },
      { key: "Enter", does: { vi: "mở tài khoản", en: "open the account", zh: "打开账户" } },
    ],
    terms: ["duty", "dispatcher", "board_leader", "customs_agent"],
  },
  tokens: {
    purpose: {
      vi: "Mã truy cập cho máy: thanh chắn, định vị, hệ thống của một lực lượng hoặc doanh nghiệp.",
      en: "Tokens for machines: a barrier, a position, the system of a force or a firm.",
      zh: "供机器使用的令牌：道闸、定位、查验单位或企业的系统。",
    },
    points: [
      {
        vi: "Mã chỉ hiện một lần. Cấp đúng những việc cần làm, có ngày hết hạn.",
        en: "The token is shown once. Give it only what it needs, with an end.",
        zh: "令牌只显示一次。只授予所需权限，并设期限。",
      },
      {
        vi: "Mã lâu không dùng hoặc bị lộ thì thu hồi: nó hết hiệu lực ngay.",
        en: "Revoke one that is unused or was seen by others: it ends at once.",
        zh: "长期未用或泄露的令牌应撤销，立即失效。",
      },
    ],
    terms: ["duty", "simulated"],
  },
  audit: {
    purpose: {
      vi: "Ai đã làm gì, với ai, khi nào và vì sao: đăng nhập, đổi vai trò, xem dữ liệu cá nhân, xuất dữ liệu.",
      en: "Who did what to whom, when and why: sign-ins, roles, readings of personal data, exports.",
      zh: "何人何时为何对何人做了什么：登录、角色变更、查看个人数据、导出。",
    },
    points: [
      {
        vi: "Việc đọc trang này cũng được ghi. Không ai xóa hay sửa được dòng nào.",
        en: "Reading this page is recorded too. Nobody can remove or alter a line.",
        zh: "查看本页也被记录。任何人不能删改。",
      },
      {
        vi: "Nhiều lần đăng nhập bị từ chối liên tiếp từ một tài khoản: hỏi chủ tài khoản trước khi làm gì khác.",
        en: "Many refused sign-ins of one account in a row: ask its holder before anything else.",
        zh: "某账户连续多次登录被拒：先询问账户持有人。",
      },
    ],
    terms: ["asOf"],
  },
  upkeep: {
    purpose: {
      vi: "Sức khỏe của hệ thống: đồng hồ, niêm phong nhật ký, ổ đĩa, bản sao lưu, kiểm tra chuỗi.",
      en: "The system's health: clock, sealing of the log, disk, backup, check of the chain.",
      zh: "系统健康：时钟、日志封存、磁盘、备份、链校验。",
    },
    points: [
      {
        vi: "Mỗi cảnh báo nói việc phải làm. Đĩa gần đầy là việc gấp: khi hết chỗ, hệ thống từ chối ghi để không mất điều đã nhận.",
        en: "Each alert says what to do. A disk that fills is urgent: without room the system refuses to write rather than lose what it took.",
        zh: "每条警示写明该做什么。磁盘将满须尽快处理：无空间时系统拒绝写入，以免丢失已接收内容。",
      },
      {
        vi: "Chép bản sao lưu sang máy khác và cất MOC_SECRET ở nơi khác nữa: thiếu nó không mở được dữ liệu cá nhân.",
        en: "Carry the backup to another machine and keep MOC_SECRET in yet another place: without it no personal data can be opened.",
        zh: "备份应移至他机，MOC_SECRET另行保管：缺之无法打开个人数据。",
      },
    ],
    terms: ["ZoneClock"],
  },
  secondFactor: {
    purpose: {
      vi: "Xác thực hai bước cho tài khoản của chính bạn: ngoài mật khẩu còn một mã sáu số trên điện thoại.",
      en: "The second factor of your own account: beside the password a code of six digits on your telephone.",
      zh: "您本人账户的两步验证：除密码外还需手机上的六位数字。",
    },
    points: [
      {
        vi: "Quét mã bằng ứng dụng xác thực, nhập một mã để xác nhận. Cất mười mã dự phòng ở nơi an toàn: mỗi mã dùng một lần.",
        en: "Scan with an authenticator and confirm with a first code. Put the ten recovery codes in a safe place: each works once.",
        zh: "用身份验证器扫描并输入首个验证码确认。十个恢复码请妥善保存，每个只能用一次。",
      },
      {
        vi: "Mất điện thoại và mã dự phòng: quản trị viên gỡ giúp, có ghi lý do.",
        en: "When telephone and recovery codes are lost, an administrator removes it, with a reason.",
        zh: "手机与恢复码均丢失时，由管理员移除并写明理由。",
      },
    ],
    terms: [],
  },
} as const satisfies Record<string, Help>;
