import { expect, test } from "vitest";
import { standOf } from "./transfers.tsx";

const unconfirmed = { trip: "chinese", confirmedAt: null };
const confirmed = { trip: "chinese", confirmedAt: "2026-01-15T05:00:00Z" };

test("a pair waits for the yard while its goods may still change over", () => {
  expect(standOf({ id: "chinese", state: "checks_done" }, unconfirmed)).toBe("waiting");
  expect(standOf({ id: "vietnamese", state: "released" }, unconfirmed)).toBe("waiting");
});

test("a truck that went on with its goods waits for no yard any more", () => {
  for (const state of ["inland_allowed", "released", "closed", "refused"] as const)
    expect(standOf({ id: "chinese", state }, unconfirmed)).toBe("lapsed");
  expect(standOf({ id: "vietnamese", state: "closed" }, unconfirmed)).toBe("lapsed");
});

test("a confirmed transfer stays done whatever comes after", () => {
  expect(standOf({ id: "chinese", state: "closed" }, confirmed)).toBe("done");
});
