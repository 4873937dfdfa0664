/** What a section says: orders, what was achieved, what is in the way, or something else. */
export type Mode = "tasks" | "conclusion" | "results" | "difficulties" | "other";

const TROUBLE = /khó khăn|hạn chế|tồn tại|vướng mắc|bất cập|thách thức/iu;
/** "Tháo gỡ khó khăn" is work, not a list of troubles. */
const REMEDY = /tháo gỡ|khắc phục|giải quyết|xử lý|để bảo đảm|để đảm bảo/iu;
const ACHIEVED =
  /kết quả|ưu điểm|thuận lợi|tình hình|đánh giá chung|ước thực hiện|mức độ hoàn thành|thực trạng|đạt được|những việc đã/iu;
const FORECAST = /dự báo/iu;
const AIMS =
  /mục tiêu|chỉ tiêu|quan điểm|mục đích|phạm vi|đối tượng|nhu cầu vốn|dự toán|kinh phí|nguồn vốn|căn cứ pháp lý/iu;
const DUTIES =
  /nhiệm vụ|giải pháp|tổ chức thực hiện|phân công|công việc trọng tâm|trách nhiệm của|yêu cầu[^:]*:$|giao [^:]*:$|đề nghị[^:]*:$|(?:ý kiến )?chỉ đạo(?: như sau)?:$|thời gian tới/iu;
const CONCLUSION =
  /(?:kết luận|có ý kiến|thống nhất)(?: [^:]{0,60})?(?: như sau)?:$|ý kiến kết luận|kết luận, chỉ đạo/iu;

/** The mode that a heading or the sentence before a list opens; null when it says nothing of it. */
export function modeOpenedBy(text: string): Mode | null {
  const trouble = text.search(TROUBLE);
  const achieved = text.search(ACHIEVED);
  if (trouble >= 0 && !REMEDY.test(text)) {
    // "Thuận lợi, khó khăn" announces both; "Bên cạnh kết quả đạt được … còn khó khăn" only the second.
    return achieved >= 0 && text.length < 40 ? "other" : "difficulties";
  }
  if (FORECAST.test(text)) return "other";
  if (text.endsWith(":") && DUTIES.test(text) && achieved < 0) return "tasks";
  if (CONCLUSION.test(text)) return "conclusion";
  if (achieved >= 0) return "results";
  if (AIMS.test(text) && !/nhiệm vụ/iu.test(text)) return "other";
  return DUTIES.test(text) ? "tasks" : null;
}

const AUTHORITY_ORDERS =
  /(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Chủ tịch|Thủ tướng|Thường trực|Ban Chỉ đạo|Trưởng ban|đồng chí)[^.:]{0,160}(?:yêu cầu|giao|đề nghị|kết luận|chỉ đạo|phân công)[^.]*:$/iu;

/** True for the sentence with which the issuer opens the orders of the whole document. */
export const opensDocumentOrders = (text: string): boolean => AUTHORITY_ORDERS.test(text);
