import { describe, expect, test } from "vitest";
import type { CalendarData } from "../calendar/calendar-data.ts";
import { plannedNode } from "./dates.ts";
import { type Reason, whatBlocks, whyLate } from "./explain.ts";
import { healthOf } from "./health.ts";
import { cycleText, reasonText } from "./messages.ts";
import type { Network } from "./network.ts";
import { scheduleOf } from "./schedule.ts";
import { blastRadius, branchOf, whatIf } from "./what-if.ts";

const office: CalendarData = {
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
const network: Network = {
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

function planned(change: Partial<Network> = {}) {
  const schedule = scheduleOf({ ...network, ...change });
  if (schedule === null) throw new Error("no cycle");
  return schedule;
}

const withNode = (id: string, set: object): Partial<Network> => ({
  nodes: network.nodes.map((node) => (node.id === id ? { ...node, ...set } : node)),
});
const codes = (reasons: readonly Reason[]) => reasons.map(({ code }) => code);

describe("what is planned", () => {
  test("a report prepared in parallel begins at once and is submitted after the plan is approved", () => {
    const report = plannedNode(planned(), 1);
    expect(report.earliest).toEqual({
      start: { date: "2024-11-25", is: "known" },
      finish: { date: "2024-12-06", is: "known" },
    });
  });

  test("unknown spreads as unknown, with the earliest that is still possible", () => {
    const schedule = planned(withNode("plan", { duration: null }));
    expect(plannedNode(schedule, 0)).toMatchObject({
      durationKnown: false,
      earliest: { start: { is: "known" }, finish: { is: "at-least" } },
    });
    expect(plannedNode(schedule, 2)).toMatchObject({
      critical: false,
      totalFloat: { vague: true },
      earliest: { start: { is: "at-least" } },
      latest: { start: { is: "at-most" } },
    });
    expect(plannedNode(schedule, 1).earliest).toMatchObject({
      start: { date: "2024-11-25", is: "known" },
      finish: { is: "at-least" },
    });
    expect(plannedNode(schedule, 3).earliest.finish).toEqual({ date: "2024-12-03", is: "known" });
  });

  test("facts are kept, and work that is done has no latest dates", () => {
    const schedule = planned({
      asOf: "2024-12-05",
      ...withNode("plan", { actualStart: "2024-11-26", actualFinish: "2024-12-04" }),
    });
    expect(plannedNode(schedule, 0)).toMatchObject({
      state: "done",
      latest: null,
      critical: false,
      earliest: { start: { date: "2024-11-26" }, finish: { date: "2024-12-04" } },
    });
    expect(plannedNode(schedule, 1).earliest.start.date).toBe("2024-12-06");
    const begun = planned({ asOf: "2024-12-05", ...withNode("plan", { actualStart: "2024-11-26" }) });
    expect(plannedNode(begun, 0)).toMatchObject({
      state: "under-way",
      earliest: { finish: { date: "2024-12-09" } },
    });
  });

  test("a milestone at the very start is that day, later ones lie at the end of theirs", () => {
    const schedule = scheduleOf({
      start: "2024-11-25",
      calendars: [office],
      nodes: [
        { id: "a", duration: 0 },
        { id: "b", duration: 3 },
        { id: "c", duration: 0 },
      ],
      edges: [
        { from: "a", to: "b", kind: "practical" },
        { from: "b", to: "c", kind: "practical" },
      ],
    });
    if (schedule === null) throw new Error("no cycle");
    expect(plannedNode(schedule, 0).earliest.start.date).toBe("2024-11-25");
    expect(plannedNode(schedule, 2).earliest).toMatchObject({
      start: { date: "2024-11-27" },
      finish: { date: "2024-11-27" },
    });
    expect(() => plannedNode(schedule, 9)).toThrow(RangeError);
  });
});

describe("why it is late", () => {
  test("the chain runs from the broken promise back to what began it", () => {
    const reasons = whyLate(planned(), "appraise");
    expect(codes(reasons)).toEqual(["late", "takes", "waits", "waits", "takes", "no-report", "plan-begins"]);
    expect(reasons[0]).toEqual({
      code: "late",
      node: "Thẩm định chủ trương",
      promised: "2024-12-10",
      forecast: "2024-12-17",
      days: 5,
    });
    expect(reasons[2]).toMatchObject({
      for: "Báo cáo đề xuất chủ trương",
      until: "2024-12-11",
      lag: 2,
      type: "FS",
    });
    expect(reasons[3]).toMatchObject({
      kind: "parallel",
      type: "FF",
      until: "2024-12-06",
      document: "001, dòng 45–47",
    });
  });

  test("without a promise nothing is called late", () => {
    expect(whyLate(planned(), "survey")[0]).toEqual({
      code: "no-promise",
      node: "Khảo sát",
      forecast: "2024-12-03",
    });
    expect(whyLate(planned(), "survey").at(-1)).toEqual({
      code: "not-before",
      node: "Khảo sát",
      date: "2024-12-02",
    });
    expect(codes(whyLate(planned(withNode("appraise", { promised: "2024-12-31" })), "appraise"))[0]).toBe(
      "in-time",
    );
    expect(() => whyLate(planned(), "nobody")).toThrow(RangeError);
  });

  test("with something unknown before it, only what is certain is said", () => {
    const schedule = planned(withNode("plan", { duration: null }));
    expect(codes(whyLate(schedule, "report"))).toEqual(["no-promise-unknown", "takes", "plan-begins"]);
    expect(codes(whyLate(schedule, "plan"))).toEqual([
      "no-promise-unknown",
      "duration-unknown",
      "no-report",
      "plan-begins",
    ]);
    const late = planned({ ...withNode("plan", { duration: null }), start: "2024-12-20" });
    expect(codes(whyLate(late, "appraise"))[0]).toBe("late-at-least");
  });

  test("facts end the chain", () => {
    const done = planned({
      asOf: "2024-12-12",
      ...withNode("plan", { actualStart: "2024-11-26", actualFinish: "2024-12-11" }),
    });
    expect(codes(whyLate(done, "appraise"))).toContain("as-of");
    expect(codes(whyLate(done, "plan"))).toEqual(["late", "done"]);
    const begun = planned({ asOf: "2024-12-05", ...withNode("plan", { actualStart: "2024-11-26" }) });
    expect(codes(whyLate(begun, "plan"))).toEqual(["late", "under-way", "no-report"]);
  });
});

describe("what it blocks", () => {
  test("everything behind a node by the shortest chain, nearest first", () => {
    const blocked = whatBlocks(planned(), "plan");
    expect(blocked.map(({ id, steps }) => [id, steps])).toEqual([
      ["appraise", 1],
      ["report", 1],
    ]);
    expect(blocked[0]?.chain.map((reason) => [reason.for, reason.node])).toEqual([
      ["Quy hoạch sử dụng đất", "Thẩm định chủ trương"],
    ]);
    expect(whatBlocks(planned(), "plan", 1).length).toBe(1);
    expect(whatBlocks(planned(), "survey")).toEqual([]);
  });

  test("what is done is not blocked, and longer chains are told in order", () => {
    const nodes = ["a", "b", "c"].map((id) => ({ id, duration: 1 }));
    const edges = [
      { from: "a", to: "b", kind: "legal" as const },
      { from: "b", to: "c", kind: "practical" as const },
    ];
    const chain = planned({ nodes, edges });
    expect(whatBlocks(chain, "a")[1]?.chain.map(({ for: from, node }) => from + node)).toEqual(["ab", "bc"]);
    const done = planned({
      asOf: "2024-12-02",
      edges,
      nodes: nodes.map((node) => (node.id === "b" ? { ...node, actualFinish: "2024-11-29" } : node)),
    });
    expect(whatBlocks(done, "a")).toEqual([]);
  });

  test("the blast radius says what moves and by how much", () => {
    const moved = blastRadius(planned(), "plan", 3);
    expect(moved?.later).toBe(3);
    expect(moved?.nodes.map(({ id, later }) => [id, later])).toEqual([
      ["plan", 3],
      ["report", 3],
      ["appraise", 3],
    ]);
    expect(blastRadius(planned(), "survey", 1)?.nodes.map(({ id }) => id)).toEqual(["survey"]);
    expect(() => blastRadius(planned(), "nobody", 1)).toThrow(RangeError);
    const begun = planned({ asOf: "2024-11-29", ...withNode("plan", { actualStart: "2024-11-25" }) });
    expect(blastRadius(begun, "plan", 2)?.later).toBe(2);
  });
});

describe("what if", () => {
  test("a branch shows only what differs and leaves the plan alone", () => {
    const base = planned();
    const found = whatIf(base, [
      { kind: "node", id: "plan", set: { duration: 5 } },
      { kind: "remove-edge", from: "plan", to: "report" },
    ]);
    expect(found?.difference).toMatchObject({
      later: -8,
      finish: { before: { date: "2024-12-17" }, after: { date: "2024-12-09" } },
    });
    expect(found?.difference.nodes.map(({ id, later }) => [id, later])).toEqual([
      ["plan", -5],
      ["report", -6],
      ["appraise", -6],
    ]);
    expect(found?.difference.drivingChain).toEqual({
      before: ["appraise", "report", "plan"],
      after: ["appraise", "report"],
    });
    expect(base.plan.network).toEqual(network);
  });

  test("added and removed nodes stand beside nothing", () => {
    const found = whatIf(planned(), [
      { kind: "add-node", node: { id: "new", duration: 2 } },
      { kind: "add-edge", edge: { from: "appraise", to: "new", kind: "legal" } },
      { kind: "remove-node", id: "survey" },
    ]);
    expect(found?.difference.nodes.find(({ id }) => id === "new")).toMatchObject({
      later: null,
      finish: { before: null, after: { date: "2024-12-19" } },
    });
    expect(found?.difference.nodes.find(({ id }) => id === "survey")).toMatchObject({
      later: null,
      finish: { after: null },
    });
  });

  test("a cycle on the branch is told by null, unknown names by an error", () => {
    expect(
      whatIf(planned(), [{ kind: "add-edge", edge: { from: "appraise", to: "plan", kind: "legal" } }]),
    ).toBeNull();
    expect(() => branchOf(network, [{ kind: "node", id: "x", set: {} }])).toThrow(RangeError);
    expect(() => branchOf(network, [{ kind: "remove-node", id: "x" }])).toThrow(RangeError);
    expect(() => branchOf(network, [{ kind: "remove-edge", from: "plan", to: "survey" }])).toThrow(
      RangeError,
    );
  });
});

describe("health", () => {
  const check = (change: Partial<Network>, name: string) => {
    const schedule = planned(change);
    return healthOf(schedule, schedule.plan.network.finishBy !== undefined).find(
      (finding) => finding.check === name,
    );
  };

  test.each<[string, Partial<Network>, string[], boolean]>([
    ["no-predecessor-or-successor", {}, ["plan", "appraise", "survey"], false],
    ["leads", { edges: [{ from: "plan", to: "report", kind: "legal", lag: -2 }] }, ["plan → report"], false],
    ["lags", {}, ["report → appraise"], false],
    [
      "not-finish-to-start",
      { edges: [{ from: "plan", to: "report", kind: "legal", type: "SS" }] },
      ["plan → report"],
      false,
    ],
    ["not-finish-to-start", {}, [], true],
    [
      "dates-out-of-order",
      { asOf: "2024-12-02", ...withNode("appraise", { actualStart: "2024-11-29" }) },
      ["plan → appraise", "report → appraise"],
      false,
    ],
    ["hard-constraints", withNode("survey", { finishNoLaterThan: "2024-12-31" }), ["survey"], false],
    ["high-float", withNode("appraise", { duration: 90 }), ["survey"], false],
    ["negative-float", { finishBy: "2024-12-10" }, ["plan", "report", "appraise"], false],
    ["long-duration", withNode("plan", { duration: 45 }), ["plan"], false],
    ["promises-missed", { asOf: "2024-12-05" }, ["plan"], false],
    ["promises-missed", {}, [], true],
    ["path-length-index", { finishBy: "2024-12-10" }, ["12 / 17"], false],
    ["path-length-index", { finishBy: "2024-12-17" }, [], true],
    ["path-length-index", { finishBy: "2024-12-10", asOf: "2024-12-02" }, ["6 / 17"], false],
    ["duration-unknown", withNode("plan", { duration: null }), ["plan"], false],
    ["no-report", {}, ["plan"], false],
    ["no-promise", {}, ["report", "survey"], true],
  ])("%s", (name, change, examples, healthy) => {
    expect(check(change, name)).toMatchObject({ examples, healthy, count: examples.length });
  });
});

describe("in words", () => {
  const reasons: Reason[] = [
    ...whyLate(planned(), "appraise"),
    ...whyLate(planned(), "survey"),
    ...whyLate(planned(withNode("plan", { duration: null })), "plan"),
    ...whyLate(planned({ ...withNode("plan", { duration: null }), start: "2024-12-20" }), "appraise"),
    ...whyLate(planned(withNode("appraise", { promised: "2024-12-31" })), "appraise"),
    ...whyLate(
      planned({ asOf: "2024-12-12", ...withNode("plan", { actualFinish: "2024-12-11" }) }),
      "appraise",
    ),
    ...whyLate(planned({ asOf: "2024-12-12", ...withNode("plan", { actualFinish: "2024-12-11" }) }), "plan"),
    ...whyLate(planned({ asOf: "2024-12-05", ...withNode("plan", { actualStart: "2024-11-26" }) }), "plan"),
    ...(["FS", "SS", "FF", "SF"] as const).map(
      (type): Reason => ({
        code: "waits",
        node: "B",
        for: "A",
        kind: "legal",
        type,
        lag: -3,
        lagUnit: "day",
        until: "2024-12-06",
        document: null,
      }),
    ),
  ];

  test("every code of an explanation is told in three languages, with its names and without a gap", () => {
    expect(new Set(codes(reasons)).size).toBe(14);
    for (const reason of reasons) {
      const told = (["vi", "en", "zh"] as const).map((language) => reasonText(reason, language));
      expect(new Set(told).size).toBe(3);
      for (const text of told) {
        expect(text).toContain(reason.node);
        expect(text).not.toMatch(/undefined|null|NaN/);
        if (reason.code === "waits") expect(text).toContain(reason.for);
      }
    }
  });

  test("sentences as an officer reads them", () => {
    const [late, , waits, parallel] = whyLate(planned(), "appraise");
    if (late === undefined || waits === undefined || parallel === undefined) throw new Error("four reasons");
    expect(reasonText(late, "vi")).toBe(
      "“Thẩm định chủ trương” hứa xong 10/12/2024, dự kiến 17/12/2024: chậm 5 ngày làm việc.",
    );
    expect(reasonText(waits, "vi")).toBe(
      "“Thẩm định chủ trương” chỉ bắt đầu sau khi “Báo cáo đề xuất chủ trương” hoàn thành, cộng 2 ngày làm việc: không sớm hơn 11/12/2024 (trình tự công việc).",
    );
    expect(reasonText(parallel, "en")).toBe(
      "“Báo cáo đề xuất chủ trương” can be finished only after “Quy hoạch sử dụng đất” is done: not before 2024-12-06 (prepare in parallel, submit after; 001, dòng 45–47).",
    );
    expect(reasonText(reasons.at(-1) ?? late, "zh")).toBe(
      "“B”须待“A”开始后方可完成,减3日:不早于2024年12月6日(法定前提)。",
    );
    expect(cycleText(["a", "b"], "vi")).toContain("“a” → “b” → “a”");
    expect(cycleText(["a", "b"], "zh")).not.toBe(cycleText(["a", "b"], "en"));
  });
});
