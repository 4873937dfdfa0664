import { randomOf } from "./random.ts";
import type { Site } from "./site.ts";
import { minuteMs } from "./truck.ts";
import { beforeCall, sendElsewhere } from "./waiting.ts";

/** Everybody reads what is new; trucks that an order sends another way are told so one by one, each by the order. */
export async function followOrders(site: Site): Promise<void> {
  await site.border.learn();
  for (const truck of site.trucks.values()) {
    if (truck.state === null || !beforeCall.includes(truck.state)) continue;
    const way = truck.kind.startsWith("export") ? "export" : "import";
    const fresh = site.border
      .orders(truck.route, way)
      .filter(({ id, action }) => action.kind === "divert" && !truck.orders.has(id));
    if (fresh.length === 0) continue;
    for (const { id } of fresh) truck.orders.add(id);
    const { orders } = await site.read(truck);
    const own = orders.find(
      ({ id, binds, state }) => binds && state === "in_force" && fresh.some((one) => one.id === id),
    );
    if (own?.action.kind !== "divert" || !site.places.admits(own.action.route, truck.kind)) continue;
    const at = site.now() + randomOf(`${truck.seed}:${own.id}`).between(1, 15) * minuteMs;
    sendElsewhere(site, truck, at, { to: own.action.route, reason: own.text.vi, order: own.id });
  }
}
