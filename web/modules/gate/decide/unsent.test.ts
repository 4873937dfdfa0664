import { expect, test } from "vitest";
import { changed, giveUpOld, longestWait, nextToSend, parseUnsent, type Unsent } from "./unsent.ts";

const one = (command: string, at: number, over: Partial<Unsent> = {}): Unsent => ({
  command,
  trip: "t",
  plate: "29H-508.12",
  check: "customs",
  decision: "pass",
  seen: 7,
  was: "pending",
  at,
  tried: false,
  ended: null,
  ...over,
});

test("a decision waits thirty minutes and not longer, and is then never sent", () => {
  const all = [one("a", 0), one("b", 1)];
  expect(giveUpOld(all, longestWait)).toBe(all);
  const later = giveUpOld(all, longestWait + 1);
  expect(later.map(({ ended }) => ended?.why)).toEqual(["too_old", undefined]);
  expect(nextToSend(later)?.command).toBe("b");
  expect(nextToSend(giveUpOld(all, longestWait * 2))).toBeUndefined();
});

test("decisions are sent in the order in which they were made, and one that was refused holds up no other", () => {
  const all = [one("a", 0), one("b", 1)];
  expect(nextToSend(all)?.command).toBe("a");
  const ended = { why: "refused" as const, text: "x", stands: "hold" as const, by: ["Nguyễn Văn Thử"] };
  expect(nextToSend(changed(all, "a", { ended }))?.command).toBe("b");
  expect(changed(all, "a", { tried: true })[0]).toEqual({ ...one("a", 0), tried: true });
  expect(changed(all, "a", undefined)).toEqual([one("b", 1)]);
});

test("what was kept comes back whole, and what cannot be read is left", () => {
  const all = [one("a", 0, { reason: "Thiếu vận đơn", decision: "hold" })];
  expect(parseUnsent(JSON.stringify(all))).toEqual(all);
  expect(parseUnsent(null)).toEqual([]);
  expect(parseUnsent("{")).toEqual([]);
  expect(parseUnsent('[{"command":"a"}]')).toEqual([]);
});
