import { randomUUID } from "node:crypto";
import type { NewOrder, OrderAction } from "@moc/contract/gate/steering.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { actor, type World } from "./open-world.ts";
import { dispatcher, police, route } from "./trips.ts";

/** Steering orders given through the use cases. */

export const province = actor("board_leader", "province");
export const stop: OrderAction = { kind: "stop_intake" };
export const publicText = { vi: "Điều tiết thử", en: "A trial order", zh: "试行调度" };

/** An order for the exports of one route, at once and until it is lifted; `change` goes over it. */
export function orderOf(action: OrderAction, change: Partial<NewOrder> = {}): NewOrder {
  return {
    gate: null,
    routes: [route],
    direction: "export",
    goods: null,
    origins: null,
    action,
    from: null,
    to: null,
    document: "Thông báo 12/TB-TTQLCK",
    text: publicText,
    ...change,
  };
}

export async function give(
  world: World,
  order: NewOrder,
  by: Actor | null = dispatcher,
  id: string = randomUUID(),
) {
  return (await world.as(by).gate.giveOrder({ command: id, order })).order;
}

export async function lift(
  world: World,
  order: string,
  by: Actor | null = dispatcher,
  { id = randomUUID(), reason = "Đã thông thoáng" } = {},
) {
  return world.as(by).gate.liftOrder({ command: id, order, reason });
}

/** Lifts whatever stands, each by the organisation that gave it. */
export async function liftAll(world: World): Promise<void> {
  const { inForce, planned } = await world.as(dispatcher).gate.readSteering({});
  const givers: Readonly<Record<string, Actor>> = { "traffic-police": police, province };
  for (const order of [...inForce, ...planned]) await lift(world, order.id, givers[order.issuer]);
}

/** Withdraws every notice of the other side that stands. */
export async function withdrawAll(world: World): Promise<void> {
  const { gate } = world.as(dispatcher);
  for (const { id, state } of (await gate.readNotices({})).notices)
    if (state === "stands")
      await gate.withdrawNotice({ command: randomUUID(), notice: id, reason: "Hết thử" });
}
