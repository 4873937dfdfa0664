import { momentOf } from "./border.ts";
import { giveOrder, liftOrder } from "./give-order.ts";
import type { Site } from "./site.ts";

/** Orders that the dispatcher has given to hold a congested route's trucks in a park, by route. */
export type Holding = Map<string, string>;

/** A congested route's trucks are held in a park until it is congested no more, or the day ends. */
export async function holdCongested(site: Site, holding: Holding): Promise<void> {
  const { routes, day } = await site.crew.dispatcher.gate.readOperations({});
  for (const { key: route, status } of routes) {
    const given = holding.get(route);
    if (status !== "congested") {
      holding.delete(route);
      if (given !== undefined && site.border.orders(route, "export").some(({ id }) => id === given))
        await liftOrder(site, given, "Lối đã thông (mô phỏng)");
      continue;
    }
    const [park] = site.places.parks(route);
    const held = site.border.orders(route, "export").some(({ action }) => action.kind === "hold_in_park");
    if (park === undefined || held) continue;
    const to = momentOf(day, "24:00", site.places.timeZone);
    const order = await giveOrder(site, {
      route,
      action: { kind: "hold_in_park", park },
      goods: null,
      from: null,
      to,
    });
    if (order !== null) holding.set(route, order);
  }
}
