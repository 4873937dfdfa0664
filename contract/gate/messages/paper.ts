import { fillSentence } from "../../values/sentence.ts";
import type { Language, LocalText } from "../../values/text.ts";
import type { PaperActKind } from "../paper-act.ts";
import type { PaperMode } from "../paper-mode.ts";
import type { PaperRefusal } from "../paper-refusals.ts";

/** Acts on a slip, as its lines and the table of entry name them. */
export const paperActWords = {
  arrival: { vi: "Xe đến", en: "Arrival", zh: "到达" },
  call: { vi: "Gọi xe", en: "Call", zh: "叫号" },
  reach_gate: { vi: "Đến cổng", en: "At the gate", zh: "到达卡口" },
  cross_in: { vi: "Qua Km0 vào", en: "Crossed in", zh: "入境" },
  enter_yard: { vi: "Vào bãi", en: "Into the yard", zh: "进入货场" },
  check: { vi: "Kết quả kiểm tra", en: "Check result", zh: "查验结果" },
  release: { vi: "Cho qua", en: "Release", zh: "放行" },
  cross_out: { vi: "Qua Km0 ra", en: "Crossed out", zh: "出境" },
  return: { vi: "Quay về", en: "Return", zh: "返回" },
  leave: { vi: "Rời cửa khẩu", en: "Leaves the gate", zh: "离开口岸" },
} as const satisfies Record<PaperActKind, LocalText>;

export const paperSentences: Record<Language, Record<PaperRefusal, string>> = {
  vi: {
    paper_not_found: "Không có đợt làm trên giấy này.",
    paper_times: "Mốc giờ phải trong bảy ngày qua, không ở tương lai, và kết thúc sau bắt đầu.",
    paper_overlaps: "Lối {route} đã có đợt làm trên giấy trùng giờ này. Dùng đợt đó.",
    paper_over: "Đợt làm trên giấy này đã kết thúc.",
    paper_entered_later: "Đã nhập việc ghi lúc {due}: giờ kết thúc phải sau đó.",
    paper_other_route: "Xe này khai lối {route}, không phải lối của đợt làm trên giấy.",
    paper_time_outside: "Giờ trên phiếu phải nằm trong đợt làm trên giấy, từ {opens} đến {due}.",
    paper_time_before: "Giờ trên phiếu trước việc đã ghi lúc {due}. Kiểm lại phiếu.",
    paper_out_of_turn:
      "Chưa đến lượt xe này: xe …{plate} đứng trước. Nhập phiếu của xe đó trước, hoặc cho xe này ưu tiên với căn cứ công khai.",
    paper_arrival_not_yours:
      "Phiếu xe đến do bãi đỗ và một cán bộ cùng ghi: bãi nhập phần của bãi, cán bộ nhập phần của mình.",
    slip_not_reserved: "Số phiếu {slip} chưa được cấp cho lối này. Xem lại số trên phiếu.",
    slip_used: "Phiếu số {slip} đã đi với xe khác. Mỗi phiếu chỉ dùng cho một xe.",
    slip_void: "Phiếu số {slip} đã hủy. Ghi việc này lên phiếu khác rồi nhập số của phiếu đó.",
    writer_unknown: "Người ghi phiếu phải là người cùng cơ quan với người nhập.",
  },
  en: {
    paper_not_found: "There is no such stretch of paper mode.",
    paper_times:
      "The times must lie within the last seven days, not in the future, and end after they begin.",
    paper_overlaps: "Route {route} was on paper at that time already. Use that stretch.",
    paper_over: "This stretch of paper mode has ended.",
    paper_entered_later: "An act of {due} has been entered: the end must lie after it.",
    paper_other_route: "This truck is declared for route {route}, not for the one on paper.",
    paper_time_outside:
      "The time on the slip must lie within the stretch of paper mode, from {opens} to {due}.",
    paper_time_before: "The time on the slip lies before what is recorded at {due}. Look at the slip again.",
    paper_out_of_turn:
      "It is not this truck's turn: …{plate} stands before it. Enter that slip first, or give this truck a priority on a public ground.",
    paper_arrival_not_yours:
      "An arrival on paper is written by the yard and by an officer: each enters its own part.",
    slip_not_reserved: "Slip number {slip} was not reserved for this route. Look at the number again.",
    slip_used: "Slip {slip} went with another truck. One slip is for one truck.",
    slip_void: "Slip {slip} is void. Write the act on another slip and enter that number.",
    writer_unknown: "Who wrote the slip must be of the same organisation as who enters it.",
  },
  zh: {
    paper_not_found: "没有这段纸质作业。",
    paper_times: "时间须在过去七天内，不得在将来，且结束晚于开始。",
    paper_overlaps: "通道{route}在该时段已有纸质作业，请使用该段。",
    paper_over: "这段纸质作业已结束。",
    paper_entered_later: "已录入{due}的事项：结束时间须在其后。",
    paper_other_route: "该车申报的是通道{route}，不是纸质作业的通道。",
    paper_time_outside: "单据上的时间须在纸质作业时段内：{opens}至{due}。",
    paper_time_before: "单据上的时间早于{due}已有的记录，请核对单据。",
    paper_out_of_turn: "还没轮到该车：…{plate}排在前面。请先录入那张单据，或以公开依据给予优先。",
    paper_arrival_not_yours: "纸质到达由货场和一名人员分别填写：各自录入自己的部分。",
    slip_not_reserved: "单号{slip}未分配给此通道，请核对单号。",
    slip_used: "{slip}号单据已随另一辆车使用。一张单据只用于一辆车。",
    slip_void: "{slip}号单据已作废。请写在另一张单据上并录入其单号。",
    writer_unknown: "填写人须与录入人同属一个单位。",
  },
};

const phrases = {
  vi: {
    title: "Làm trên giấy {span}",
    open: "từ {from}",
    span: "{from} – {to}",
    text: "{n} việc đã nhập sau từ phiếu giấy. Chỗ trong hàng tính từ lúc nhập, không theo giờ trên phiếu.",
    none: "Việc làm trên giấy được nhập sau; chỗ trong hàng tính từ lúc nhập, không theo giờ trên phiếu.",
  },
  en: {
    title: "On paper {span}",
    open: "since {from}",
    span: "{from} – {to}",
    text: "{n} acts were entered later from paper. A place is of the moment of entry, not of the time on paper.",
    none: "What is done on paper is entered later; a place is of the moment of entry, not of the time on paper.",
  },
  zh: {
    title: "纸质作业 {span}",
    open: "自{from}起",
    span: "{from}–{to}",
    text: "已补录{n}项纸质作业。排位以录入时刻为准，不以单据时间为准。",
    none: "纸质作业稍后补录；排位以录入时刻为准，不以单据时间为准。",
  },
} as const satisfies Record<Language, Record<string, string>>;

/** A stretch of paper mode in words; `clock` writes an instant. */
export function spokenPaper(
  language: Language,
  { from, to, entered }: Pick<PaperMode, "from" | "to" | "entered">,
  clock: (instant: string) => string,
): { title: string; text: string } {
  const words = phrases[language];
  const ends = { from: clock(from), to: to === null ? "" : clock(to) };
  const span = fillSentence(to === null ? words.open : words.span, ends);
  return {
    title: fillSentence(words.title, { span }),
    text: fillSentence(entered === 0 ? words.none : words.text, { n: String(entered) }),
  };
}
