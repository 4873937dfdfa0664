import type { CalendarData } from "../calendar/calendar-data.ts";
import type { Reason } from "./explain.ts";
import type { Network } from "./network.ts";
import { scheduleOf } from "./schedule.ts";

export const office: CalendarData = {
  id: "office",
  utcOffsetMinutes: 420,
  weeks: [
    {
      from: null,
      hours: [["08:00-16:00"], ["08:00-16:00"], ["08:00-16:00"], ["08:00-16:00"], ["08:00-16:00"], [], []],
      source: null,
    },
  ],
  days: [],
};

// Illustrative: the shape of rules R01 and R02 of notice 001 (planning before appraisal; report prepared in parallel).
export const network: Network = {
  start: "2024-11-25",
  calendars: [office],
  nodes: [
    {
      id: "plan",
      name: "Quy hoạch sử dụng đất",
      duration: 10,
      promised: "2024-12-03",
      owner: "UBND huyện",
      noReportSince: "2024-12-01",
    },
    { id: "report", name: "Báo cáo đề xuất chủ trương", duration: 4 },
    { id: "appraise", name: "Thẩm định chủ trương", duration: 5, promised: "2024-12-10" },
    { id: "survey", name: "Khảo sát", duration: 2, startNoEarlierThan: "2024-12-02" },
  ],
  edges: [
    { from: "plan", to: "appraise", kind: "legal", document: "001, dòng 31" },
    { from: "plan", to: "report", kind: "parallel", document: "001, dòng 45–47" },
    { from: "report", to: "appraise", kind: "practical", lag: 2 },
  ],
};

export function planned(change: Partial<Network> = {}) {
  const schedule = scheduleOf({ ...network, ...change });
  if (schedule === null) throw new Error("no cycle");
  return schedule;
}

export const withNode = (id: string, set: object): Partial<Network> => ({
  nodes: network.nodes.map((node) => (node.id === id ? { ...node, ...set } : node)),
});
export const codes = (reasons: readonly Reason[]) => reasons.map(({ code }) => code);
