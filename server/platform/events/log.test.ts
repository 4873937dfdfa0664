import { systemActor } from "@moc/contract/values/actor.ts";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase, sealAll, type TestDatabase } from "../../../test/world/test-database.ts";
import { appendEvents } from "./append.ts";
import { verifyLog } from "./verify.ts";

const subject = "00000000-0000-4000-8000-00000000000a";

async function record(world: TestDatabase, count: number): Promise<void> {
  const events = Array.from({ length: count }, (_, n) => ({ kind: "test.happened", subject, data: { n } }));
  await world.database.transaction((tx) => appendEvents(tx, systemActor, null, new Date(), events));
  await sealAll(world.database);
}

describe("the log", () => {
  let world: TestDatabase;
  beforeAll(async () => {
    world = await openTestDatabase();
    await record(world, 7);
  });
  afterAll(() => world.close());

  it("seals what was committed, without a gap, and verifies", async () => {
    expect(await verifyLog(world.database.db, [])).toEqual({
      ok: true,
      checked: 7,
      unsealed: 0,
      fault: null,
    });
  });

  it.each([
    "UPDATE event SET kind = 'x'",
    "DELETE FROM event",
    "TRUNCATE event",
    "UPDATE event_seal SET hash = ''",
    "DELETE FROM command",
  ])("cannot be changed through the application's connection: %s", async (statement) => {
    await expect(sql.raw(statement).execute(world.database.db)).rejects.toMatchObject({ code: "42501" });
  });
});
