import { describe, expect, test } from "vitest";
import { applyFault, randomFaults } from "./seed-faults-text.ts";

const source = { file: "a.ts", text: "// a < b\nif (a < b) c = a + 1;\nif (b < c) d = Math.max(a, b);\n" };

describe("seeded faults", () => {
  test("a fault replaces the only occurrence", () => {
    const mended = applyFault(source.text, {
      file: "a.ts",
      what: "swap",
      find: "Math.max",
      replace: "Math.min",
    });
    expect(mended).toContain("Math.min(a, b)");
  });

  test("a place that is missing or ambiguous is an error, not a caught fault", () => {
    const fault = { file: "a.ts", what: "x", replace: "" };
    expect(() => applyFault(source.text, { ...fault, find: "nowhere" })).toThrow("occurs 0 times");
    expect(() => applyFault(source.text, { ...fault, find: " < " })).toThrow("occurs 3 times");
    expect(() => applyFault(source.text, { ...fault, find: " < ", nth: 7 })).toThrow("no occurrence 7");
  });

  test("random faults change code and never comments, each at its own place", () => {
    const faults = randomFaults([source], 100, 3);
    const changed = faults.map((fault) => applyFault(source.text, fault));
    expect(new Set(changed).size).toBe(faults.length);
    expect(changed.every((text) => text.startsWith("// a < b\n") && text !== source.text)).toBe(true);
    expect(faults.length).toBe(5);
  });

  test("the same seed draws the same faults and another seed others", () => {
    expect(randomFaults([source], 3, 3)).toEqual(randomFaults([source], 3, 3));
    expect(randomFaults([source], 3, 3)).not.toEqual(randomFaults([source], 3, 4));
  });
});
