import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import config from "../vitest.config.ts";
import { closingLine, PARTS, tally } from "./test-parts.ts";

const report = (numbers: object) =>
  JSON.stringify({
    numPassedTests: 3,
    numFailedTests: 0,
    numPendingTests: 0,
    success: true,
    testResults: [],
    ...numbers,
  });

test("a run without a report, and a failed run without a failed test, are failures", () => {
  expect(tally(undefined, 0).failed).toBe(1);
  expect(tally(report({}), 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
  expect(tally(report({}), null).failed).toBe(1);
});

test("a file that broke in loading or in a hook is a failure beside the failed tests", () => {
  const files = [
    { status: "failed", assertionResults: [] },
    { status: "failed", assertionResults: [{ status: "skipped" }, { status: "passed" }] },
    { status: "failed", assertionResults: [{ status: "failed" }] },
  ];
  expect(tally(report({ numFailedTests: 1, testResults: files }), 1).failed).toBe(3);
});

test("the closing line names the skipped only when there are any", () => {
  expect(closingLine({ passed: 5, failed: 0, skipped: 0 })).toBe("5 passed, 0 failed");
  expect(closingLine({ passed: 5, failed: 1, skipped: 2 })).toBe("5 passed, 1 failed, 2 skipped");
});

test("every vitest project belongs to a part, and every part names projects that exist", () => {
  const names = (config.test?.projects ?? []).map((p) =>
    typeof p === "object" && "test" in p ? p.test?.name : undefined,
  );
  expect(new Set(PARTS.flatMap((part) => part.projects))).toEqual(new Set(names));
});

test("every workspace and every folder of test/ is a vitest project, so no test is left out", () => {
  const { workspaces } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  const folders = readdirSync(new URL("..", import.meta.url)).includes("test")
    ? readdirSync(new URL("../test", import.meta.url)).map((name) => `test/${name}`)
    : [];
  const covered = new Set(PARTS.flatMap((part) => part.projects));
  for (const name of [...workspaces, ...folders]) expect(covered).toContain(name);
});
