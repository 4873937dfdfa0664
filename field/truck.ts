import type { CheckKind, CheckState } from "@moc/contract/gate/check.ts";
import type { TripState, TripView } from "@moc/contract/gate/trip.ts";
import { goodsOf } from "./day.ts";
import { vnPlate, vnTrailer } from "./plates.ts";
import { type Random, randomOf } from "./random.ts";
import type { Site } from "./site.ts";
import { checkMinutes, otherCheckMinutes, rareKinds, serviceMinutes, trouble } from "./volumes.ts";

/** One truck on its way, as its driver and the officers who meet it know it. */
export type Truck = {
  seed: string;
  id: string;
  route: string;
  /** Zone time in ms. */
  arriveAt: number;
  goodsLater: TripView["goods"] | null;
  /** The state from which the next steps were planned. */
  state: TripState | null;
  /** Checks that some officer already has in hand. */
  inHand: Set<CheckKind>;
  /** It was withdrawn once and the withdrawal was undone; it goes on now. */
  changedMind?: true;
};

type Step = (site: Site, truck: Truck, trip: TripView, random: Random) => void;

const minuteMs = 60_000;

/** Plans what follows from the state that a truck has reached. States that wait for a dispatcher or are over plan nothing. */
export function planNext(site: Site, truck: Truck, trip: TripView): void {
  truck.state = trip.state;
  steps[trip.state](site, truck, trip, randomOf(`${truck.seed}:${trip.state}`));
}

const nothing: Step = () => undefined;

const steps: Record<TripState, Step> = {
  declared: (site, truck, trip, random) => {
    if (trip.kind === "export_vn") approach(site, truck, random);
    else if (trip.kind === "import_vn") goOut(site, truck, Math.max(site.now(), truck.arriveAt));
    else enter(site, truck);
  },
  travelling: (site, truck, _trip, random) => approach(site, truck, random),
  holding: (site, truck, trip, random) => {
    depart(site, truck, random);
    if (random.chance(trouble.trailer)) swapTrailer(site, truck, random);
    if (random.chance(trouble.diverted)) turnAround(site, truck, random);
    if (trip.goods.length === 0 && truck.goodsLater !== null) {
      const { goodsLater: goods } = truck;
      const at = site.now() + random.minutes(70) * minuteMs;
      site.act(at, truck, (command) =>
        site.firmOf(truck).gate.amendDeclaration({ command, trip: truck.id, goods }),
      );
    }
    decide(site, truck, trip, ["customs", "health_quarantine"]);
  },
  called: (site, truck, _trip, random) => {
    if (random.chance(trouble.noShow)) return;
    const at = site.now() + random.minutes(serviceMinutes.travel) * minuteMs;
    site.act(at, truck, (command) => site.crew.guard.gate.reachGate({ command, trip: truck.id }));
  },
  at_gate: enterYard,
  crossed_in: (site, truck, trip, random) => {
    truck.inHand.clear(); // a loaded return is checked anew
    enterYard(site, truck, trip, random);
  },
  in_yard: (site, truck, trip, random) => {
    decideAll(site, truck, trip);
    if (trip.kind === "export_cn") transfer(site, truck, random);
  },
  checks_done: (site, truck, trip, random) => {
    if (trip.kind !== "import_cn") return release(site, truck);
    if (!random.chance(trouble.inland)) return transfer(site, truck, random);
    const at = site.now() + 5 * minuteMs;
    site.act(at, truck, (command) => site.crew.customs.gate.allowInland({ command, trip: truck.id }));
  },
  transferred: (site, truck, trip) =>
    trip.kind === "export_cn" ? decideAll(site, truck, trip) : release(site, truck),
  inland_allowed: (site, truck) => release(site, truck),
  released: (site, truck, trip, random) => {
    const at = site.opens(truck.route, site.now() + random.minutes(serviceMinutes.crossing) * minuteMs);
    const homeward = trip.kind === "export_vn" && trip.back !== null;
    if (trip.kind.startsWith("export") && !homeward) goOut(site, truck, at);
    else {
      site.act(at, truck, (command) => site.crew.guard.gate.leave({ command, trip: truck.id }));
    }
  },
  abroad: (site, truck, trip, random) => {
    const at = site.opens(truck.route, site.now() + random.minutes(serviceMinutes.abroad) * minuteMs);
    if (trip.kind === "import_vn") return comeIn(site, truck, at);
    if (random.chance(rareKinds.loadedReturn)) return bringBack(site, truck, at, random);
    site.act(at, truck, (command) => site.crew.guard.gate.confirmReturn({ command, trip: truck.id }));
  },
  returned: (site, truck, _trip, random) => {
    const at = site.now() + random.minutes(serviceMinutes.leaving) * minuteMs;
    site.act(at, truck, (command) => site.crew.guard.gate.leave({ command, trip: truck.id }));
  },
  closed: nothing,
  withdrawn: nothing,
  refused: nothing,
  expired: nothing,
};

