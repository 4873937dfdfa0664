import { type Language, writtenDate } from "../calendar/messages.ts";
import type { Reason } from "./explain.ts";
import type { EdgeKind, EdgeType } from "./network.ts";

type Waits = Reason & { code: "waits" };
type Texts = { [Code in Reason["code"]]: (reason: Extract<Reason, { code: Code }>) => string };

/** How an edge reads: the two ends, then the lag, then the document. */
type Ends = Record<EdgeType, (node: string, before: string) => string>;

const viEnds: Ends = {
  FS: (node, before) => `“${node}” chỉ bắt đầu sau khi “${before}” hoàn thành`,
  SS: (node, before) => `“${node}” chỉ bắt đầu sau khi “${before}” bắt đầu`,
  FF: (node, before) => `“${node}” chỉ hoàn thành sau khi “${before}” hoàn thành`,
  SF: (node, before) => `“${node}” chỉ hoàn thành sau khi “${before}” bắt đầu`,
};
const enEnds: Ends = {
  FS: (node, before) => `“${node}” can begin only after “${before}” is done`,
  SS: (node, before) => `“${node}” can begin only after “${before}” has begun`,
  FF: (node, before) => `“${node}” can be finished only after “${before}” is done`,
  SF: (node, before) => `“${node}” can be finished only after “${before}” has begun`,
};
const zhEnds: Ends = {
  FS: (node, before) => `“${node}”须待“${before}”完成后方可开始`,
  SS: (node, before) => `“${node}”须待“${before}”开始后方可开始`,
  FF: (node, before) => `“${node}”须待“${before}”完成后方可完成`,
  SF: (node, before) => `“${node}”须待“${before}”开始后方可完成`,
};

const kinds: Record<Language, Record<EdgeKind, string>> = {
  vi: {
    legal: "điều kiện pháp lý",
    practical: "trình tự công việc",
    parallel: "chuẩn bị song song, trình sau",
  },
  en: { legal: "legal bar", practical: "order of work", parallel: "prepare in parallel, submit after" },
  zh: { legal: "法定前提", practical: "工作顺序", parallel: "并行准备、随后报送" },
};

function viWaits(reason: Waits): string {
  const unit = reason.lagUnit === "day" ? "ngày" : "ngày làm việc";
  const lag = reason.lag === 0 ? "" : `, ${reason.lag > 0 ? "cộng" : "trừ"} ${Math.abs(reason.lag)} ${unit}`;
  const document = reason.document === null ? "" : `; căn cứ ${reason.document}`;
  return `${viEnds[reason.type](reason.node, reason.for)}${lag}: không sớm hơn ${writtenDate(reason.until, "vi")} (${kinds.vi[reason.kind]}${document}).`;
}

function enWaits(reason: Waits): string {
  const unit = reason.lagUnit === "day" ? "days" : "working days";
  const lag = reason.lag === 0 ? "" : `, ${reason.lag > 0 ? "plus" : "less"} ${Math.abs(reason.lag)} ${unit}`;
  const document = reason.document === null ? "" : `; ${reason.document}`;
  return `${enEnds[reason.type](reason.node, reason.for)}${lag}: not before ${reason.until} (${kinds.en[reason.kind]}${document}).`;
}

function zhWaits(reason: Waits): string {
  const unit = reason.lagUnit === "day" ? "日" : "个工作日";
  const lag = reason.lag === 0 ? "" : `,${reason.lag > 0 ? "另加" : "减"}${Math.abs(reason.lag)}${unit}`;
  const document = reason.document === null ? "" : `;依据${reason.document}`;
  return `${zhEnds[reason.type](reason.node, reason.for)}${lag}:不早于${writtenDate(reason.until, "zh")}(${kinds.zh[reason.kind]}${document})。`;
}

const vi = {
  late: (r) =>
    `“${r.node}” hứa xong ${writtenDate(r.promised, "vi")}, dự kiến ${writtenDate(r.forecast, "vi")}: chậm ${r.days} ngày làm việc.`,
  "late-at-least": (r) =>
    `“${r.node}” hứa xong ${writtenDate(r.promised, "vi")}, sớm nhất ${writtenDate(r.forecast, "vi")}: chậm ít nhất ${r.days} ngày làm việc.`,
  "in-time": (r) =>
    `“${r.node}” dự kiến xong ${writtenDate(r.forecast, "vi")}, kịp ngày đã hứa ${writtenDate(r.promised, "vi")}.`,
  "no-promise": (r) =>
    `“${r.node}” dự kiến xong ${writtenDate(r.forecast, "vi")}; chưa có ngày hứa nên không xác định chậm.`,
  "no-promise-unknown": (r) =>
    `“${r.node}” chưa xác định ngày xong, không sớm hơn ${writtenDate(r.atLeast, "vi")}.`,
  waits: viWaits,
  takes: (r) =>
    `“${r.node}” cần ${r.days} ngày, từ ${writtenDate(r.from, "vi")} đến ${writtenDate(r.to, "vi")}.`,
  "duration-unknown": (r) => `Chưa biết “${r.node}” cần bao lâu.`,
  "no-report": (r) => `“${r.node}” chưa có báo cáo từ ${writtenDate(r.since, "vi")}.`,
  "under-way": (r) => `“${r.node}” đang thực hiện từ ${writtenDate(r.since, "vi")}, còn ${r.left} ngày.`,
  done: (r) => `“${r.node}” đã hoàn thành ${writtenDate(r.on, "vi")}.`,
  "not-before": (r) => `“${r.node}” không được sớm hơn ${writtenDate(r.date, "vi")}.`,
  "as-of": (r) => `Đến hết ${writtenDate(r.date, "vi")} “${r.node}” chưa bắt đầu.`,
  "plan-begins": (r) => `“${r.node}” bắt đầu cùng kế hoạch, ${writtenDate(r.date, "vi")}.`,
} satisfies Texts;

