import { randomUUID } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Keep } from "@moc/contract/registry/conflict.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actor, openWorld, type World } from "../../../test/world/open-world.ts";
import { civilDay } from "../../platform/time/clock.ts";

const folder = mkdtempSync(join(tmpdir(), "moc-conflicts-"));
/** What a version of the pack brings that the zone has not loaded. */
const later = join(folder, "demo/notification-rules.yaml");
let world: World;
beforeAll(async () => {
  cpSync(join(import.meta.dirname, "../../../packs/dong-dang"), folder, { recursive: true });
  renameSync(later, `${later}.kept`);
  world = await openWorld({ pack: folder });
  renameSync(`${later}.kept`, later);
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

const rules = join(folder, "demo/call-rules.yaml");
/** Changes what the pack says of Chi Ma's call rule. */
const say = (from: string, to: string) => {
  const text = readFileSync(rules, "utf8");
  const at = text.indexOf(from, text.indexOf("key: call-chi-ma"));
  if (at === -1) throw new Error(`the pack does not say ${from}`);
  writeFileSync(rules, `${text.slice(0, at)}${to}${text.slice(at + from.length)}`);
};
const administrator = actor("administrator");
const admin = () => world.as(administrator).registry;
const conflicts = async () => (await admin().readConflicts()).rows;
const minute = () =>
  world.zone.platform.clock.advance(new Date(world.zone.platform.clock.now().getTime() + 60_000));
const bufferOf = (route: string) =>
  world.zone.registry.callRule(route, "export", world.zone.platform.clock.now())?.buffer;

/** An administrator enters another buffer of Chi Ma's call rule. */
async function edit(buffer: number): Promise<void> {
  await minute();
  const rule = {
    kind: "call_rule" as const,
    key: "call-chi-ma",
    routes: ["chi-ma-road"],
    direction: "export" as const,
  };
  await admin().editRow({
    command: randomUUID(),
    statement: { ...rule, travelHours: 0.5, buffer, assumedPerHour: 4 },
    validFrom: null,
    citation: "Trung tâm Quản lý cửa khẩu",
    reason: "Điều chỉnh",
  });
  await minute();
}

/** The one conflict that there is, and the decision on it. */
async function decision(keep: Keep) {
  const [conflict] = await conflicts();
  if (conflict === undefined) throw new Error("there is no conflict");
  const { kind, key, revision, packDigest } = conflict;
  return { command: randomUUID(), kind, key, keep, revision, packDigest, reason: "đã hỏi Trung tâm" };
}
const events = () =>
  world.asOwner(
    "SELECT kind, data->>'origin' AS origin FROM event WHERE kind LIKE 'registry.%' ORDER BY seq",
  );

describe("what a pack says that is not loaded, and what nobody has stated", () => {
  it("is named by file and rule, on the screen and at the start, until it is loaded", async () => {
    expect(await admin().readPackGaps()).toEqual({
      unloaded: [{ file: "demo/notification-rules.yaml", rows: 1 }],
      unstated: [{ kind: "notification_rule", limit: null, file: "notification-rules.yaml" }],
    });
    expect(await world.zone.registry.gaps()).toEqual([
      expect.stringMatching(/not loaded yet: demo\/notification-rules\.yaml \(1\)\..*load-pack.*--apply/),
      expect.stringMatching(/stated.*: notification_rule \(notification-rules\.yaml\)\./),
    ]);
    await world.zone.registry.loadPack({ folder, apply: true });
    expect(await admin().readPackGaps()).toEqual({ unloaded: [], unstated: [] });
    expect(await world.zone.registry.gaps()).toEqual([]);
  });

  it("is a limit by its name when its row has ended", async () => {
    const { clock } = world.zone.platform;
    const ended = { kind: "time_limit", key: "draft-kept", reason: "chưa ban hành" } as const;
    const validTo = civilDay(clock.now(), clock.timeZone);
    await admin().endRow({ command: randomUUID(), ...ended, validTo });
    const lacking = [{ kind: "time_limit", limit: "draft_kept", file: "time-limits.yaml" }];
    expect(await admin().readPackGaps()).toEqual({ unloaded: [], unstated: lacking });
    // What was ended on a screen is a decision, and no pack undoes it unasked.
    expect(await conflicts()).toMatchObject([{ kind: "time_limit", key: "draft-kept" }]);
    await world.zone.registry.loadPack({ folder, apply: true, keep: "operator" });
    expect((await admin().readPackGaps()).unstated).toEqual(lacking);
    await world.zone.registry.loadPack({ folder, apply: true, keep: "pack" });
    expect((await admin().readPackGaps()).unstated).toEqual([]);
  });

  it("is read by administrators alone", async () => {
    await expect(world.as(null).registry.readPackGaps()).rejects.toMatchObject({ code: "not_signed_in" });
    await expect(world.as(actor("auditor")).registry.readPackGaps()).rejects.toMatchObject({
      code: "not_allowed",
    });
  });
});

describe("what the newest pack says against a row that was edited on a screen", () => {
  it("is nothing while nobody edited anything", async () => {
    expect(await conflicts()).toEqual([]);
  });

  it("is shown side by side with source and confidence of both", async () => {
    await edit(99);
    const [conflict] = await conflicts();
    expect(conflict).toMatchObject({
      kind: "call_rule",
      key: "call-chi-ma",
      operator: [{ statement: { buffer: 99 }, source: { confidence: "operator" } }],
      pack: [{ statement: { buffer: 3 }, source: { confidence: "illustrative" } }],
    });
  });

  it("is read by administrators alone", async () => {
    await expect(world.as(null).registry.readConflicts()).rejects.toMatchObject({ code: "not_signed_in" });
    await expect(world.as(actor("auditor")).registry.readConflicts()).rejects.toMatchObject({
      code: "not_allowed",
    });
  });

  it("names the first fault of a pack that cannot be read", async () => {
    say("buffer: 3", "buffer: three");
    await expect(conflicts()).rejects.toMatchObject({
      code: "pack_at_fault",
      message: expect.stringContaining("call-rules.yaml"),
    });
    say("buffer: three", "buffer: 3");
  });
});

describe("the decision on a conflict", () => {
  it("is refused to a stranger and to a wrong role, and with bad input, and changes nothing", async () => {
    const input = await decision("pack");
    const before = await events();
    await expect(world.as(null).registry.resolveConflict(input)).rejects.toMatchObject({
      code: "not_signed_in",
    });
    for (const role of ["dispatcher", "board_leader", "auditor"] as const)
      await expect(world.as(actor(role)).registry.resolveConflict(input)).rejects.toMatchObject({
        code: "not_allowed",
      });
    await expect(admin().resolveConflict({ ...input, reason: "" })).rejects.toMatchObject({
      code: "invalid_input",
      data: { fields: [{ path: "reason", code: "too_short" }] },
    });
    await expect(admin().resolveConflict({ ...input, key: "call-1119-1120" })).rejects.toMatchObject({
      code: "stale_state",
    });
    expect(await events()).toEqual(before);
    expect(bufferOf("chi-ma-road")).toBe(99);
  });

  it("is refused when the pack or the row changed since it was shown", async () => {
    const input = await decision("pack");
    say("buffer: 3", "buffer: 4");
    await expect(admin().resolveConflict(input)).rejects.toMatchObject({ code: "stale_state" });
    say("buffer: 4", "buffer: 3");
    await edit(98);
    await expect(admin().resolveConflict(input)).rejects.toMatchObject({ code: "stale_state" });
    expect(bufferOf("chi-ma-road")).toBe(98);
  });

  it("for the operator keeps the row, with its reason in the log, until the pack says something else", async () => {
    const input = await decision("operator");
    await admin().resolveConflict(input);
    await admin().resolveConflict(input);
    expect(
      (await events()).filter((event) => (event as { kind: string }).kind === "registry.conflict_kept"),
    ).toHaveLength(1); // as: the row's shape is the query's
    expect([await conflicts(), bufferOf("chi-ma-road")]).toEqual([[], 98]);
    await expect(admin().resolveConflict({ ...input, command: randomUUID() })).rejects.toMatchObject({
      code: "conflict_gone",
    });
    expect((await world.zone.registry.loadPack({ folder, apply: true })).conflicts).toEqual([]);
    expect(bufferOf("chi-ma-road")).toBe(98);
    say("buffer: 3", "buffer: 5");
    expect(await conflicts()).toMatchObject([{ key: "call-chi-ma", pack: [{ statement: { buffer: 5 } }] }]);
  });

  it("for the pack takes its versions, of its origin and with the reason, once", async () => {
    await minute();
    const input = await decision("pack");
    const before = (await events()).length;
    const first = await admin().resolveConflict(input);
    expect(await admin().resolveConflict(input)).toEqual(first);
    expect((await events()).slice(before)).toEqual([{ kind: "registry.row_changed", origin: "pack" }]);
    await expect(admin().resolveConflict({ ...input, keep: "operator" })).rejects.toMatchObject({
      code: "command_conflict",
    });
    expect([await conflicts(), bufferOf("chi-ma-road")]).toEqual([[], 5]);
    expect((await world.zone.registry.loadPack({ folder, apply: false })).changes).toEqual([]);
  });
});
