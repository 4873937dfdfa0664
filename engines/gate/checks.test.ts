import { describe, expect, test } from "vitest";
import {
  decided,
  decisionsFor,
  missingChecks,
  pendingCheck,
  reasonRequired,
  restatedChecks,
} from "./checks.ts";

describe("a check", () => {
  test("takes the decisions that its state allows, and no others", () => {
    expect({
      pending: decisionsFor("pending"),
      hold: decisionsFor("hold"),
      pass: decisionsFor("pass"),
      fail: decisionsFor("fail"),
      withdrawn: decisionsFor("withdrawn"),
    }).toEqual({
      pending: ["pass", "hold", "fail"],
      hold: ["pass", "fail"],
      pass: ["withdraw"],
      fail: [],
      withdrawn: ["pass", "hold", "fail"],
    });
  });

  test("is led by a decision to the state of that name", () => {
    expect(decided("pending", "pass")).toBe("pass");
    expect(decided("pending", "hold")).toBe("hold");
    expect(decided("pending", "fail")).toBe("fail");
    expect(decided("hold", "pass")).toBe("pass");
    expect(decided("hold", "fail")).toBe("fail");
    expect(decided("pass", "withdraw")).toBe("withdrawn");
    expect(decided("withdrawn", "pass")).toBe("pass");
    expect(decided("withdrawn", "hold")).toBe("hold");
    expect(decided("withdrawn", "fail")).toBe("fail");
    expect(decided("fail", "pass")).toBeUndefined();
    expect(decided("pass", "pass")).toBeUndefined();
  });

  test("needs a reason for everything but a pass", () => {
    expect(reasonRequired).toEqual({ pass: false, hold: true, fail: true, withdraw: true });
  });
});

const checkKinds = ["border_guard_exit", "customs", "plant_quarantine"];

test("asked anew, a check that was decided stays and one that nobody touched goes with its rule", () => {
  const [guard, customs, plant] = checkKinds.map(pendingCheck);
  if (guard === undefined || customs === undefined || plant === undefined) throw new Error("three kinds");
  const checks = [guard, { ...customs, state: "fail" as const }, plant];
  expect(restatedChecks({ checks }, ["border_guard_exit", "cold_chain"])).toEqual([
    "customs",
    "border_guard_exit",
    "cold_chain",
  ]);
});

test("whatever has not passed is missing", () => {
  const checks = checkKinds.map(pendingCheck);
  expect(missingChecks({ checks })).toEqual(checkKinds);
  const some = checks.map((check, index) =>
    index < 2 ? { ...check, state: "pass" as const } : { ...check, state: "hold" as const },
  );
  expect(missingChecks({ checks: some })).toEqual(checkKinds.slice(2));
});