const en = {
  late: (r) =>
    `“${r.node}” was promised for ${r.promised} and is expected on ${r.forecast}: ${r.days} working days late.`,
  "late-at-least": (r) =>
    `“${r.node}” was promised for ${r.promised} and cannot end before ${r.forecast}: at least ${r.days} working days late.`,
  "in-time": (r) => `“${r.node}” is expected on ${r.forecast}, within the promised ${r.promised}.`,
  "no-promise": (r) =>
    `“${r.node}” is expected on ${r.forecast}; no date is promised, so no delay can be stated.`,
  "no-promise-unknown": (r) => `The end of “${r.node}” is unknown, not before ${r.atLeast}.`,
  waits: enWaits,
  takes: (r) => `“${r.node}” takes ${r.days} days, ${r.from} to ${r.to}.`,
  "duration-unknown": (r) => `Nobody has said how long “${r.node}” takes.`,
  "no-report": (r) => `No report on “${r.node}” since ${r.since}.`,
  "under-way": (r) => `“${r.node}” has been under way since ${r.since}, ${r.left} days left.`,
  done: (r) => `“${r.node}” was done on ${r.on}.`,
  "not-before": (r) => `“${r.node}” may not be earlier than ${r.date}.`,
  "as-of": (r) => `By the end of ${r.date} “${r.node}” had not begun.`,
  "plan-begins": (r) => `“${r.node}” begins with the plan, ${r.date}.`,
} satisfies Texts;

const zh = {
  late: (r) =>
    `“${r.node}”承诺于${writtenDate(r.promised, "zh")}完成,预计${writtenDate(r.forecast, "zh")}:逾期${r.days}个工作日。`,
  "late-at-least": (r) =>
    `“${r.node}”承诺于${writtenDate(r.promised, "zh")}完成,最早${writtenDate(r.forecast, "zh")}:至少逾期${r.days}个工作日。`,
  "in-time": (r) =>
    `“${r.node}”预计${writtenDate(r.forecast, "zh")}完成,不晚于承诺的${writtenDate(r.promised, "zh")}。`,
  "no-promise": (r) => `“${r.node}”预计${writtenDate(r.forecast, "zh")}完成;未作承诺,无法认定逾期。`,
  "no-promise-unknown": (r) => `“${r.node}”完成日期不明,不早于${writtenDate(r.atLeast, "zh")}。`,
  waits: zhWaits,
  takes: (r) => `“${r.node}”需${r.days}天,${writtenDate(r.from, "zh")}至${writtenDate(r.to, "zh")}。`,
  "duration-unknown": (r) => `“${r.node}”所需时间不明。`,
  "no-report": (r) => `“${r.node}”自${writtenDate(r.since, "zh")}起没有报告。`,
  "under-way": (r) => `“${r.node}”自${writtenDate(r.since, "zh")}起进行中,尚余${r.left}天。`,
  done: (r) => `“${r.node}”已于${writtenDate(r.on, "zh")}完成。`,
  "not-before": (r) => `“${r.node}”不得早于${writtenDate(r.date, "zh")}。`,
  "as-of": (r) => `截至${writtenDate(r.date, "zh")},“${r.node}”尚未开始。`,
  "plan-begins": (r) => `“${r.node}”随计划于${writtenDate(r.date, "zh")}开始。`,
} satisfies Texts;

const texts: Record<Language, Texts> = { vi, en, zh };

/** One sentence for a reason in the reader's language. */
export function reasonText(reason: Reason, language: Language): string {
  // The table is keyed by the same code that the reason carries.
  const text = texts[language][reason.code] as (reason: Reason) => string;
  return text(reason);
}

const cycleTexts: Record<Language, (names: string) => string> = {
  vi: (names) => `Vòng lặp: ${names}. Mỗi việc chờ việc đứng trước nó, nên không việc nào có thể bắt đầu.`,
  en: (names) => `A cycle: ${names}. Each waits for the one before it, so none can ever begin.`,
  zh: (names) => `循环依赖:${names}。每一项都等待前一项,因此都无法开始。`,
};

/** A cycle in words: the names in the order of the edges, the first again at the end. */
export function cycleText(names: readonly string[], language: Language): string {
  return cycleTexts[language]([...names, ...names.slice(0, 1)].map((name) => `“${name}”`).join(" → "));
}
