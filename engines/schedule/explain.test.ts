import { describe, expect, test } from "vitest";
import { plannedNode } from "./dates.ts";
import { whatBlocks, whyLate } from "./explain.ts";
import { codes, office, planned, withNode } from "./office.fixture.ts";
import { scheduleOf } from "./schedule.ts";
import { blastRadius } from "./what-if.ts";

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

  test("before something unknown the latest dates are upper bounds, beside it they are known", () => {
    const schedule = planned({
      finishBy: "2024-12-31",
      nodes: ["a", "b", "c", "aside"].map((id) => ({ id, duration: id === "c" ? null : 2 })),
      edges: [
        { from: "a", to: "b", kind: "legal" },
        { from: "b", to: "c", kind: "legal" },
      ],
    });
    const latest = [0, 1, 2, 3].map((index) => plannedNode(schedule, index).latest);
    expect(latest.map((dates) => dates?.start.is)).toEqual(["at-most", "at-most", "at-most", "known"]);
    expect(latest.map((dates) => dates?.finish.is)).toEqual(["at-most", "at-most", "known", "known"]);
    expect(latest[0]?.finish.date).toBe("2024-12-27");
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

  test("work under way of unknown length waits for the later of two ends within one weekend", () => {
    const schedule = planned({
      asOf: "2024-11-26",
      nodes: [
        { id: "friday", duration: 3 },
        { id: "sunday", duration: 5, unit: "day" },
        { id: "begun", duration: null, actualStart: "2024-11-25" },
      ],
      edges: [
        { from: "friday", to: "begun", kind: "practical" },
        { from: "sunday", to: "begun", kind: "practical" },
      ],
    });
    expect(plannedNode(schedule, 2).earliest.finish).toEqual({ date: "2024-12-01", is: "at-least" });
    expect(whyLate(schedule, "begun")[2]).toMatchObject({ code: "waits", for: "sunday" });
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