function approach(site: Site, truck: Truck, random: Random): void {
  const arrive = Math.max(site.now(), truck.arriveAt);
  if (random.chance(trouble.withdrawn) && truck.changedMind !== true)
    return withdraw(site, truck, arrive, random);
  const place = site.holdingPlace(truck.route, random);
  site.act(arrive, truck, (command) =>
    site.crew.barrier.gate.signalArrival({ command, trip: truck.id, origin: "barrier", place }),
  );
  const seen = arrive + random.minutes(3) * minuteMs;
  site.act(seen, truck, (command) =>
    site.crew.position.gate.signalArrival({ command, trip: truck.id, origin: "position", place }),
  );
}

/** Some owners change their minds twice. */
function withdraw(site: Site, truck: Truck, at: number, random: Random): void {
  const reason = "Chủ hàng đổi kế hoạch (mô phỏng)";
  const { gate } = site.firmOf(truck);
  site.act(at, truck, (command) => gate.withdrawTrip({ command, trip: truck.id, reason }));
  if (!random.chance(trouble.undone)) return;
  truck.changedMind = true;
  site.act(at + 6 * minuteMs, truck, (command) => gate.undoWithdrawal({ command, trip: truck.id }));
}

/** Now and then the order is departed from on a ground of the pack: a priority, or a hold that is ended again. */
function depart({ crew, now, act, grounds }: Site, truck: Truck, random: Random): void {
  const give = (exception: "priority" | "hold"): string | undefined => grounds(exception)[0];
  const trip = truck.id;
  const soon = now() + 10 * minuteMs;
  const priority = give("priority");
  if (priority !== undefined && random.chance(trouble.priority)) {
    act(soon, truck, (command) => crew.dispatcher.gate.givePriority({ command, trip, ground: priority }));
  }
  const hold = give("hold");
  if (hold === undefined || !random.chance(trouble.heldBack)) return;
  const { gate } = crew.guard;
  act(soon, truck, (command) => gate.holdBack({ command, trip, ground: hold }));
  act(soon + 45 * minuteMs, truck, (command) => gate.liftException({ command, trip, exception: "hold" }));
}

/** Now and then a trailer breaks down on the way and another takes its load over. */
function swapTrailer(site: Site, truck: Truck, random: Random): void {
  const trailer = vnTrailer(random);
  const reason = "Rơ moóc hỏng dọc đường (mô phỏng)";
  site.act(site.now() + 15 * minuteMs, truck, (command) =>
    site.firmOf(truck).gate.swapUnit({ command, trip: truck.id, trailer, reason }),
  );
}

/** Traffic police turn a few waiting trucks to another route of the same yards, where there is one. */
function turnAround(site: Site, truck: Truck, random: Random): void {
  const to = site.neighbour(truck.route);
  if (to === null) return;
  const reason = "Lối đang ùn (mô phỏng)";
  site.act(site.now() + random.minutes(30) * minuteMs, truck, async (command) => {
    const answer = await site.crew.dispatcher.gate.divertTrip({ command, trip: truck.id, to, reason });
    truck.route = to;
    return answer;
  });
}

function goOut(site: Site, truck: Truck, at: number): void {
  site.act(site.opens(truck.route, at), truck, (command) =>
    site.crew.guard.gate.crossOut({ command, trip: truck.id }),
  );
}

function comeIn(site: Site, truck: Truck, at: number): void {
  site.act(at, truck, (command) => site.crew.guard.gate.crossIn({ command, trip: truck.id }));
}

