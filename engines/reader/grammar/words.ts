import { lexicon, ScannedLexicon } from "./lexicon.ts";

/** What an authority orders others to do: the verbs of conclusion notices, plans and directives. */
export const ACTIONS = new ScannedLexicon(
  "rà soát|theo dõi|đôn đốc|hướng dẫn|kiểm tra|giám sát|thanh tra|tổng hợp|báo cáo|tham mưu|đề xuất|xây dựng|hoàn thiện",
  "hoàn chỉnh|hoàn thành|hoàn tất|triển khai|thực hiện|tổ chức|chỉ đạo|lãnh đạo|điều hành|chủ trì|phối hợp|kiểm điểm|cung cấp|đưa",
  "trình|thẩm định|thẩm tra|phê duyệt|chấp thuận|ban hành|lập|điều chỉnh|cập nhật|bố trí|cân đối|giải ngân|thu hồi|giao",
  "bàn giao|tiếp nhận|giải quyết|xử lý|tháo gỡ|khắc phục|tăng cường|đẩy mạnh|đẩy nhanh|nâng cao|mở rộng|cải thiện",
  "kiện toàn|huy động|bảo đảm|đảm bảo|làm việc|làm rõ|làm tốt|trao đổi|đàm phán|ký kết|công bố|công khai|tuyên truyền",
  "vận động|chi trả|bồi thường|giải phóng|di dời|cưỡng chế|đấu giá|đấu thầu|lựa chọn|nghiên cứu|đánh giá|phân tích|khảo sát",
  "thống kê|lấy ý kiến|tiếp thu|giải trình|góp ý|tham gia|gửi|có văn bản|có ý kiến|có hướng dẫn|có giải pháp|có phương án|có báo cáo",
  "có kế hoạch|có biện pháp|có công văn|nắm|quản lý|duy trì|phát huy|khai thác|vận hành|chuẩn bị|tập hợp|bổ sung|sửa đổi|bãi bỏ|thay thế",
  "thành lập|phân công|đào tạo|tập huấn|bồi dưỡng|học tập|liên kết|đăng tải|cải cách|rút ngắn|cắt giảm|đơn giản hóa|thu hút",
  "kêu gọi|xúc tiến|hỗ trợ|tạo điều kiện|tạo thuận lợi|tạo mặt bằng|chỉnh trang|khởi công|thi công|nghiệm thu|quyết toán|thanh toán|biên tập|soạn thảo|dự thảo",
  "quán triệt|phổ biến|tuân thủ|chấp hành|chấm dứt|xác định|xác minh|xác nhận|đăng ký|kê khai|lưu ý|quan tâm|chú trọng",
  "ưu tiên|phấn đấu|duyệt|thông báo|thông tin|kết nối|số hóa|ứng dụng|vận dụng|kiến nghị|giới thiệu|quảng bá|kiểm soát",
  "ngăn chặn|phòng chống|bảo vệ|bảo trì|sửa chữa|lắp đặt|mua sắm|trang bị|đầu tư|phát triển|thúc đẩy|kiểm đếm|đo đạc|cắm mốc",
  "niêm yết|tiến hành|củng cố|chuyển đổi|chuyển giao|tích hợp|đối soát|phân bổ|phân loại|phân luồng|điều tiết|lồng ghép|đề nghị|yêu cầu",
  "mở|ký|họp|mời|tháo dỡ|san lấp|giao ban|trả lời|phản hồi|thẩm duyệt|thu gom|thu phí|thu thập|tham vấn|thống nhất|chịu trách nhiệm|giữ|nhập|rút kinh nghiệm",
);

/** How it is to be done: stands between the one who acts and the verb. */
export const MANNERS = lexicon(
  "khẩn trương|chủ động|tích cực|tiếp tục|thường xuyên|kịp thời|sớm|nghiêm túc|quyết liệt|trực tiếp|tập trung|đồng thời|nhanh chóng",
  "cũng|kiên quyết|cương quyết|định kỳ|hằng tháng|hàng tháng|hằng quý|hàng quý|hằng tuần|hàng tuần|hằng năm|hàng năm|hằng ngày|hàng ngày",
  "căn cứ|trên cơ sở|theo|theo chức năng|trước mắt|ngay|khẩn cấp|rất|hết sức|nỗ lực",
);

/** Words that make a duty of what follows. */
export const DUTIES = lexicon(
  "cần|cần phải|phải|có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|làm đầu mối|là đầu mối|là cơ quan đầu mối|làm cơ quan đầu mối|là cơ quan chủ trì",
);

/** The authority's own verb, before the one who is told: "Giao Sở …", "yêu cầu Chủ tịch …". */
export const ORDERS = lexicon(
  "giao|giao cho|yêu cầu|đề nghị|phân công|chỉ đạo|giao nhiệm vụ cho|đồng ý giao|thống nhất giao|nhất trí giao|tiếp tục giao|thống nhất yêu cầu|ủy quyền cho",
);

/** A statement about what is, was or will be; no order. */
export const STATEMENTS = lexicon(
  "đã|đang|vừa|được|bị|luôn|là|chưa|không|còn|sẽ|hiện|hiện đang|hiện nay|cơ bản|mới|có|từng|do|của|nhất trí|đồng ý|ghi nhận|đánh giá cao|biểu dương|cho biết|khẳng định|nhấn mạnh|cho rằng|nêu rõ|thông qua",
);

/** Opens a clause without being part of it. */
export const CONNECTORS = lexicon(
  "đồng thời|bên cạnh đó|ngoài ra|theo đó|cùng với đó|riêng|mặt khác|tiếp đó|trong đó|trong thời gian tới|thời gian tới|và|trước mắt|cụ thể|do đó|do vậy|vì vậy|chính vì vậy|nhất là",
);

/** Opens words about when or in what case, before the one who acts. */
export const ADJUNCTS = lexicon(
  "trên cơ sở|sau khi|ngay sau khi|ngay sau|sau|khi|căn cứ|trước ngày|trước|trong tháng|trong quý|trong năm|hết tháng|hết quý|chậm nhất|muộn nhất|đối với|về|để|từ nay|đến hết|định kỳ",
  "hằng tháng|hàng tháng|hằng quý|hàng quý|tại|trong|từ|với|trường hợp|nếu|nhằm|riêng đối với|theo|thực hiện|riêng về|xét|qua|liên quan",
);

/** "with …": those who take part beside the lead. */
export const TOGETHER = lexicon(
  "phối hợp với|phối hợp cùng|phối hợp cùng với|phối hợp chặt chẽ với|phối hợp chặt chẽ cùng|chủ động phối hợp với|phối hợp|cùng với|cùng|hợp đồng với|thống nhất với",
);
