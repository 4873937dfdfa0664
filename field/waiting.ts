import type { TripState, TripView } from "@moc/contract/gate/trip.ts";
import { vnTrailer } from "./plates.ts";
import { type Random, randomOf } from "./random.ts";
import type { Site } from "./site.ts";
import { minuteMs, type Truck } from "./truck.ts";
import { serviceMinutes, trouble } from "./volumes.ts";

/** Before its call a truck is sent elsewhere by an order, and where it waits is its own matter. */
export const beforeCall: readonly TripState[] = ["declared", "travelling", "holding"];
const onTheRoad: readonly TripState[] = ["declared", "travelling"];

/** A truck comes to a park of its route, where barrier and position see it; some owners change their minds before. */
export function approach(site: Site, truck: Truck, trip: TripView, random: Random): void {
  const sent = trip.diversions.at(-1);
  const driven = sent === undefined ? 0 : Date.parse(sent.at) + serviceMinutes.elsewhere * minuteMs;
  const arrive = Math.max(site.now(), truck.arriveAt, driven);
  if (random.chance(trouble.withdrawn) && !truck.changedMind) return withdraw(site, truck, arrive, random);
  const says = () => placeOf(site, truck);
  const signal = (at: number, origin: "barrier" | "position") =>
    site.act(
      at,
      truck,
      (command, place) => site.crew[origin].gate.signalArrival({ command, trip: truck.id, origin, place }),
      { from: onTheRoad, says },
    );
  signal(arrive, "barrier");
  signal(arrive + random.minutes(3) * minuteMs, "position");
}

/** Where it waits: in the park that an order names for it, else in one of its route; once seen, it stands there. */
async function placeOf(site: Site, truck: Truck): Promise<string> {
  const holds = site.border
    .orders(truck.route, "export")
    .some(({ action }) => action.kind === "hold_in_park");
  truck.place ??= randomOf(`${truck.seed}:place`).pick(site.places.holding(truck.route));
  if (!holds) return truck.place;
  const { orders, signals } = await site.read(truck);
  if (signals.length > 0) return truck.place;
  for (const { binds, state, action } of orders) {
    if (binds && state === "in_force" && action.kind === "hold_in_park") truck.place = action.park;
  }
  return truck.place;
}

/** Some owners change their minds twice. */
function withdraw(site: Site, truck: Truck, at: number, random: Random): void {
  const reason = "Chủ hàng đổi kế hoạch (mô phỏng)";
  const { gate } = site.firmOf(truck);
  const trip = truck.id;
  truck.changedMind = random.chance(trouble.undone);
  const undo = () =>
    site.act(site.now() + 6 * minuteMs, truck, (command) => gate.undoWithdrawal({ command, trip }));
  site.act(at, truck, (command) => gate.withdrawTrip({ command, trip, reason }), {
    ...(truck.changedMind && { after: undo }),
  });
}

/** What happens to a few while they wait for the first time. */
export function whileWaiting(site: Site, truck: Truck, random: Random): void {
  depart(site, truck, random);
  if (random.chance(trouble.trailer)) swapTrailer(site, truck, random);
  if (random.chance(trouble.diverted)) turnAround(site, truck, random);
  if (random.chance(trouble.postponed)) postpone(site, truck, random, random.between(5, 60));
}

/** Now and then the order is departed from on a ground of the pack: a priority, or a hold that is ended again. */
function depart({ crew, now, act, places }: Site, truck: Truck, random: Random): void {
  const trip = truck.id;
  const soon = now() + 10 * minuteMs;
  const [priority] = places.grounds("priority");
  if (priority !== undefined && random.chance(trouble.priority)) {
    act(soon, truck, (command) => crew.dispatcher.gate.givePriority({ command, trip, ground: priority }));
  }
  const [hold] = places.grounds("hold");
  if (hold === undefined || !random.chance(trouble.heldBack)) return;
  const { gate } = crew.guard;
  const lift = () =>
    act(now() + 45 * minuteMs, truck, (command) => gate.liftException({ command, trip, exception: "hold" }));
  act(soon, truck, (command) => gate.holdBack({ command, trip, ground: hold }), { after: lift });
}

/** Now and then a trailer breaks down on the way and another takes its load over. */
function swapTrailer(site: Site, truck: Truck, random: Random): void {
  const trailer = vnTrailer(random);
  const reason = "Rơ moóc hỏng dọc đường (mô phỏng)";
  site.act(site.now() + 15 * minuteMs, truck, (command) =>
    site.firmOf(truck).gate.swapUnit({ command, trip: truck.id, trailer, reason }),
  );
}

/** The gate centre turns a few waiting trucks to another route of the same yards, where there is one that takes them. */
function turnAround(site: Site, truck: Truck, random: Random): void {
  const to = site.places.neighbour(truck.route, truck.kind);
  if (to === null) return;
  const at = site.now() + random.minutes(30) * minuteMs;
  sendElsewhere(site, truck, at, { to, reason: "Lối đang ùn (mô phỏng)" });
}

/** The truck is told to go by another route, by an order or without one; it drives there and arrives anew. */
export function sendElsewhere(
  site: Site,
  truck: Truck,
  at: number,
  said: { to: string; reason: string; order?: string },
): void {
  const { gate } = site.crew.dispatcher;
  site.act(at, truck, (command) => gate.divertTrip({ command, trip: truck.id, ...said }), {
    from: beforeCall,
  });
}

/** The firm finds out what the goods are while the truck waits. */
export function nameGoods(site: Site, truck: Truck, random: Random): void {
  const { goodsLater: goods } = truck;
  if (goods === null) return;
  const at = site.now() + random.minutes(70) * minuteMs;
  site.act(at, truck, (command) =>
    site.firmOf(truck).gate.amendDeclaration({ command, trip: truck.id, goods }),
  );
}

/** A driver who is not ready keeps his place for a while, as often as the rule of his queue lets him; some are ready early. */
function postpone(site: Site, truck: Truck, random: Random, minutes: number): void {
  const rule = site.places.postponement(truck.route);
  if (rule === null || truck.postponed >= rule.times) return;
  truck.postponed += 1;
  const { gate } = site.firmOf(truck);
  const trip = truck.id;
  const ready = random.between(10, Math.max(10, rule.minutes - 10)) * minuteMs;
  const resume = () => site.act(site.now() + ready, truck, (command) => gate.resume({ command, trip }));
  site.act(site.now() + minutes * minuteMs, truck, (command) => gate.postpone({ command, trip }), {
    ...(random.chance(trouble.readyEarly) && { after: resume }),
  });
}

/** Called, and not ready. @returns whether he postpones. */
export function postponeWhenCalled(site: Site, truck: Truck, random: Random): boolean {
  const will =
    truck.postponed === 0 &&
    site.places.postponement(truck.route) !== null &&
    random.chance(trouble.postponedWhenCalled);
  if (will) postpone(site, truck, random, 5);
  return will;
}
