import { randomUUID } from "node:crypto";
import type { NewOrder } from "@moc/contract/gate/steering.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openWorld, type World } from "../../../test/world/open-world.ts";
import { give, lift, liftAll, orderOf, province, publicText, stop } from "../../../test/world/orders.ts";
import { dispatcher, firm, guard, park, police, route } from "../../../test/world/trips.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(() => liftAll(world));

const inMinutes = (minutes: number) =>
  new Date(world.zone.platform.clock.now().getTime() + minutes * 60_000).toISOString();

const at = (path: string) => ({ fields: [expect.objectContaining({ path })] });
const steering = (by: Actor = dispatcher) => world.as(by).gate.readSteering({});
const countEvents = async (kind: string) =>
  (await world.asOwner("SELECT seq FROM event WHERE kind LIKE $1", [kind])).length;

describe("giving an order", () => {
  test("a stranger is refused, and a role that does not steer", async () => {
    await expect(give(world, orderOf(stop), null)).rejects.toMatchObject({ code: "not_signed_in" });
    await expect(give(world, orderOf(stop), guard)).rejects.toMatchObject({ code: "not_allowed" });
    const { document: _, text: __, ...asked } = orderOf(stop);
    await expect(world.as(firm).gate.previewOrder(asked)).rejects.toMatchObject({ code: "not_allowed" });
  });

  test("an organisation gives what it is competent for, by the dated table, and the refusal says who is", async () => {
    await expect(give(world, orderOf(stop), police)).rejects.toMatchObject({
      code: "order_not_competent",
      message: expect.stringContaining("Trung tâm cửa khẩu"),
      data: at("order.action"),
    });
    expect((await steering(police)).competent).toEqual(["divert", "hold_in_park"]);
    const order = await give(world, orderOf({ kind: "hold_in_park", park }), police);
    expect(order).toMatchObject({ issuer: "traffic-police", state: "in_force", number: expect.any(Number) });
  });

  test("bad input is refused with its code and field, and nothing is written", async () => {
    const before = await countEvents("gate.order%");
    const bad: [Partial<NewOrder>, string, string][] = [
      [{ routes: ["khong-co"] }, "route_not_found", "order.routes.0"],
      [{ routes: [] }, "order_scope_empty", "order.routes"],
      [{ from: inMinutes(-1) }, "order_dates", "order.from"],
      [{ to: inMinutes(0) }, "order_dates", "order.to"],
      [{ action: { kind: "divert", route } }, "order_diverts_to_itself", "order.action.route"],
      [{ action: { kind: "divert", route: "khong-co" } }, "route_not_found", "order.action.route"],
      [{ action: { kind: "hold_in_park", park: "khong-co" } }, "place_not_found", "order.action.park"],
      [
        { action: { kind: "hold_in_park", park: "chi-ma-waiting" } },
        "place_serves_other_route",
        "order.action.park",
      ],
      [
        { action: { kind: "hold_in_park", park }, direction: null },
        "order_holds_exports_only",
        "order.direction",
      ],
    ];
    for (const [change, code, field] of bad)
      await expect(give(world, orderOf(stop, change))).rejects.toMatchObject({ code, data: at(field) });
    const wordless = orderOf(stop, { text: { ...publicText, zh: "" } });
    await expect(give(world, wordless)).rejects.toMatchObject({ code: "invalid_input" });
    expect(await countEvents("gate.order%")).toBe(before);
  });

  test("sent twice it is given once; numbers follow one another", async () => {
    const before = await countEvents("gate.order_given");
    const id = randomUUID();
    const first = await give(world, orderOf(stop), dispatcher, id);
    expect(await give(world, orderOf(stop), dispatcher, id)).toEqual(first);
    await expect(give(world, orderOf(stop, { to: inMinutes(9) }), dispatcher, id)).rejects.toMatchObject({
      code: "command_conflict",
    });
    expect(await countEvents("gate.order_given")).toBe(before + 1);
    expect((await give(world, orderOf(stop), province)).number).toBe(first.number + 1);
  });

  test("given for a gate it names the routes of that gate", async () => {
    const { routes } = await give(world, orderOf(stop, { gate: "huu-nghi", routes: [], to: inMinutes(1) }));
    expect(routes).toEqual(expect.arrayContaining([route, "1116-1117", "1104-1105"]));
    expect(routes).not.toContain("chi-ma-road");
  });
});

describe("lifting an order", () => {
  test("a stranger, a wrong role, another's organisation and bad input are refused; sent twice it is lifted once", async () => {
    const { id } = await give(world, orderOf(stop));
    await expect(lift(world, id, null)).rejects.toMatchObject({ code: "not_signed_in" });
    await expect(lift(world, id, guard)).rejects.toMatchObject({ code: "not_allowed" });
    await expect(lift(world, id, police)).rejects.toMatchObject({ code: "not_allowed" });
    await expect(lift(world, id, dispatcher, { reason: "" })).rejects.toMatchObject({
      code: "invalid_input",
    });
    await expect(lift(world, randomUUID())).rejects.toMatchObject({
      code: "order_not_found",
      data: at("order"),
    });
    const before = await countEvents("gate.order_lifted");
    const again = randomUUID();
    const lifted = await lift(world, id, dispatcher, { id: again });
    expect(await lift(world, id, dispatcher, { id: again })).toEqual(lifted);
    await expect(lift(world, id)).rejects.toMatchObject({ code: "order_over" });
    expect(await countEvents("gate.order_lifted")).toBe(before + 1);
    expect(lifted.order).toMatchObject({ state: "lifted", liftReason: "Đã thông thoáng" });
    expect((await steering()).past[0]).toMatchObject({ id, text: publicText });
  });
});
