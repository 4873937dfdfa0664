import { describe, expect, it } from "vitest";
import { clockFrom } from "./zone-clock.ts";

const zone = "Asia/Ho_Chi_Minh";
const evening = new Date("2026-11-22T14:00:00Z");

describe("a time told to a driver", () => {
  it("is the clock alone on the same day of the zone", () => {
    expect(clockFrom(evening, new Date("2026-11-22T16:59:00Z"), zone)).toBe("23:59");
  });

  it("has its day from midnight of the zone on", () => {
    expect(clockFrom(evening, new Date("2026-11-22T17:00:00Z"), zone)).toBe("23/11 00:00");
  });
});
