import type { StandingOrder } from "@moc/contract/gate/steering.ts";
import { hear } from "./act.ts";
import { randomOf } from "./random.ts";
import { sendOnce } from "./send.ts";
import type { Site } from "./site.ts";
import { minuteMs, type Truck } from "./truck.ts";
import { beforeCall, sendElsewhere } from "./waiting.ts";

/** Waiting trucks of one route that one order sends to another. */
type Sent = { route: string; to: string; order: Pick<StandingOrder, "id" | "text">; trucks: Truck[] };

/**
 * Everybody reads what is new. Trucks that an order sends another way are told so: those that wait in the queue together,
 * those on the road one by one.
 */
export async function followOrders(site: Site): Promise<void> {
  await site.border.learn();
  const waiting = new Map<string, Sent>();
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
    if (truck.state === "holding") {
      const sent = waiting.get(`${truck.route} ${own.id}`) ?? {
        route: truck.route,
        to: own.action.route,
        order: own,
        trucks: [],
      };
      sent.trucks.push(truck);
      waiting.set(`${truck.route} ${own.id}`, sent);
      continue;
    }
    const at = site.now() + randomOf(`${truck.seed}:${own.id}`).between(1, 15) * minuteMs;
    sendElsewhere(site, truck, at, { to: own.action.route, reason: own.text.vi, order: own.id });
  }
  for (const sent of waiting.values()) await sendTogether(site, sent);
}

/** The dispatcher looks at whom it would send, and sends those whom the order touches by one command. */
async function sendTogether(site: Site, { route, to, order, trucks }: Sent): Promise<void> {
  const { gate } = site.crew.dispatcher;
  const way = { route, direction: "export" as const, to };
  const preview = await gate.previewDiversion(way);
  const gone = trucks.filter((truck) => preview.trips.includes(truck.id));
  if (gone.length === 0) return;
  const said = { ...way, trips: gone.map((truck) => truck.id), reason: order.text.vi, order: order.id };
  const command = crypto.randomUUID();
  await sendOnce(() => gate.divertQueue({ command, ...said }), site.tally.refuse);
  for (const truck of gone) hear(site, truck, await site.read(truck));
}
