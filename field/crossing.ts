import { goodsOf } from "./day.ts";
import type { OnPaper } from "./paper-hour.ts";
import type { Random } from "./random.ts";
import type { Site } from "./site.ts";
import { minuteMs, type Truck } from "./truck.ts";
import { serviceMinutes } from "./volumes.ts";

const lookAgainMs = 20 * minuteMs;

/** What the guard writes on the slip of a truck that passes him, while the system is down. */
export function written(
  { crew }: Site,
  kind: "cross_in" | "cross_out" | "return" | "reach_gate" | "release" | "leave",
): OnPaper {
  return { by: crew.guard, act: () => ({ kind }) };
}

/** A truck passes Km0 outward, once the route is open to it. */
export function goOut(site: Site, truck: Truck, at: number): void {
  site.act(at, truck, (command) => site.crew.guard.gate.crossOut({ command, trip: truck.id }), {
    waits: (moment) => site.border.opens(truck.route, moment, truck.declaredAt),
    paper: written(site, "cross_out"),
  });
}

/** A truck passes Km0 inward, once the route is open to it and no order keeps it out. */
export function comeIn(site: Site, truck: Truck, at: number): void {
  site.act(at, truck, (command) => site.crew.guard.gate.crossIn({ command, trip: truck.id }), {
    waits: (moment) => letIn(site, truck, moment),
    paper: written(site, "cross_in"),
  });
}

/** A truck comes to Km0 from the other side, where the guard takes them one by one as they come. */
export function enter(site: Site, truck: Truck, at: number): void {
  let seen: number | null = null;
  site.act(at, truck, (command) => site.crew.guard.gate.crossIn({ command, trip: truck.id }), {
    waits: (moment) => {
      seen ??= site.desks(truck.route, "km0").serve(moment, serviceMinutes.entry);
      return seen > moment ? seen : letIn(site, truck, moment);
    },
    paper: written(site, "cross_in"),
  });
}

/** An empty truck comes home. */
export function returnHome(site: Site, truck: Truck, at: number): void {
  site.act(at, truck, (command) => site.crew.guard.gate.confirmReturn({ command, trip: truck.id }), {
    waits: (moment) => site.border.opens(truck.route, moment),
    paper: written(site, "return"),
  });
}

/** An export that finds goods for the way home: the firm declares them half an hour before it crosses. */
export function bringBack(site: Site, truck: Truck, at: number, random: Random): void {
  const goods = [goodsOf(random, "in")];
  const { gate } = site.firmOf(truck);
  const declared = (command: string) => gate.declareReturn({ command, trip: truck.id, goods });
  site.act(at, truck, declared, { after: () => comeIn(site, truck, site.now() + 30 * minuteMs) });
}

/** The guard looks at the hours, and where an order stands on the route at what it says of this truck. */
async function letIn(site: Site, truck: Truck, moment: number): Promise<number> {
  const opens = site.border.opens(truck.route, moment, truck.declaredAt);
  if (opens > moment || site.border.orders(truck.route, "import").length === 0) return opens;
  const { orders } = await site.read(truck);
  const against = orders.find(
    ({ binds, state, action, from }) =>
      binds &&
      state === "in_force" &&
      (action.kind === "stop_intake" ||
        action.kind === "divert" ||
        (action.kind === "pre_registered" && truck.declaredAt >= Date.parse(from))),
  );
  if (against === undefined) return moment;
  const ends = against.to === null ? Infinity : Date.parse(against.to) + minuteMs;
  return Math.min(ends, moment + lookAgainMs);
}
