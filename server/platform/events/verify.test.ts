import { systemActor } from "@moc/contract/values/actor.ts";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase, sealAll, type TestDatabase } from "../../../test/world/test-database.ts";
import { appendEvents } from "./append.ts";
import { readHead } from "./seal.ts";
import { verifyLog } from "./verify.ts";

const subject = "00000000-0000-4000-8000-00000000000a";
const tables = ["event", "event_seal"];
const withoutTrigger = (table: string, statement: string) =>
  `ALTER TABLE ${table} DISABLE TRIGGER append_only; ${statement}; ALTER TABLE ${table} ENABLE TRIGGER append_only`;

describe("verify, after someone with all rights has been at the log", () => {
  let world: TestDatabase;
  let seqs: number[];
  beforeAll(async () => {
    world = await openTestDatabase();
    const events = Array.from({ length: 9 }, (_, n) => ({
      kind: "test.happened",
      subject,
      data: { n, text: "có dấu" },
    }));
    await world.database.transaction((tx) => appendEvents(tx, systemActor, null, new Date(), events));
    await sealAll(world.database);
    const seals = await world.database.db
      .selectFrom("event_seal")
      .select("seq")
      .orderBy("position")
      .execute();
    seqs = seals.map((seal) => seal.seq);
    for (const table of tables) await world.asOwner(`CREATE TABLE kept_${table} AS TABLE ${table}`);
  });
  afterEach(async () => {
    for (const table of tables) {
      await tamper(table, `DELETE FROM ${table}; INSERT INTO ${table} TABLE kept_${table}`);
    }
  });
  afterAll(() => world.close());

  const verify = () => verifyLog(world.database.db, []);
  const tamper = async (table: string, statement: string) => {
    for (const part of withoutTrigger(table, statement).split("; ")) await world.asOwner(part);
  };

  it.each([0, 4, 8])("names one changed byte in the content of row %i", async (row) => {
    await tamper(
      "event",
      `UPDATE event SET data = jsonb_set(data, '{text}', '"co dấu"') WHERE seq = ${seqs[row]}`,
    );
    expect((await verify()).fault).toEqual({ kind: "altered", position: row + 1, seq: seqs[row] });
  });

  it.each([
    "occurred_at = occurred_at - interval '1 second'",
    "actor_id = gen_random_uuid()",
    "simulated = NOT simulated",
  ])("names a row whose %s", async (change) => {
    await tamper("event", `UPDATE event SET ${change} WHERE seq = ${seqs[3]}`);
    expect((await verify()).fault).toEqual({ kind: "altered", position: 4, seq: seqs[3] });
  });

  it.each([0, 4, 8])("names the removed row %i", async (row) => {
    await tamper("event", `DELETE FROM event WHERE seq = ${seqs[row]}`);
    expect((await verify()).fault).toEqual({ kind: "removed", position: row + 1, seq: seqs[row] });
  });

  it.each([0, 4])("names the place of a row that was removed with its seal: %i", async (row) => {
    await tamper("event_seal", `DELETE FROM event_seal WHERE seq = ${seqs[row]}`);
    await tamper("event", `DELETE FROM event WHERE seq = ${seqs[row]}`);
    expect((await verify()).fault).toEqual({ kind: "removed", position: row + 1, seq: null });
  });

  it("finds a tail that was cut off with its seals by the head kept outside", async () => {
    const head = await readHead(world.database.db);
    await tamper("event_seal", `DELETE FROM event_seal WHERE seq = ${seqs[8]}`);
    await tamper("event", `DELETE FROM event WHERE seq = ${seqs[8]}`);
    expect((await verify()).ok).toBe(true);
    const outside = [{ position: head.position, hash: head.hash.toString("hex") }];
    expect((await verifyLog(world.database.db, outside)).fault).toEqual({
      kind: "cut_off",
      position: 9,
      seq: null,
    });
  });

  it("finds a chain that was recomputed after the change by the head kept outside", async () => {
    const head = await readHead(world.database.db);
    await tamper("event", `DELETE FROM event WHERE seq = ${seqs[8]}`);
    await tamper("event_seal", `DELETE FROM event_seal WHERE seq = ${seqs[8]}`);
    const other = [{ kind: "test.happened", subject, data: { n: "forged" } }];
    await world.database.transaction((tx) => appendEvents(tx, systemActor, null, new Date(), other));
    await sealAll(world.database);
    expect((await verify()).ok).toBe(true);
    const outside = [{ position: head.position, hash: head.hash.toString("hex") }];
    expect((await verifyLog(world.database.db, outside)).fault).toMatchObject({
      kind: "altered",
      position: 9,
    });
  });

  it("names a row that was slipped in among sealed ones", async () => {
    await tamper(
      "event",
      `INSERT INTO event SELECT (SELECT min(seq) FROM event) - 1, xact, kind, subject, actor_id, actor_kind, actor_role,
         organisation, simulated, occurred_at, recorded_at, data FROM event WHERE seq = ${seqs[4]}`,
    );
    expect((await verify()).fault).toMatchObject({ kind: "inserted", seq: (seqs[0] ?? 0) - 1 });
  });

  it("names a row that was given a place in the chain without its link", async () => {
    await world.asOwner(`INSERT INTO event (kind, subject, actor_id, actor_kind, simulated, occurred_at, recorded_at, data)
      SELECT kind, subject, actor_id, actor_kind, simulated, occurred_at, recorded_at, data FROM event WHERE seq = ${seqs[4]}`);
    await world.asOwner(
      "INSERT INTO event_seal SELECT 10, max(seq), decode(repeat('ab', 32), 'hex') FROM event",
    );
    expect((await verify()).fault).toMatchObject({ kind: "altered", position: 10 });
  });
});
