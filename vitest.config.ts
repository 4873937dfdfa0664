import { readdirSync } from "node:fs";
import { defineConfig } from "vitest/config";

/** One project for each part of `npm test`; journeys and chaos start whole servers, which takes its time. */
const project = (name: string, whole = false, setupFiles: string[] = []) => ({
  extends: true as const,
  test: {
    name,
    include: [`${name}/**/*.test.{ts,tsx}`],
    setupFiles,
    ...(whole ? { testTimeout: 300_000, hookTimeout: 300_000 } : {}),
  },
});

/** Engines hold the logic that matters, so each of them is tested to this share of its branches. */
const engines = readdirSync(new URL("engines", import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "node_modules")
  .map((entry) => [`engines/${entry.name}/**`, { branches: 95 }]);

export default defineConfig({
  test: {
    exclude: ["**/node_modules/**", "**/dist/**"],
    pool: "forks",
    maxWorkers: 2,
    // Ceilings against hanging, wide enough for a crowded machine.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 30_000 } },
    projects: [
      ...["contract", "engines", "server", "field", "tools", "bench", "test/world"].map((name) =>
        project(name),
      ),
      project("web", false, ["web/shell/sides.fixture.ts"]),
      project("test/chaos", true),
      project("test/journeys", true),
    ],
    // Switched on by `npm run test:deep` for the engines. Naive models, samples and seeded faults are tests themselves.
    coverage: {
      include: ["engines/**/*.ts"],
      exclude: [
        "**/*.{test,fixture}.ts",
        "**/testing/**",
        "**/gold/**",
        "**/faults.ts",
        "**/samples.ts",
        "**/{naive,random}-*.ts",
      ],
      reporter: ["text"],
      thresholds: Object.fromEntries(engines),
    },
  },
});
