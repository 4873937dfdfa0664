import { randomUUID } from "node:crypto";
import type { BulletinView } from "@moc/contract/gate/bulletin.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { countByHand } from "../../../test/world/count-by-hand.ts";
import { openWorld, type World } from "../../../test/world/open-world.ts";
import { liftAll, withdrawAll } from "../../../test/world/orders.ts";
import { playRandomly } from "../../../test/world/random-days/random-gate.ts";
import {
  command,
  customs,
  declare,
  dispatcher,
  firm,
  guard,
  holding,
  inYard,
  passChecks,
  takeHome,
  toBeLoaded,
} from "../../../test/world/trips.ts";
import { civilDay, instantOf } from "../../platform/time/clock.ts";

let world: World;
let day: string;
const fruit = [{ name: "Thanh long", class: "fruit" as const, weightKg: 12_000 }];

async function reach(on: string, time: string): Promise<void> {
  const { clock } = world.zone.platform;
  await clock.advance(instantOf(on, time, clock.timeZone));
}

beforeAll(async () => {
  world = await openWorld();
  const { clock } = world.zone.platform;
  day = civilDay(clock.now(), clock.timeZone);
  await playRandomly(world, 20_260_120, 400);
  // What still stands would keep the trucks below from their places.
  await liftAll(world);
  await withdrawAll(world);
  const bus = { kind: "import_new_vehicle" as const };
  await world.as(guard).gate.crossIn({ ...command(), trip: (await declare(world, bus)).id });
  const exported = await inYard(world, { goods: fruit, twoWay: true });
  await passChecks(world, exported);
  await world.as(dispatcher).gate.release({ ...command(), trip: exported.id });
  await world.as(guard).gate.crossOut({ ...command(), trip: exported.id });
  await takeHome(world, await toBeLoaded(world, fruit));
  const [amended, diverted] = [await holding(world), await holding(world)];
  const elsewhere = "1116-1117";
  await world.as(firm).gate.amendDeclaration({ ...command(), trip: amended.id, route: elsewhere });
  // In the same moment to another stream: it has turned around once all the same.
  const parcels = [{ name: "Linh kiện", class: "electronics" as const }];
  await world.as(firm).gate.amendDeclaration({ ...command(), trip: amended.id, goods: parcels });
  const sent = { ...command(), trip: diverted.id, to: elsewhere, reason: "Ùn trên đường dẫn" };
  await world.as(dispatcher).gate.divertTrip(sent);
  await holding(world, { goods: [] });
  await holding(world, { goods: fruit });
}, 300_000);
afterAll(() => world.close());

const read = async (): Promise<BulletinView> =>
  (await world.as(dispatcher).gate.readBulletin({ day })).bulletin;
const issue = (actor: Actor | null, id: string = randomUUID(), on = day) =>
  world.as(actor).gate.issueBulletin({ command: id, day: on });
const correct = (actor: Actor | null, seen = 0, id: string = randomUUID(), reason = "Bổ sung tên hàng") =>
  world.as(actor).gate.correctBulletin({ command: id, day, reason, seen });
const countRecords = async () =>
  (await world.asOwner("SELECT seq FROM event WHERE kind LIKE 'gate.bulletin%'")).length;
const used = { code: "command_conflict" };

describe("before the cut-off", () => {
  test("the day is counted so far, and its bulletin is not issued, with the hour at which it is due", async () => {
    const { records, known, may } = await read();
    expect(records).toEqual([]);
    expect(known.figures.lines.backlog).toBeGreaterThan(0);
    const no = { action: "issue_bulletin", allowed: false, reason: "bulletin_not_due" };
    expect(may[0]).toMatchObject(no);
    await expect(issue(dispatcher)).rejects.toMatchObject({ code: "bulletin_not_due" });
    await expect(correct(dispatcher)).rejects.toMatchObject({ code: "bulletin_not_issued" });
  });

  test("the bulletin that is read by default is of the day before", async () => {
    const { bulletin } = await world.as(dispatcher).gate.readLatestBulletin({});
    expect(bulletin.day < day).toBe(true);
    expect(bulletin.known.figures.lines.vehicles).toBe(0);
    expect(bulletin.known.yearFrom).toBeNull();
  });
});

