import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actor, openWorld, type World } from "../../../test/world/open-world.ts";
import { verifyNow } from "../upkeep/verify-daily.ts";

describe("the operator's alerts", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const page = async () => {
    const { rows } = await world.as(actor("administrator")).platform.readAlerts();
    return Object.fromEntries(rows.map((row) => [row.topic, row]));
  };

  it("are shown to whoever administers the zone, to no other and to no stranger", async () => {
    await expect(world.as(null).platform.readAlerts()).rejects.toMatchObject({ code: "not_signed_in" });
    for (const other of [
      actor("board_leader"),
      actor("administrator", "lang-son-customs"),
      actor("administrator", null, { kind: "token", scopes: ["platform:read", "platform:make_backup"] }),
    ]) {
      await expect(world.as(other).platform.readAlerts()).rejects.toMatchObject({ code: "not_allowed" });
      await expect(world.as(other).platform.makeBackup({})).rejects.toMatchObject({ code: "not_allowed" });
    }
  });

  it("know of a backup and of a check of the log as soon as they were made", async () => {
    expect(await page()).toMatchObject({ backup: { value: null, at: null }, verify: { value: null } });
    const administrator = world.as(actor("administrator")).platform;
    const [one, other] = await Promise.all([administrator.makeBackup({}), administrator.makeBackup({})]);
    expect(other, "who asks while one is being made gets that one").toEqual(one);
    await world.zone.platform.follower.settled();
    await verifyNow(world.zone.platform.database, world.zone.platform.settings.dataDir);
    const after = await page();
    expect(after.backup).toMatchObject({ state: "quiet", value: 0, unit: "hours" });
    expect(after.verify).toMatchObject({ state: "quiet", value: 0, found: expect.stringMatching(/\d/) });
  });

  it("see a log that was tampered with, and what waits for the sealer", async () => {
    await world.zone.platform.follower.settled();
    await world.asOwner("ALTER TABLE event DISABLE TRIGGER append_only");
    await world.asOwner("UPDATE event SET kind = 'registry.forged' WHERE seq = (SELECT min(seq) FROM event)");
    await verifyNow(world.zone.platform.database, world.zone.platform.settings.dataDir);
    expect((await page()).verify).toMatchObject({ state: "alarm", found: expect.stringContaining(" 1 ") });
  });

  it("tell the watch the same at /ready", async () => {
    const answer = await world.zone.app.inject("/ready");
    expect(answer.json()).toMatchObject({
      ok: true,
      unsealed: 0,
      lastBackup: expect.stringMatching(/\.moc\.gz$/),
    });
  });
});
