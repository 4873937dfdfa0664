import { parse as parseYaml } from "yaml";
import { findProblems } from "./consistency.ts";
import { fieldPath, type Problem, ScenarioRefused } from "./refusal.ts";
import { Scenario } from "./scenario.ts";

/** Longest document, in characters. */
const MOST_CHARACTERS = 2_000_000;

/**
 * Reads a scenario from YAML or JSON text. Throws ScenarioRefused, which names every field that is wrong, for text
 * that is no YAML, an unknown or missing field, a number out of bounds, a key that leads nowhere, a scenario in which
 * trucks could never get through, would go in circles, or would be more than its limits.
 */
export function parseScenario(text: string): Scenario {
  if (text.length > MOST_CHARACTERS) refuse("document", `longer than ${MOST_CHARACTERS} characters`);
  return checkScenario(readYaml(text));
}

/** The same for a document that is already an object. */
export function checkScenario(document: unknown): Scenario {
  const parsed = Scenario.safeParse(document);
  if (!parsed.success) {
    throw new ScenarioRefused(parsed.error.issues.flatMap((issue) => readIssue(issue)));
  }
  const problems = findProblems(parsed.data);
  if (problems.length > 0) throw new ScenarioRefused(problems);
  return parsed.data;
}

function readYaml(text: string): unknown {
  try {
    return parseYaml(text, { maxAliasCount: 50, schema: "core" });
  } catch (error) {
    return refuse("document", error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error));
  }
}

function refuse(field: string, problem: string): never {
  throw new ScenarioRefused([{ field, problem }]);
}

type Issue = { code?: string; path: PropertyKey[]; message: string; keys?: string[]; errors?: Issue[][] };

function readIssue(issue: Issue): Problem[] {
  if (issue.code === "unrecognized_keys") {
    return (issue.keys ?? []).map((key) => ({
      field: fieldPath([...issue.path, key]),
      problem: "unknown field",
    }));
  }
  const branch = issue.code === "invalid_union" ? closestBranch(issue.errors ?? []) : undefined;
  if (branch === undefined) return [{ field: fieldPath(issue.path), problem: issue.message }];
  return branch.flatMap((inner) => readIssue({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** Of the ways in which a spread could be read, the one whose name the writer used: it knows the first field. */
function closestBranch(branches: readonly Issue[][]): Issue[] | undefined {
  return branches.find(
    (issues) => issues.length > 0 && issues.every(({ path, code }) => path.length > 1 || code === "custom"),
  );
}