describe("at the cut-off", () => {
  beforeAll(() => reach(day, "20:05"));

  test("the figures of a random day are what a hand counts in the log", async () => {
    const { known } = await read();
    const events = await world.asOwner("SELECT * FROM event ORDER BY seq");
    const hand = countByHand(events, new Date(known.from), new Date(known.cutOff));
    expect(hand.exports).toBeGreaterThan(0);
    expect(hand.turned_around).toBeGreaterThan(1);
    expect(known.figures.lines).toMatchObject(hand);
    expect(hand.two_way).toBe(1);
    expect(known.figures.lines.fees).toBeNull();
    for (const line of ["vehicles", "exports", "imports", "backlog", "turned_around"] as const) {
      const places = known.figures.places.reduce((sum, place) => sum + place.lines[line], 0);
      expect(places).toBe(known.figures.lines[line]);
    }
  });

  test("it is issued by the gate centre alone, once, with the head of the log", async () => {
    await expect(issue(null)).rejects.toMatchObject({ code: "not_signed_in" });
    await expect(issue(customs)).rejects.toMatchObject({ code: "not_allowed" });
    const bad = { code: "invalid_input", data: { fields: [expect.objectContaining({ path: "day" })] } };
    await expect(issue(dispatcher, randomUUID(), "2026-02-30")).rejects.toMatchObject(bad);
    expect(await countRecords()).toBe(0);
    const id = randomUUID();
    const first = await issue(dispatcher, id);
    expect(await issue(dispatcher, id)).toEqual(first);
    await expect(issue(dispatcher, id, "2026-01-15")).rejects.toMatchObject(used);
    await expect(issue(dispatcher)).rejects.toMatchObject({ code: "bulletin_issued" });
    expect(await countRecords()).toBe(1);
    const { head, figures, number } = first.bulletin.records[0] ?? {};
    expect([number, figures]).toEqual([0, first.bulletin.known.figures]);
    const seals = await world.asOwner(
      "SELECT encode(hash, 'hex') AS hash FROM event_seal WHERE position = $1",
      [head?.position],
    );
    expect(seals).toEqual([{ hash: head?.hash }]);
    await expect(correct(dispatcher)).rejects.toMatchObject({ code: "bulletin_agrees" });
  });

  test("what crosses after the cut-off belongs to the next day", async () => {
    const before = (await read()).known.figures;
    await world
      .as(guard)
      .gate.crossIn({ ...command(), trip: (await declare(world, { kind: "import_cn" })).id });
    expect((await read()).known.figures).toEqual(before);
  });
});

describe("the next morning", () => {
  test("goods that became known correct it by a record of its own that names what changed; the first one stands", async () => {
    const issued = (await read()).records;
    const unknown = await world.as(dispatcher).gate.listTrips({ state: "holding", limit: 50 });
    const late = unknown.rows.find((row) => row.goods.length === 0);
    await reach(day, "23:00");
    await world.as(firm).gate.amendDeclaration({ ...command(), trip: late?.id ?? "", goods: fruit });
    const { differs } = await read();
    const was = issued[0]?.figures.lines.backlog_unknown ?? 0;
    expect(differs).toContainEqual({ line: "backlog_unknown", was, is: was - 1 });

    await expect(correct(null)).rejects.toMatchObject({ code: "not_signed_in" });
    await expect(correct(customs)).rejects.toMatchObject({ code: "not_allowed" });
    await expect(correct(dispatcher, 7)).rejects.toMatchObject({ code: "stale_state" });
    const bad = { code: "invalid_input", data: { fields: [expect.objectContaining({ path: "reason" })] } };
    await expect(correct(dispatcher, 0, randomUUID(), "")).rejects.toMatchObject(bad);
    const id = randomUUID();
    const { bulletin } = await correct(dispatcher, 0, id);
    expect(await correct(dispatcher, 0, id)).toEqual({ bulletin });
    await expect(correct(dispatcher, 0, id, "khác")).rejects.toMatchObject(used);
    expect(await countRecords()).toBe(2);
    expect(bulletin.records[0]).toEqual(issued[0]);
    expect(bulletin.records[1]).toMatchObject({ number: 1, changed: differs, reason: "Bổ sung tên hàng" });
    expect(bulletin.differs).toEqual([]);
  });

  test("both records equal a hand count of the log as it was known when each was made", async () => {
    const { records } = await read();
    const unknown: number[] = [];
    for (const { from, cutOff, figures, head } of records) {
      const known = await world.asOwner(
        "SELECT e.* FROM event e JOIN event_seal s ON s.seq = e.seq WHERE s.position <= $1 ORDER BY e.seq",
        [head.position],
      );
      const hand = countByHand(known, new Date(from), new Date(cutOff));
      expect(figures.lines).toMatchObject(hand);
      unknown.push(hand.backlog_unknown);
    }
    const [first = 0, second] = unknown;
    expect([unknown.length, second]).toEqual([2, first - 1]);
  });

  test("a stranger and a firm read no bulletin", async () => {
    await expect(world.as(null).gate.readBulletin({ day })).rejects.toMatchObject({ code: "not_signed_in" });
    await expect(world.as(firm).gate.readBulletin({ day })).rejects.toMatchObject({ code: "not_allowed" });
  });
});
