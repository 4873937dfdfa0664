import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "../../test/world/test-database.ts";
import { errorForLog } from "./log.ts";

const secret = "Lương Thị Xuân-Mai";
let world: TestDatabase;
beforeAll(async () => {
  world = await openTestDatabase();
});
afterAll(() => world.close());

it.each([
  `SELECT '${secret}'::uuid`,
  `INSERT INTO subscriber SELECT '${secret}', 1 FROM generate_series(1, 2)`,
  `INSERT INTO upkeep VALUES ('${secret}', now(), '{}')`,
  `SELECT '{"name": ${secret}}'::jsonb`,
])("a database's error is logged without the values that it quotes: %s", async (statement) => {
  const error = await sql
    .raw(statement)
    .execute(world.database.db)
    .catch((thrown: unknown) => thrown);
  const logged = errorForLog(error);
  expect(JSON.stringify(logged)).not.toContain(secret);
  expect(logged).toMatchObject({ type: "DatabaseError", code: expect.stringMatching(/^\w{5}$/) });
});

it("any other error is logged whole", () => {
  expect(errorForLog(new TypeError("no such key"))).toMatchObject({
    type: "TypeError",
    message: "no such key",
  });
});
