import { dutyEvents } from "@moc/contract/gate/duty.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actor, openWorld, type World } from "../../../test/world/open-world.ts";
import { command, customs, dispatcher, firm, guard, park, route } from "../../../test/world/trips.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const gate = (by: Actor | null) => world.as(by).gate;
const now = () => world.zone.platform.clock.now();
const officer = () => actor("border_guard", "border-guard");
const take = (by: Actor | null, post = route) => gate(by).takeDuty({ ...command(), post });
const note = "Làn 3 chờ sửa";
const report = (by: Actor | null, change: object = {}) =>
  gate(by).reportIncident({
    ...command(),
    place: route,
    kind: "power",
    text: "Mất điện cổng 3",
    since: now().toISOString(),
    ...change,
  });
const count = async () => {
  const [row] = await world.asOwner(
    `SELECT (SELECT count(*) FROM event) AS events, (SELECT count(*) FROM gate_duty) AS duties,
      (SELECT count(*) FROM gate_incident) AS incidents`,
  );
  return row;
};

describe.each([
  ["takeDuty", take],
  ["reportIncident", report],
] as const)("%s", (_name, send) => {
  test("refuses a stranger, a firm and a program, and writes nothing", async () => {
    const before = await count();
    await expect(send(null)).rejects.toMatchObject({ code: "not_signed_in" });
    const scopes = ["gate:take_duty", "gate:report_incident"];
    const program = actor("dispatcher", "gate-centre", { kind: "token", scopes });
    for (const other of [firm, program, actor("board_leader", "board")])
      await expect(send(other)).rejects.toMatchObject({ code: "not_allowed" });
    expect(await count()).toEqual(before);
  });
});

describe("a duty", () => {
  test("is taken at a post of the zone, one at a time, once however often it is sent", async () => {
    const who = officer();
    await expect(take(who, "nowhere")).rejects.toMatchObject({
      code: "post_unknown",
      data: { fields: [{ path: "post" }] },
    });
    const input = { ...command(), post: route };
    const { duty } = await gate(who).takeDuty(input);
    expect(await gate(who).takeDuty(input)).toEqual({ duty });
    await expect(gate(officer()).takeDuty(input)).rejects.toMatchObject({ code: "command_conflict" });
    await expect(take(who, park)).rejects.toMatchObject({
      code: "duty_held",
      data: { params: { post: route } },
    });
    const { onDuty } = await gate(dispatcher).readDutyLog({});
    expect(onDuty.find(({ id }) => id === duty)).toMatchObject({
      post: route,
      holder: { organisation: "border-guard" },
      handedOver: null,
    });
  });

  test("is handed over by its holder, or by a dispatcher for who forgot, with what the next must know", async () => {
    const who = officer();
    const { duty } = await take(who);
    const over = { duty, note };
    for (const [by, code] of [
      [null, "not_signed_in"],
      [firm, "not_allowed"],
      [customs, "not_allowed"],
    ] as const)
      await expect(gate(by).handOver({ ...command(), ...over })).rejects.toMatchObject({ code });
    await expect(gate(who).handOver({ ...command(), ...over, note: "" })).rejects.toMatchObject({
      code: "invalid_input",
      data: { fields: [{ path: "note" }] },
    });
    const input = { ...command(), ...over };
    await gate(who).handOver(input);
    await gate(who).handOver(input);
    await expect(gate(dispatcher).handOver({ ...command(), ...over })).rejects.toMatchObject({
      code: "duty_over",
    });
    const { handedOver, onDuty } = await gate(customs).readDutyLog({});
    expect(handedOver.find(({ id }) => id === duty)?.handedOver).toMatchObject({ note });
    expect(onDuty.some(({ id }) => id === duty)).toBe(false);
    const next = await take(who);
    await gate(dispatcher).handOver({ ...command(), duty: next.duty, note });
  });
});

