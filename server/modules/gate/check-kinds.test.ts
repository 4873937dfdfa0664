import type { Statement } from "@moc/contract/registry/rows.ts";
import { civilDay } from "@moc/server/platform/time/clock.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actor, openWorld, type World } from "../../../test/world/open-world.ts";
import {
  command,
  customs,
  declaration,
  declare,
  dispatcher,
  firm,
  holding,
  plant,
} from "../../../test/world/trips.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const admin = actor("administrator");
const kindsOf = (trip: { checks: { kind: string }[] }) => trip.checks.map(({ kind }) => kind);
const today = () => civilDay(world.zone.platform.clock.now(), "Asia/Ho_Chi_Minh");

test("customs of a region that is no longer charged answers nothing, and is told whose check it is", async () => {
  const { id } = await holding(world);
  const former = actor("customs", "customs-lang-son");
  const decision = { ...command(), trip: id, check: "customs", decision: "pass" } as const;
  await expect(world.as({ ...former, language: "en" }).gate.decideCheck(decision)).rejects.toMatchObject({
    code: "not_allowed",
  });
  const { may } = (await world.as(former).gate.readTrip({ trip: id })).trip;
  expect(may.find(({ action }) => action === "decide_check:customs")).toMatchObject({
    allowed: false,
    reason: "not_allowed",
    params: { who: "customs", who_zh: "海关" },
  });
  expect((await world.as(customs).gate.decideCheck(decision)).trip.checks).toContainEqual(
    expect.objectContaining({ kind: "customs", state: "pass" }),
  );
});

test("a rule may name a gate and a class of vehicle", async () => {
  const statement: Statement = {
    kind: "check_rule",
    key: "animal-heavy",
    check: "animal_quarantine",
    gates: ["huu-nghi"],
    direction: "export",
    vehicles: ["under_2t"],
    tripKinds: null,
    routes: null,
    regimes: null,
    goods: null,
  };
  const stated = { ...command(), validFrom: today(), citation: "thử", reason: "thử", statement };
  await world.as(admin).registry.editRow(stated);
  const { vehicle } = declaration();
  const light = await declare(world, { vehicle: { ...vehicle, payloadClass: "under_2t" } });
  expect(kindsOf(light)).toContain("animal_quarantine");
  expect(kindsOf(await declare(world))).not.toContain("animal_quarantine");
  await expect(
    world
      .as(admin)
      .registry.editRow({ ...stated, ...command(), statement: { ...statement, check: "unheard_of" } }),
  ).rejects.toMatchObject({ code: "reference_missing", data: { fields: [{ path: "statement.check" }] } });
});

test("a kind that is closed no longer applies to what is decided afterwards, and remains where it was", async () => {
  const before = await holding(world);
  const onTheWay = await declare(world);
  const failed = await holding(world);
  const fail = {
    ...command(),
    trip: failed.id,
    check: "plant_quarantine",
    decision: "fail",
    reason: "sâu",
  } as const;
  await world.as(plant).gate.decideCheck(fail);
  const end = {
    ...command(),
    kind: "check_kind",
    key: "plant_quarantine",
    validTo: today(),
    reason: "thôi",
  } as const;
  await world.as(admin).registry.endRow(end);

  const declaredAfter = await declare(world);
  expect(kindsOf(declaredAfter)).not.toContain("plant_quarantine");

  // The set is fixed with the filing; what the rules do not look at leaves it as it was.
  const { trip: numbered } = await world
    .as(firm)
    .gate.amendDeclaration({ ...command(), trip: before.id, customsNumbers: ["307"] });
  expect(kindsOf(numbered)).toContain("plant_quarantine");
  const { trip: passed } = await world
    .as(plant)
    .gate.decideCheck({ ...command(), trip: before.id, check: "plant_quarantine", decision: "pass" });
  expect(passed.checks).toContainEqual(expect.objectContaining({ kind: "plant_quarantine", state: "pass" }));

  // What they look at asks them anew, as they are on that day.
  const goods = [{ name: "Xoài", class: "fruit" as const }];
  const { trip: amended } = await world
    .as(firm)
    .gate.amendDeclaration({ ...command(), trip: onTheWay.id, goods });
  expect(kindsOf(amended)).not.toContain("plant_quarantine");

  // A result is shaken off by no other route.
  const { trip: sent } = await world
    .as(dispatcher)
    .gate.divertTrip({ ...command(), trip: failed.id, to: "1088-2-1089", reason: "thử" });
  expect(sent.checks).toContainEqual(expect.objectContaining({ kind: "plant_quarantine", state: "fail" }));

  const { check_kind } = await world.as(firm).registry.readZone({});
  expect(check_kind.map(({ key }) => key)).toContain("plant_quarantine");
});
