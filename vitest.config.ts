import { defineConfig } from "vitest/config";

/** One project for each part of `npm test`; journeys and chaos start whole servers, one file after the other. */
const project = (name: string, alone = false) => ({
  extends: true as const,
  test: {
    name,
    include: [`${name}/**/*.test.{ts,tsx}`],
    ...(alone ? { fileParallelism: false, testTimeout: 300_000, hookTimeout: 300_000 } : {}),
  },
});

export default defineConfig({
  test: {
    exclude: ["**/node_modules/**", "**/dist/**"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      ...["contract", "engines", "server", "web", "field", "tools", "bench", "test/world"].map((name) =>
        project(name),
      ),
      project("test/chaos", true),
      project("test/journeys", true),
    ],
  },
});
