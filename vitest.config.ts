import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{contract,engines,server,web,field,tools,test,bench}/**/*.test.{ts,tsx}"],
    exclude: ["**/node_modules/**", "test/journeys/**", "test/chaos/**"],
    pool: "forks",
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