/** An export that finds goods for the way home: the firm declares them half an hour before it crosses. */
function bringBack(site: Site, truck: Truck, at: number, random: Random): void {
  const goods = [goodsOf(random, "in")];
  site.act(at - 30 * minuteMs, truck, (command) =>
    site.firmOf(truck).gate.declareReturn({ command, trip: truck.id, goods }),
  );
  comeIn(site, truck, at);
}

function transfer(site: Site, truck: Truck, random: Random): void {
  const at = site.now() + random.minutes(serviceMinutes.transfer) * minuteMs;
  const { client } = site.yardOf(truck.route);
  const partner = vnPlate(random);
  site.act(site.now() + minuteMs, truck, (command) =>
    site.firmOf(truck).gate.pairTransfer({ command, trip: truck.id, partner }),
  );
  site.act(at, truck, (command) => client.gate.transferCargo({ command, trip: truck.id }));
}

function enter(site: Site, truck: Truck): void {
  const at = site.opens(truck.route, Math.max(site.now(), truck.arriveAt));
  comeIn(site, truck, site.desks(truck.route, "km0").serve(at, 1.5));
}

function enterYard(site: Site, truck: Truck, _trip: TripView, random: Random): void {
  const yard = site.yardOf(truck.route);
  const at = site.now() + random.minutes(serviceMinutes.yardEntry) * minuteMs;
  const slot = `${"ABCDEF"[random.between(0, 5)]}-${String(random.between(1, 99)).padStart(2, "0")}`;
  site.act(at, truck, (command) =>
    yard.client.gate.enterYard({ command, trip: truck.id, yard: yard.key, slot }),
  );
}

function release(site: Site, truck: Truck): void {
  const at = site.desks(truck.route, "release").serve(site.now(), serviceMinutes.release);
  site.act(at, truck, (command) => site.crew.guard.gate.release({ command, trip: truck.id }));
}

/** Each force decides its own check, side by side; some trucks are held for a missing paper, very few fail. */
function decide(site: Site, truck: Truck, trip: TripView, kinds: readonly CheckKind[]): void {
  for (const { kind, state } of trip.checks) {
    if (!kinds.includes(kind) || state === "pass" || state === "fail" || truck.inHand.has(kind)) continue;
    truck.inHand.add(kind);
    decideOne(site, truck, kind, state);
  }
}

function decideAll(site: Site, truck: Truck, trip: TripView): void {
  decide(
    site,
    truck,
    trip,
    trip.checks.map((check) => check.kind),
  );
}

function decideOne(site: Site, truck: Truck, kind: CheckKind, state: CheckState): void {
  const random = randomOf(`${truck.seed}:${kind}`);
  const { client, desks } = site.officersOf(kind);
  const say = (at: number, decision: "pass" | "hold" | "fail", reason?: string) =>
    site.act(at, truck, (command) =>
      client.gate.decideCheck({
        command,
        trip: truck.id,
        check: kind,
        decision,
        ...(reason === undefined ? {} : { reason }),
      }),
    );
  const mended = random.minutes(60) * minuteMs;
  if (state === "hold") return say(site.now() + mended, "pass");
  const late = random.chance(trouble.lostLine) ? 20 * minuteMs : 0;
  const done =
    site
      .desks(truck.route, desks)
      .serve(site.now(), random.minutes(checkMinutes[kind] ?? otherCheckMinutes)) + late;
  if (random.chance(trouble.failed)) {
    say(done, "fail", "Hàng không khớp hồ sơ (mô phỏng)");
    const reason = "Không đạt kiểm tra (mô phỏng)";
    return site.act(done + 30 * minuteMs, truck, (command) =>
      site.crew.guard.gate.refuseTrip({ command, trip: truck.id, reason }),
    );
  }
  if (random.chance(heldShare[kind] ?? 0)) {
    say(done, "hold", "Thiếu giấy tờ, chờ bổ sung (mô phỏng)");
    return say(done + mended, "pass");
  }
  say(done, "pass");
}

const heldShare: Partial<Record<CheckKind, number>> = {
  customs: trouble.customsHold,
  plant_quarantine: trouble.plantHold,
};
