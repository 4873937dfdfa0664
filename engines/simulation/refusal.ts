/** One thing that is wrong with a scenario: where (a path such as `routes[0].lanes[1].count`) and what. */
export type Problem = { field: string; problem: string };

/** A scenario that cannot be run. Its message names the first field; `problems` holds all that were found. */
export class ScenarioRefused extends Error {
  readonly problems: readonly Problem[];

  constructor(found: readonly Problem[]) {
    const problems = new Map(found.map((problem) => [`${problem.field}: ${problem.problem}`, problem]));
    super([...problems.keys()].join("\n"));
    this.name = "ScenarioRefused";
    this.problems = [...problems.values()];
  }
}

/** Writes a path as a reader would: `routes[0].lanes[1].count`. */
export function fieldPath(path: readonly PropertyKey[]): string {
  let text = "";
  for (const part of path) {
    text += typeof part === "number" ? `[${part}]` : `${text === "" ? "" : "."}${String(part)}`;
  }
  return text === "" ? "document" : text;
}
