import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readPsplib } from "./psplib.ts";
import { networkProblems } from "./read-network.ts";
import { scheduleCommand, scheduleFile } from "./schedule-file.ts";

const psplib = readFileSync(new URL("./psplib/j301_1.sm", import.meta.url), "utf8");
const calendar = {
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
const base = {
  name: "illustrative",
  start: "2024-11-25",
  calendars: [calendar],
  nodes: [
    { id: "a", duration: 5 },
    { id: "b", duration: 3, calendar: "office", promised: "2024-12-03" },
    { id: "c", duration: null },
  ],
  edges: [{ from: "a", to: "b", kind: "legal", lag: 1 }],
};
const text = (change: object = {}) => JSON.stringify({ ...base, ...change });

describe("a file", () => {
  test("of PSPLIB gives its stated length and a chain from end to start, without dates", () => {
    const result = scheduleFile(psplib, "j301_1.sm");
    expect(result).toMatchObject({
      ok: true,
      format: "psplib",
      nodes: 32,
      edges: 48,
      statedLength: 38,
      start: null,
      finish: null,
      length: { workingDays: 38, days: 38, is: "known" },
    });
    if (!result.ok) throw new Error("planned");
    expect([result.drivingChain[0]?.id, result.drivingChain.at(-1)?.id]).toEqual(["32", "1"]);
    expect(result.tasks[31]).toMatchObject({
      id: "32",
      earliest: { from: 38, to: 38, start: null },
      totalFloat: { days: 0 },
    });
    expect(scheduleFile(psplib, "without an ending").ok).toBe(true);
  });

  test("of our JSON gives dates, floats and what is unknown", () => {
    const result = scheduleFile(text(), "plan.json");
    expect(result).toMatchObject({
      ok: true,
      format: "json",
      start: "2024-11-25",
      statedLength: null,
      length: { workingDays: 9, days: 11, is: "at-least" },
      finish: { date: "2024-12-05", is: "at-least" },
    });
    if (!result.ok) throw new Error("planned");
    expect(result.tasks[1]).toMatchObject({
      promised: "2024-12-03",
      earliest: { start: { date: "2024-12-03" }, finish: { date: "2024-12-05" }, from: 8, to: 11 },
    });
    expect(result.health.find(({ check }) => check === "duration-unknown")?.examples).toEqual(["c"]);
  });

  test("with a cycle names one shortest, in words", () => {
    const result = scheduleFile(
      text({ edges: [...base.edges, { from: "b", to: "a", kind: "legal" }] }),
      "plan.json",
    );
    expect(result).toMatchObject({ ok: false, problems: [{ code: "cycle" }] });
    expect(!result.ok && result.cycle?.toSorted()).toEqual(["a", "b"]);
    expect(!result.ok && result.problems[0]?.text).toContain("Vòng lặp");
  });

  test("as a command prints one object, or a summary, and errors apart with a status", () => {
    const json = scheduleCommand(psplib, "j301_1.sm", true);
    expect([json.status, json.err, JSON.parse(json.out).length.days]).toEqual([0, "", 38]);
    expect(scheduleCommand(psplib, "j301_1.sm", false).out).toContain("length 38 working days");
    expect(scheduleCommand(text(), "plan.json", false).out).toContain("finish ≥ 2024-12-05");
    expect(scheduleCommand("{", "plan.json", false)).toMatchObject({ status: 1, out: "" });
    expect(scheduleCommand("{", "plan.json", true).err).toMatch(/^plan\.json: not-json/);
    expect(scheduleCommand(text({ start: "soon" }), "p.json", true)).toMatchObject({
      status: 1,
      err: "p.json: start: not-a-date (soon)\n",
    });
  });
});

const node = (change: object) => ({ nodes: [{ ...base.nodes[0], ...change }, ...base.nodes.slice(1)] });
const edge = (change: object) => ({ edges: [{ ...base.edges[0], ...change }] });

describe("wrong networks are refused with the field named", () => {
  test.each<[string, object]>([
    ["start not-a-date", { start: "25/11/2024" }],
    ["asOf not-a-date", { asOf: 7 }],
    ["finishBy not-a-date", { finishBy: "never" }],
    ["name not-a-text", { name: 1 }],
    ["speed field-unknown", { speed: 1 }],
    ["nodes no-nodes", { nodes: [], edges: [] }],
    ["calendars[1].id id-twice", { calendars: [calendar, calendar] }],
    [
      "calendars[0].id not-a-text",
      { calendars: [{ ...calendar, id: 5 }], nodes: [base.nodes[0]], edges: [] },
    ],
    ["calendars not-a-list", { calendars: null, nodes: [base.nodes[0]], edges: [] }],
    ["edges not-a-list", { edges: null }],
    ["edges[0] not-an-object", { edges: [1] }],
    ["nodes[1].id id-twice", { nodes: [base.nodes[0], base.nodes[0], ...base.nodes.slice(1)] }],
    ["nodes[0].wait field-unknown", node({ wait: 1 })],
    ["nodes[0].name not-a-text", node({ name: 1 })],
    ["nodes[0].calendar calendar-unknown", node({ calendar: "moon" })],
    ["nodes[0].duration not-whole-days", node({ duration: 1.5 })],
    ["nodes[0].duration not-whole-days", node({ duration: "5" })],
    ["nodes[0].duration days-too-many", node({ duration: -1 })],
    ["nodes[0].duration days-too-many", node({ duration: 1_000_001 })],
    ["nodes[0].duration range-reversed", node({ duration: { low: 3, likely: 2, high: 4 } })],
    ["nodes[0].duration.high not-whole-days", node({ duration: { low: 3, likely: 3, high: 4.5 } })],
    ["nodes[0].unit unit-unknown", node({ unit: "hour" })],
    ["nodes[0].promised not-a-date", node({ promised: "2024-02-30" })],
    ["nodes[0].remaining not-whole-days", node({ remaining: "1" })],
    ["asOf as-of-missing", node({ actualStart: "2024-11-25" })],
    [
      "nodes[0].actualStart actual-after-as-of",
      { asOf: "2024-11-24", ...node({ actualStart: "2024-11-25" }) },
    ],
    [
      "nodes[0].actualFinish finish-before-start",
      { asOf: "2024-11-28", ...node({ actualStart: "2024-11-25", actualFinish: "2024-11-24" }) },
    ],
    ["edges[0].from node-unknown", edge({ from: "x" })],
    ["edges[0].kind edge-kind-unknown", edge({ kind: "soft" })],
    ["edges[0].type edge-type-unknown", edge({ type: "XX" })],
    ["edges[0].lag not-whole-days", edge({ lag: 0.5 })],
    ["edges[0].lagUnit unit-unknown", edge({ lagUnit: "week" })],
    ["edges[0].document not-a-text", edge({ document: 5 })],
    ["edges[0].why field-unknown", edge({ why: "x" })],
    ["edges[0] edge-to-itself", edge({ to: "a" })],
  ])("%s", (problem, change) => {
    expect(networkProblems({ ...base, ...change }).map(({ path, code }) => `${path} ${code}`)).toEqual([
      problem,
    ]);
  });

  test("what is no network at all", () => {
    expect(networkProblems([]).map(({ code }) => code)).toEqual(["not-an-object"]);
    expect(networkProblems({}).map(({ path }) => path)).toEqual(["start", "calendars", "nodes", "edges"]);
    expect(
      networkProblems({ ...base, nodes: [null, { id: "" }], edges: [] }).map(
        ({ path, code }) => `${path} ${code}`,
      ),
    ).toContain("nodes[0] not-an-object");
    expect(networkProblems(base)).toEqual([]);
  });

  test("PSPLIB files that are cut or contradict themselves are refused by line", () => {
    const found = (change: (text: string) => string) => {
      const read = readPsplib(change(psplib));
      return "problems" in read ? read.problems.map(({ path }) => path) : [];
    };
    expect(found((file) => file.replace("   2        1          3 ", "   2        1          4 "))).toEqual([
      "line 20",
    ]);
    expect(found((file) => file.replace(" 6  11  15", " 6  11  99"))).toEqual(["line 20"]);
    expect(found((file) => file.replace("  2      1     8 ", "  2      1    -8 "))).toContain("line 56");
    expect(found((file) => file.slice(0, 900))).toContain("line 1");
    expect(found(() => "")).toEqual(["line 1", "line 1"]);
    expect(readPsplib(psplib.replace("PROJECT INFORMATION", ""))).toMatchObject({ statedLength: null });
  });
});
