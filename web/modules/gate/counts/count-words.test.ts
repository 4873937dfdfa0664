import type { LastCounts } from "@moc/contract/gate/count.ts";
import { expect, test } from "vitest";
import { langs } from "../../../ui/text.ts";
import { countLine } from "./count-words.ts";

const count = (passed: number, day: string) => ({
  day,
  passed,
  source: "Ga Đồng Đăng",
  recordedAt: "2026-01-14T13:00:00.000Z",
  simulated: false,
});
const wagons = (out: LastCounts["export"], into: LastCounts["import"]): LastCounts => ({
  unit: "wagon",
  export: out,
  import: into,
});
const today = "2026-01-15";

test("a count names its unit, and its day where that is not the one looked at", () => {
  const fresh = wagons(count(25, today), count(33, today));
  expect(countLine(fresh, today, "vi")).toBe("ra 25 toa, vào 33 toa");
  expect(countLine(fresh, today, "zh")).toBe("出25节，入33节");
  const old = wagons(count(25, "2026-01-14"), count(33, "2026-01-14"));
  expect(countLine(old, today, "vi")).toBe("ngày 14/01: ra 25 toa, vào 33 toa");
  const uneven = wagons(count(25, "2026-01-13"), count(33, today));
  expect(countLine(uneven, today, "en")).toBe("out 25 wagons (13/01), in 33 wagons");
});

test("nought is a figure, and what nobody entered is said to be missing in every language", () => {
  expect(countLine(wagons(count(0, today), null), today, "vi")).toBe("ra 0 toa, vào chưa nhập");
  expect(countLine(wagons(null, null), today, "vi")).toBe("chưa nhập số toa");
  for (const lang of langs) expect(countLine(wagons(null, null), today, lang)).not.toMatch(/\d|\?|\{/);
});
