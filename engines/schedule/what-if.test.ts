import { describe, expect, test } from "vitest";
import { type Reason, whyLate } from "./explain.ts";
import { healthOf } from "./health.ts";
import { cycleText, reasonText } from "./messages.ts";
import type { Network } from "./network.ts";
import { codes, network, planned, withNode } from "./office.fixture.ts";
import { branchOf, whatIf } from "./what-if.ts";

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
