import type { TripState, TripView } from "@moc/contract/gate/trip.ts";
import { kindCarrying } from "@moc/contract/gate/trip-kind.ts";
import { decide, decideAll } from "./checks.ts";
import { bringBack, comeIn, enter, goOut, returnHome, written } from "./crossing.ts";
import { randomOf } from "./random.ts";
import type { Site } from "./site.ts";
import { minuteMs, type Step, type Truck } from "./truck.ts";
import { rareKinds, serviceMinutes, trouble } from "./volumes.ts";
import { approach, nameGoods, postponeWhenCalled, whileWaiting } from "./waiting.ts";
import { enterYard, release, takeHome, transfer } from "./yard-work.ts";

/** Plans what follows from the state that a truck has reached. States that wait for a dispatcher or are over plan nothing. */
export function planNext(site: Site, truck: Truck, trip: TripView): void {
  truck.state = trip.state;
  if (outOfYard.has(trip.state)) site.yardOf(truck.route).book.leave(truck.id);
  steps[trip.state](site, truck, trip, randomOf(`${truck.seed}:${trip.state}`));
}

const outOfYard: ReadonlySet<TripState> = new Set([
  "abroad",
  "returned",
  "closed",
  "withdrawn",
  "refused",
  "expired",
]);

const nothing: Step = () => undefined;

const steps: Record<TripState, Step> = {
  declared: (site, truck, trip, random) => {
    if (trip.kind === "export_vn") approach(site, truck, trip, random);
    else if (trip.kind === "import_vn") goOut(site, truck, Math.max(site.now(), truck.arriveAt));
    else enter(site, truck, Math.max(site.now(), truck.arriveAt));
  },
  travelling: approach,
  holding: (site, truck, trip, random) => {
    if (!truck.waited) whileWaiting(site, truck, random);
    truck.waited = true;
    // Goods that nobody knows are checked by nobody.
    if (trip.goods.length === 0) nameGoods(site, truck, random);
    else decide(site, truck, trip, ["customs", "health_quarantine"]);
  },
  called: (site, truck, _trip, random) => {
    if (postponeWhenCalled(site, truck, random) || random.chance(trouble.noShow)) return;
    const at = site.now() + random.minutes(serviceMinutes.travel) * minuteMs;
    site.act(at, truck, (command) => site.crew.guard.gate.reachGate({ command, trip: truck.id }), {
      paper: written(site, "reach_gate"),
    });
  },
  at_gate: enterYard,
  crossed_in: (site, truck, trip, random) => {
    truck.inHand.clear(); // a loaded return is checked anew
    enterYard(site, truck, trip, random);
  },
  in_yard: (site, truck, trip, random) => {
    decideAll(site, truck, trip);
    if (kindCarrying(trip) === "export_cn") transfer(site, truck, random);
  },
  checks_done: (site, truck, trip, random) => {
    if (kindCarrying(trip) !== "import_cn") return release(site, truck);
    if (!random.chance(trouble.inland)) return transfer(site, truck, random);
    const at = site.now() + 5 * minuteMs;
    site.act(at, truck, (command) => site.crew.customs.gate.allowInland({ command, trip: truck.id }));
  },
  transferred: (site, truck, trip, random) => {
    if (kindCarrying(trip) === "export_cn") return decideAll(site, truck, trip);
    const share = trip.twoWay ? 1 : rareKinds.loadedHome;
    const loads = site.places.admits(truck.route, "export_cn") && random.chance(share);
    return loads ? takeHome(site, truck, random) : release(site, truck);
  },
  inland_allowed: (site, truck) => release(site, truck),
  released: (site, truck, trip, random) => {
    const at = site.now() + random.minutes(serviceMinutes.crossing) * minuteMs;
    if (trip.direction === "export") return goOut(site, truck, at);
    if (trip.kind !== "import_cn" || trip.back === null) return leave(site, truck, at);
    truck.inHand.clear(); // what it takes home is checked anew
    return enterYard(site, truck, trip, random);
  },
  abroad: (site, truck, trip, random) => {
    const at = site.now() + random.minutes(serviceMinutes.abroad) * minuteMs;
    if (trip.kind === "import_vn") comeIn(site, truck, at);
    else if (site.places.admits(truck.route, "import_vn") && random.chance(rareKinds.loadedReturn))
      bringBack(site, truck, at, random);
    else returnHome(site, truck, at);
  },
  returned: (site, truck, _trip, random) =>
    leave(site, truck, site.now() + random.minutes(serviceMinutes.leaving) * minuteMs),
  closed: nothing,
  withdrawn: nothing,
  refused: nothing,
  expired: nothing,
};

function leave(site: Site, truck: Truck, at: number): void {
  site.act(at, truck, (command) => site.crew.guard.gate.leave({ command, trip: truck.id }), {
    paper: written(site, "leave"),
  });
}
