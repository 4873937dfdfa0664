import { describe, expect, it } from "vitest";
import { judge } from "./judge.ts";
import type { Readings } from "./measure.ts";

const at = new Date("2026-11-22T03:00:00.000Z");
const ago = (hours: number) => new Date(at.getTime() - hours * 3_600_000);
const well: Readings = {
  at,
  clockOffsetMs: -12,
  unsealed: 2,
  unsealedSeconds: 0,
  subscriberLag: { slow: 3, fast: 0 },
  diskFreeBytes: 50e9,
  madeAt: ago(1),
  upkeep: {},
};
const states = (readings: Partial<Readings>) =>
  Object.fromEntries(judge({ ...well, ...readings }, "en").rows.map((row) => [row.topic, row.state]));

describe("the operator's page", () => {
  it("is quiet on a new zone that is well", () => {
    const page = judge(well, "vi");
    expect(page.worst).toBe("quiet");
    expect(page.rows.map((row) => [row.topic, row.value])).toEqual([
      ["clock", 12],
      ["sealer", 0],
      ["subscribers", 3],
      ["disk", 50e9],
      ["backup", null],
      ["verify", null],
    ]);
  });

  it.each([
    ["clock", { clockOffsetMs: -1_001 }, { clockOffsetMs: 5_001 }],
    ["sealer", { unsealedSeconds: 11 }, { unsealedSeconds: 61 }],
    ["subscribers", { subscriberLag: { one: 1_001 } }, { subscriberLag: { one: 0, other: 10_001 } }],
    ["disk", { diskFreeBytes: 1e9 }, { diskFreeBytes: 1e8 }],
    ["backup", { madeAt: ago(27), upkeep: { verify: done(1) } }, { upkeep: { backup: saved(51) } }],
    ["verify", { madeAt: ago(27), upkeep: { backup: saved(1) } }, { upkeep: { verify: done(51) } }],
  ])("warns of %s before it is an alarm, and of nothing else", (topic, warn, alarm) => {
    const quiet = states({});
    expect(states(warn)).toEqual({ ...quiet, [topic]: "warn" });
    expect(states(alarm)).toEqual({ ...quiet, [topic]: "alarm" });
  });

  it("raises the alarm when the log does not hold, however fresh the check, and says where", () => {
    const fault = { kind: "removed" as const, position: 41, seq: null };
    const broken = { doneAt: ago(0.1), outcome: { ok: false, checked: 40, fault } };
    const page = judge({ ...well, upkeep: { verify: broken } }, "en");
    expect(page.worst).toBe("alarm");
    expect(page.rows.at(-1)).toMatchObject({ state: "alarm", value: 0.1, at: "2026-11-22T02:54:00.000Z" });
    expect(page.rows.at(-1)?.found).toContain("position 41 was removed");
  });

  it("says in three languages what each means and how to mend it, differently each time", () => {
    const texts = (["vi", "en", "zh"] as const).flatMap((language) =>
      judge(well, language).rows.flatMap((row) => [row.title, row.meaning, row.mend]),
    );
    expect(new Set(texts).size).toBe(3 * 6 * 3);
  });
});

function done(hours: number) {
  return { doneAt: ago(hours), outcome: { ok: true, checked: 7, fault: null } };
}
function saved(hours: number) {
  return { doneAt: ago(hours), outcome: { file: "x.moc.gz", rows: 7 } };
}
