import { answerEvents, gateEvents } from "@moc/contract/gate/events.ts";
import { notificationEvents } from "@moc/contract/gate/notification.ts";
import { slipEvents } from "@moc/contract/gate/slip.ts";
import { expect, test } from "vitest";
import "../../../shell/sides.fixture.ts";
import { langs } from "../../../ui/text.ts";
import { byDay, detailOf, minutesByState, stagesOf, titleOf } from "./story.ts";
import { story, trip } from "./trip.fixture.ts";

const now = "2026-01-15T07:35:00.000Z";

test("an answer out of step is told with its number, its time and why it changed nothing", () => {
  const line = {
    kind: "gate.answer_refused",
    occurredAt: "2026-01-15T03:00:00.000Z",
    recordedAt: "2026-01-15T03:00:00.000Z",
    position: 9,
    actor: { kind: "token" as const, name: null, organisation: "customs-region-6", role: "customs" },
    state: null,
    simulated: false,
    data: {
      check: "customs",
      decision: "pass",
      reference: "HQ-77",
      answeredAt: "2026-01-15T02:50:00.000Z",
      refusal: "step_ahead",
      params: { state: "declared", needs: "holding" },
      state: "declared",
      result: "pending",
    },
  };
  expect(titleOf(line, "en", () => "Customs")).toBe("An answer out of step, not recorded. Customs: passed");
  expect(detailOf(line, "en", (key) => key)).toMatch(/^no\. HQ-77; answered .*; The truck is at “Declared”/);
  // In Chinese with the marks of Chinese.
  expect(titleOf(line, "zh", () => "海关")).toMatch(/海关：/);
  expect(detailOf(line, "zh", (key) => key)).not.toMatch(/[;,] /);
});

test("everything that is told of a trip has a title in words, with the sides of the border named", () => {
  const [line] = story();
  if (!line) throw new Error("the fixture has a story");
  const kinds = [gateEvents, answerEvents, slipEvents, notificationEvents].flatMap((all) => Object.keys(all));
  for (const kind of kinds)
    for (const lang of langs)
      expect(
        titleOf({ ...line, kind }, lang, (key) => key),
        kind,
      ).not.toMatch(/gate\.|[{}]/);
  expect(titleOf({ ...line, kind: "gate.returned" }, "en", (key) => key)).toBe("Returned to Vietnam");
});

test("stages before the present one are done with their time, those after are ahead", () => {
  const stages = stagesOf(trip(), story());
  expect(stages.filter((stage) => stage.shape === "done").map((stage) => stage.state)).toEqual([
    "declared",
    "holding",
    "called",
    "at_gate",
  ]);
  expect(stages.find((stage) => stage.shape === "current")?.state).toBe("in_yard");
  expect(stages.at(-1)).toEqual({ state: "closed", at: undefined, shape: "ahead" });
});

test("of a trip that is closed every stage is done, and none is under way", () => {
  const stages = stagesOf({ ...trip(), state: "closed" }, story());
  expect(new Set(stages.map((stage) => stage.shape))).toEqual(new Set(["done"]));
});

test("a side exit ends the bar: what lies beyond will not happen", () => {
  const stages = stagesOf({ ...trip(), state: "withdrawn" }, story().slice(0, 3));
  expect(stages.map((stage) => stage.state)).toEqual(["declared", "holding", "withdrawn"]);
  expect(stages.at(-1)?.shape).toBe("ended");
});

test("cargo that changed over takes the place of going inland in the plan of an import", () => {
  const handed = { kind: "import_cn", direction: "import", state: "transferred" } as const;
  expect(stagesOf(handed, []).map((stage) => stage.state)).toContain("transferred");
});

test("a Chinese truck that is loaded for home is told from the yard on, as the export that it has become", () => {
  const [declared, , , , , , standing] = story();
  if (!declared || !standing) throw new Error("the fixture has a story");
  const before = { ...standing, occurredAt: declared.occurredAt };
  const home = { kind: "import_cn", direction: "export", state: "in_yard" } as const;
  const stages = stagesOf(home, [declared, before, standing]);
  expect(stages.map((stage) => stage.state)).toEqual([
    "declared",
    "crossed_in",
    "in_yard",
    "transferred",
    "checks_done",
    "released",
    "closed",
  ]);
  expect(stages.find((stage) => stage.shape === "current")).toMatchObject({ at: standing.occurredAt });
});

test("the minutes of the stages add up to the time since the declaration", () => {
  const parts = minutesByState(story(), now);
  expect(parts.map((part) => part.state)).toEqual(["declared", "holding", "called", "at_gate", "in_yard"]);
  expect(parts.reduce((sum, part) => sum + part.minutes, 0)).toBe(1133);
});

test("lines are grouped by the civil day of the zone", () => {
  expect(byDay(story()).map((day) => [day.day, day.lines.length])).toEqual([
    ["14/01/2026", 1],
    ["15/01/2026", 7],
  ]);
});

test("a decision is told with its force, its result and its channel", () => {
  const [last] = story().slice(-1);
  expect(last && titleOf(last, "vi", () => "Hải quan")).toBe("Hải quan: đạt");
  expect(last && detailOf(last, "vi", (key) => key)).toBe("luồng xanh");
});

test("an amendment is told with the parts that it states anew and what they now say", () => {
  const [first] = story();
  if (!first) throw new Error("the fixture has a story");
  const data = {
    regime: "ordinary",
    gate: "huu-nghi",
    route: "tan-thanh-1",
    vehicle: { plate: { country: "VN", number: "29H50813" }, payloadClass: "from_18t", containers: [] },
    person: trip().id,
    owner: trip().owner,
    goods: [{ name: "Thanh long", class: "fruit" }],
    customsNumbers: [],
    quarantine: [],
    stream: "fruit",
    checks: ["customs"],
    changed: ["vehicle", "driver", "goods"],
  };
  expect(detailOf({ ...first, kind: "gate.amended", data }, "vi", (key) => key)).toBe(
    "xe 29H-508.13; lái xe; hàng hóa Thanh long",
  );
  const swapped = { ...data, changed: ["vehicle"], was: { country: "VN", number: "29H50812" } };
  expect(detailOf({ ...first, kind: "gate.amended", data: swapped }, "vi", (key) => key)).toBe(
    "xe 29H-508.12 → 29H-508.13",
  );
});
