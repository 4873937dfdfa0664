/** How days are counted, as data, so that another rule is another row. */
export interface CountingRule {
  id: string;
  /** Whether the day of the event itself is the first day. */
  firstDayCounts: boolean;
  /** What happens when the last day of a limit in days or months is no working day. */
  lastDay: "next-working-day" | "as-counted";
  /** Whether a day ends at its midnight (24:00) or when the office closes. */
  dayEnds: "midnight" | "closing";
  /** What a fraction of a working day is measured by. */
  hoursPerWorkingDay: number;
  source: string;
}

/**
 * The general rule of Vietnamese law. The articles were read in the quotation named by `source`, not in the gazette.
 * Suspension and resumption taking effect from the next day is our reading by analogy with art. 147(3).
 */
export const civilCode2015 = {
  id: "civil-code-2015",
  firstDayCounts: false,
  lastDay: "next-working-day",
  dayEnds: "midnight",
  hoursPerWorkingDay: 8,
  source:
    "Civil Code 2015 (91/2015/QH13) art. 147(2)-(3): the first day, or the day of the event, is not counted; " +
    "art. 148(1), (3), (5), (6): end of the last day, month without the day ends on its last day, a day of rest moves " +
    "to the next working day, a day ends at 24:00. Quoted at " +
    "https://thuvienphapluat.vn/hoi-dap-phap-luat/3896F-hd-thoi-diem-bat-dau-va-ket-thuc-thoi-han-duoc-xac-dinh-nhu-the-nao.html; " +
    "eight hours: ordinary length of an office day, not confirmed for each organisation",
} as const satisfies CountingRule;

/** The same count, due when the office closes: for a counter that takes nothing in after hours. */
export const untilClosing = {
  ...civilCode2015,
  id: "until-closing",
  dayEnds: "closing",
  source: "house rule for counters, no legal basis claimed; counting as in civil-code-2015",
} as const satisfies CountingRule;
