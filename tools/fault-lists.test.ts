import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { applyFault, type Fault } from "./seed-faults-text.ts";

const engines = join(import.meta.dirname, "../engines");
const lists = readdirSync(engines).filter((engine) => existsSync(join(engines, engine, "faults.ts")));

describe.each(lists)("the seeded faults of engines/%s", (engine) => {
  const load = async (): Promise<readonly Fault[]> =>
    (await import(join(engines, engine, "faults.ts"))).faults;

  test("are at least thirty", async () => {
    expect((await load()).length).toBeGreaterThanOrEqual(30);
  });

  test("each still has its place in the code and changes it", async () => {
    for (const fault of await load()) {
      const text = readFileSync(join(engines, engine, fault.file), "utf8");
      expect(applyFault(text, fault)).not.toBe(text);
    }
  });
});
