import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { writeBackup } from "@moc/server/platform/backup/write-backup.ts";
import { verifyLog } from "@moc/server/platform/events/verify.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actor, openWorld, type World } from "./open-world.ts";
import { arrive, command, customs, declaration, declare, dispatcher, firm, guard } from "./trips.ts";

const driver = { name: "Triệu Thị Hồng-Nhạn Hiếm-Gặp", paper: "PX77120945", phone: "+84987650321" };
const second = { name: "Lộc Văn Khác-Thường", paper: "PX77120946", phone: "+84987650322" };
const note = "người lái xe kể chuyện riêng của mình ở đây";
const owner = "Hộ Lường Thị Mận Vườn-Đồi";
const secrets = [...Object.values(driver), ...Object.values(second), note, owner];

describe("a driver who is erased", () => {
  let world: World;
  let trip: string;
  let persons: string[];
  const admin = actor("administrator");
  const files = mkdtempSync(join(tmpdir(), "moc-erasure-"));
  beforeAll(async () => {
    world = await openWorld();
    trip = (await declare(world, { driver, note, owner })).id;
    await world.as(firm).gate.amendDeclaration({ ...command(), trip, driver: second });
    await arrive(world, trip);
    // What officers and firms type is kept for ever; it is refused while it names one of them.
    for (const secret of [second.name.toUpperCase(), second.paper, second.phone, owner]) {
      const reason = `Giữ vì ${secret} vắng mặt`;
      const hold = { ...command(), trip, check: "customs", decision: "hold", reason } as const;
      const named = (asked: Promise<unknown>) =>
        expect(asked).rejects.toMatchObject({ code: "text_names_person" });
      await named(world.as(customs).gate.decideCheck(hold));
      await named(world.as(dispatcher).gate.withdrawTrip({ ...command(), trip, reason }));
      const goods = [{ name: `Hàng của ${secret}`, class: "other" as const }];
      await named(world.as(firm).gate.amendDeclaration({ ...command(), trip, goods }));
      await named(world.as(firm).gate.amendDeclaration({ ...command(), trip, customsNumbers: [secret] }));
    }
    await world.as(firm).gate.issueDriverLink({ ...command(), trip });
    // Refused, with the same data in hand.
    const twice = declaration({ driver, note, owner, vehicle: { ...declaration().vehicle } });
    await world
      .as(guard)
      .gate.declareVehicle({ ...command(), declaration: twice })
      .catch(() => undefined);
    await world.as(dispatcher).gate.listTrips({ limit: 5, search: driver.name.slice(0, 20) });
    const rows = (await world.asOwner("SELECT id FROM identity_person ORDER BY saved_at")) as {
      id: string;
    }[];
    persons = rows.map((row) => row.id);
  });
  afterAll(async () => {
    await world.close();
    rmSync(files, { recursive: true, force: true });
  });

  async function read() {
    const views = [];
    for (const reader of [firm, dispatcher, guard]) {
      const { gate } = world.as(reader);
      views.push(
        await gate.readTrip({ trip }),
        await gate.readStory({ trip }),
        await gate.explainPlace({ trip }),
      );
      views.push(await gate.listTrips({ limit: 50 }));
      views.push(Buffer.from((await gate.exportTrips({})).content, "base64").toString("utf8"));
    }
    return JSON.stringify(views);
  }

  /** Every table as text, hidden bytes as letters too; all that was logged; a whole backup. */
  async function everything(): Promise<string> {
    const { database } = world.zone.platform;
    const tables = (await world.asOwner("SELECT tablename AS name FROM pg_tables WHERE schemaname = $1", [
      database.schema,
    ])) as { name: string }[];
    const texts = [...world.logged];
    for (const { name } of tables) {
      const rows = (await world.asOwner(`SELECT t.*, t::text AS whole FROM "${name}" t`)) as Record<
        string,
        unknown
      >[];
      for (const value of rows.flatMap((row) => Object.values(row))) {
        texts.push(Buffer.isBuffer(value) ? value.toString("utf8") : (JSON.stringify(value) ?? ""));
      }
    }
    await writeBackup(database, join(files, `${texts.length}.moc.gz`));
    for (const file of readdirSync(files))
      texts.push(gunzipSync(readFileSync(join(files, file))).toString("utf8"));
    return texts.join("\n");
  }

  it("was named to those who must know, and in clear stood nowhere", async () => {
    expect(persons).toHaveLength(3);
    expect(await read()).toContain(second.name);
    expect(await read()).toContain(owner);
    const all = await everything();
    for (const secret of secrets) expect(all).not.toContain(secret);
  });

  it("is named nowhere afterwards, while the trip goes on and the chain still verifies", async () => {
    for (const person of persons) {
      const input = { ...command(), person, ground: "request" as const, why: "asked by letter" };
      await world.as(admin).identity.erasePerson(input);
    }
    const views = await read();
    const all = await everything();
    for (const secret of secrets) {
      expect(views).not.toContain(secret);
      expect(all).not.toContain(secret);
    }
    const view = (await world.as(dispatcher).gate.readTrip({ trip })).trip;
    expect(view.driver).toMatchObject({ name: null, erased: true });
    expect(view.owner).toMatchObject({ organisation: null, name: null, erased: true });
    await world.zone.platform.follower.settled();
    expect(await verifyLog(world.zone.platform.database.db, [])).toMatchObject({ ok: true, unsealed: 0 });
  });
});
