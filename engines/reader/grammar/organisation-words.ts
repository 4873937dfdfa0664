import { lexicon } from "./lexicon.ts";

/** An office in front of the organisation it belongs to: "Chủ tịch UBND huyện …". */
export const TITLES = lexicon(
  "chủ tịch|phó chủ tịch|các phó chủ tịch|giám đốc|phó giám đốc|trưởng|phó trưởng|trưởng ban|phó trưởng ban|thủ trưởng|người đứng đầu|lãnh đạo|cục trưởng|chi cục trưởng",
  "chánh|phó chánh|bí thư|phó bí thư|tổng giám đốc|chủ nhiệm|viện trưởng|chỉ huy trưởng|hiệu trưởng|đại diện lãnh đạo",
);

/** Departments named by their field: "Sở Nông nghiệp và Môi trường". */
export const FIELD_HEADS = lexicon("sở|bộ|vụ");

/** Bodies of a territory: "UBND huyện …", "Công an tỉnh". */
export const LEVEL_HEADS = lexicon(
  "ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân|đoàn đại biểu quốc hội|ủy ban mặt trận tổ quốc việt nam|ủy ban mặt trận tổ quốc|ubmttq|ubmttq việt nam|mặt trận tổ quốc",
  "công an|bộ chỉ huy quân sự|ban chỉ huy quân sự|bộ chỉ huy bộ đội biên phòng|bch bộ đội biên phòng|bộ đội biên phòng|đồn biên phòng|thanh tra|kho bạc nhà nước",
  "bảo hiểm xã hội|tỉnh ủy|thành ủy|huyện ủy|thị ủy|đảng ủy|tỉnh đoàn|thường trực tỉnh ủy|thường trực|ban thường vụ|viện kiểm sát nhân dân|tòa án nhân dân|liên đoàn lao động|cục thuế|chi cục thuế|cục thống kê|cục hải quan|chi cục hải quan|hải quan",
  "ngân hàng nhà nước|báo và đài|điện lực|công ty điện lực|thuế|hội nông dân|hội liên hiệp phụ nữ|hội cựu chiến binh|liên minh hợp tác xã|hiệp hội doanh nghiệp|đài phát thanh và truyền hình|đài phát thanh - truyền hình",
);

/** Bodies whose name says freely what they do. */
export const OPEN_HEADS = lexicon(
  "ban quản lý|bql|ban quản lý dự án|ban chỉ đạo|ban tổ chức|ban tuyên giáo|ban dân vận|ban nội chính|ban dân tộc|ban|văn phòng|vp|trung tâm|tt|phòng|cục|chi cục|tổng cục|tổ công tác|tổ giúp việc|tổ chuyên viên|tổ",
  "hội đồng|viện|trường|bệnh viện|báo|đài|công ty|tổng công ty|tập đoàn|ngân hàng|hiệp hội|hội|liên đoàn|liên hiệp|quỹ|chi nhánh|cảng vụ|cơ quan thường trực|đoàn|tiểu ban|hợp tác xã|nhà máy|thủ tướng|chính phủ|quốc hội|cơ quan thường trực ban chỉ đạo",
);

/** A lower-case word that may belong to the name of a body; it must not open the tail unless it is a noun. */
export const NAME_NOUNS = lexicon(
  "đô thị|dự án|các dự án|công trình|các công trình|khu|các khu|khu vực|khu kinh tế|kinh tế|cửa khẩu|các cửa khẩu|quỹ đất|rừng|giao thông|dân dụng|công nghiệp|nông nghiệp|nông thôn|hạ tầng|cụm|nhà nước|nhân dân|hành chính|hành chính công|dịch vụ|giúp việc|chuyên ngành|trọng điểm|cổ phần|tnhh|thường trực|đặc biệt",
);
/** Verbs that names contain after such a noun: "Ban Quản lý dự án đầu tư xây dựng tỉnh". */
export const NAME_VERBS = lexicon(
  "đầu tư xây dựng|đầu tư|xây dựng|phát triển|quản lý|bảo vệ|phòng hộ|đặc dụng|đô thị",
);

export const LEVELS = lexicon(
  "tỉnh|huyện|thành phố|thị xã|thị trấn|xã|phường|đặc khu|cấp tỉnh|cấp huyện|cấp xã|thị|quận|trung ương",
);
export const PLURALS = lexicon("các|những|mọi|từng|một số|toàn bộ các|tất cả các|toàn thể|mỗi|các cấp");

/** Those who are told without being named. */
export const GENERIC_NOUNS = lexicon(
  "cơ quan|đơn vị|sở|ban|ngành|địa phương|huyện|thành phố|thị xã|xã|phường|thị trấn|cấp|nhà thầu|nhà đầu tư|chủ đầu tư|doanh nghiệp|tổ chức|lực lượng chức năng|lực lượng",
  "chính quyền các cấp|chính quyền|cấp ủy|phòng|phòng chuyên môn|thành viên|trung tâm|trung tâm quản lý cửa khẩu|cá nhân|bộ|đơn vị tư vấn|cơ quan chuyên môn|cơ quan chức năng|hiệp hội|đoàn thể|cấp chính quyền|tổ chức chính trị - xã hội|ban chỉ đạo|tổ công tác|đoàn viên|hội|hội đoàn thể|cơ quan thông tấn|báo chí|bộ ngành|sở ngành",
);
/** Generic nouns that can stand without "các" and still name the one who is told. */
export const BARE_NOUNS = lexicon(
  "chủ đầu tư|nhà thầu|nhà đầu tư|đơn vị tư vấn|cơ quan liên quan|đơn vị liên quan|chính quyền các cấp|chính quyền địa phương|cơ quan chuyên môn|đơn vị thi công|cơ quan chủ trì|đơn vị chủ trì",
);
export const QUALIFIERS = lexicon(
  "liên quan|có liên quan|chức năng|dự án|các dự án|trên địa bàn|trên địa bàn tỉnh|nêu trên|trực thuộc|thuộc|của|chuyên môn|thi công|địa phương|tỉnh|cấp tỉnh|xây lắp|hạ tầng|quản lý cửa khẩu|ban chỉ đạo|tư vấn|còn lại|tại cửa khẩu|được giao|liên quan khác|khác|các cấp",
);

/** Field names that hold more than "Capital + one syllable", or a comma. */
export const FIELDS = lexicon(
  "giao thông vận tải|phát triển nông thôn|nông nghiệp và phát triển nông thôn|lao động - thương binh và xã hội|văn hóa , thể thao và du lịch|y tế|quy hoạch - kiến trúc|công thương|nn&ptnt|kh&đt|tn&mt|khđt|gtvt",
);