describe("an incident", () => {
  test("is reported with when it began, and closed once with how it ended", async () => {
    const inputs = {
      ...command(),
      place: route,
      kind: "line" as const,
      text: "Đứt cáp",
      since: now().toISOString(),
    };
    const { incident } = await gate(guard).reportIncident(inputs);
    expect(await gate(guard).reportIncident(inputs)).toEqual({ incident });
    const closing = { incident, outcome: "Đã nối lại" };
    for (const [by, code] of [
      [null, "not_signed_in"],
      [customs, "not_allowed"],
    ] as const)
      await expect(gate(by).closeIncident({ ...command(), ...closing })).rejects.toMatchObject({ code });
    await expect(gate(guard).closeIncident({ ...command(), ...closing, outcome: "" })).rejects.toMatchObject({
      data: { fields: [{ path: "outcome" }] },
    });
    const shown = async () => (await gate(guard).readDutyLog({})).incidents.find(({ id }) => id === incident);
    expect(await shown()).toMatchObject({ closed: null, may: [{ action: "close_incident", allowed: true }] });
    const input = { ...command(), ...closing };
    await gate(guard).closeIncident(input);
    await gate(guard).closeIncident(input);
    await expect(gate(dispatcher).closeIncident({ ...command(), ...closing })).rejects.toMatchObject({
      code: "incident_closed",
    });
    expect(await shown()).toMatchObject({ closed: { outcome: "Đã nối lại" }, may: [] });
  });

  test("of the future, of long ago or at no place of the zone is refused by its field", async () => {
    const at = (hours: number) => new Date(now().getTime() + hours * 3_600_000).toISOString();
    for (const since of [at(1), at(-24 * 8)])
      await expect(report(guard, { since })).rejects.toMatchObject({
        code: "since_impossible",
        data: { fields: [{ path: "since" }] },
      });
    await expect(report(guard, { place: "nowhere" })).rejects.toMatchObject({
      code: "post_unknown",
      data: { fields: [{ path: "place" }] },
    });
  });

  test("that stays open is counted when its post is handed over, and shown on later days until it is over", async () => {
    await report(guard, { place: park });
    const who = officer();
    const { duty } = await take(who, park);
    await gate(who).handOver({ ...command(), duty, note });
    const [row] = await world.asOwner(
      "SELECT data FROM event WHERE kind = 'gate.duty_handed_over' AND subject = $1 ORDER BY seq",
      [duty],
    );
    expect(row).toMatchObject({ data: { post: park, openIncidents: 1 } });
    const tomorrow = new Date(now().getTime() + 31 * 3_600_000).toISOString().slice(0, 10);
    const { incidents, handedOver } = await gate(guard).readDutyLog({ day: tomorrow });
    expect(incidents.filter(({ place }) => place === park)).toHaveLength(1);
    expect(handedOver).toEqual([]);
  });
});

test("the log tells what happened and nothing that anybody typed", async () => {
  const rows = (await world.asOwner(
    "SELECT kind, data FROM event WHERE kind LIKE 'gate.duty%' OR kind LIKE 'gate.incident%' ORDER BY seq",
  )) as { kind: keyof typeof dutyEvents; data: unknown }[]; // as: rows of this very query
  expect(new Set(rows.map(({ kind }) => kind)).size).toBe(4);
  for (const { kind, data } of rows) dutyEvents[kind].parse(data);
  expect(JSON.stringify(rows)).not.toContain(note);
});

test("who stands duty takes no second one, however many others do", async () => {
  await world.asOwner(
    `INSERT INTO gate_duty (id, post, actor, organisation, taken_at, simulated)
     SELECT gen_random_uuid(), $1, gen_random_uuid(), 'border-guard', $2, false FROM generate_series(1, 600)`,
    [park, new Date(0)],
  );
  const who = officer();
  await take(who);
  await expect(take(who, park)).rejects.toMatchObject({ code: "duty_held" });
});
