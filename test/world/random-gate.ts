import type { CheckDecision } from "@moc/contract/gate/check.ts";
import { tripKinds } from "@moc/contract/gate/declaration.ts";
import type { TripState, TripView } from "@moc/contract/gate/trip.ts";
import { kindTraits } from "@moc/contract/gate/trip-kind.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import type { Client, World } from "./open-world.ts";
import {
  barrier,
  command,
  customs,
  declaration,
  dispatcher,
  firm,
  guard,
  health,
  newPlate,
  otherFirm,
  park,
  plant,
  police,
  position,
  route,
  yard,
  yardKey,
} from "./trips.ts";

/** A seeded generator (mulberry32): the same seed plays the same day. */
export function drawing(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    chance: (share: number) => next() < share,
    pick: <Item>(items: readonly Item[]): Item => {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new Error("nothing to pick from");
      return item;
    },
  };
}
type Draw = ReturnType<typeof drawing>;

const goods = [
  [{ name: "Sầu riêng", class: "durian" as const }],
  [{ name: "Linh kiện", class: "electronics" as const }],
  [],
];

const returns = [
  [{ name: "Linh kiện", class: "electronics" as const }],
  [{ name: "Táo", class: "fruit" as const, weightKg: 9_000 }],
];

type Act = (client: (actor: Actor) => Client["gate"], trip: TripView, draw: Draw) => Promise<unknown>;
const on = (trip: TripView) => ({ ...command(), trip: trip.id });
const reason = "vì thử";

/** What anybody may try on a trip; most tries are refused, which is as it should be. */
const acts = {
  depart: (as, trip, draw) => as(draw.pick([firm, otherFirm])).reportDeparture(on(trip)),
  barrier: (as, trip) => as(barrier).signalArrival({ ...on(trip), origin: "barrier", place: park }),
  position: (as, trip) => as(position).signalArrival({ ...on(trip), origin: "position", place: park }),
  officer: (as, trip, draw) =>
    as(draw.pick([guard, police])).signalArrival({
      ...on(trip),
      origin: "officer",
      place: "non-tariff-area",
    }),
  driver: (as, trip) => as(firm).signalArrival({ ...on(trip), origin: "driver", place: park }),
  reachGate: (as, trip) => as(guard).reachGate(on(trip)),
  crossIn: (as, trip) => as(guard).crossIn(on(trip)),
  enterYard: (as, trip) => as(yard).enterYard({ ...on(trip), yard: yardKey }),
  decideCheck: (as, trip, draw) => {
    const open = trip.checks.filter((one) => one.state !== "pass" || draw.chance(0.1));
    const check = draw.pick(open.length > 0 ? open : trip.checks).kind;
    const officer = { customs, health_quarantine: health, plant_quarantine: plant }[String(check)] ?? guard;
    const decision = draw.chance(0.85) ? "pass" : draw.pick<CheckDecision>(["hold", "fail", "withdraw"]);
    return as(officer).decideCheck({ ...on(trip), check, decision, reason });
  },
  transferCargo: (as, trip) =>
    as(yard).transferCargo({
      ...on(trip),
      ...(trip.transfers.every((one) => one.confirmedAt !== null) && { partner: newPlate() }),
    }),
  allowInland: (as, trip) => as(customs).allowInland(on(trip)),
  release: (as, trip) => as(dispatcher).release(on(trip)),
  crossOut: (as, trip) => as(guard).crossOut(on(trip)),
  comeHome: (as, trip) => as(guard).confirmReturn(on(trip)),
  leave: (as, trip) => as(guard).leave(on(trip)),
  withdraw: (as, trip, draw) =>
    draw.chance(0.2) ? as(firm).withdrawTrip({ ...on(trip), reason }) : Promise.resolve(),
  refuse: (as, trip) => as(guard).refuseTrip({ ...on(trip), reason }),
  amendGoods: (as, trip, draw) => as(firm).amendDeclaration({ ...on(trip), goods: draw.pick(goods) }),
  amendRoute: (as, trip, draw) =>
    as(firm).amendDeclaration({ ...on(trip), route: draw.pick([route, "1116-1117", "1090-1091"]) }),
  givePriority: (as, trip) => as(dispatcher).givePriority({ ...on(trip), ground: "relief-goods" }),
  holdBack: (as, trip, draw) =>
    as(draw.pick([dispatcher, guard])).holdBack({ ...on(trip), ground: "identity-in-doubt" }),
  liftException: (as, trip, draw) =>
    as(draw.pick([dispatcher, guard])).liftException({
      ...on(trip),
      exception: draw.pick(["priority", "hold"]),
    }),
  sendBack: (as, trip) => as(dispatcher).sendBack({ ...on(trip), ground: "yard-not-receiving" }),
  undoWithdrawal: (as, trip) => as(firm).undoWithdrawal(on(trip)),
  bookSlot: async (as, trip, draw) => {
    const { windows } = await as(firm).readSlots({ route: trip.route, direction: trip.direction });
    const from = draw.pick([...windows.slice(0, 2), { from: "2020-01-01T00:00:00.000Z" }]).from;
    return as(firm).bookSlot({ ...on(trip), from });
  },
  cancelOrPostpone: (as, trip, draw) =>
    draw.chance(0.5) ? as(firm).cancelSlot(on(trip)) : as(firm).postpone(on(trip)),
  swapTruck: (as, trip) =>
    as(firm).amendDeclaration({
      ...on(trip),
      vehicle: { plate: newPlate(), payloadClass: "5_to_10t", containers: [] },
    }),
  declareReturn: (as, trip, draw) => as(firm).declareReturn({ ...on(trip), goods: draw.pick(returns) }),
  pairTransfer: (as, trip) => as(firm).pairTransfer({ ...on(trip), partner: newPlate() }),
  swapTrailer: (as, trip) =>
    as(firm).swapUnit({ ...on(trip), trailer: { country: "VN", number: "12R00123" }, reason }),
  divert: (as, trip, draw) =>
    draw.chance(0.15)
      ? as(police).divertTrip({ ...on(trip), to: draw.pick([route, "1116-1117"]), reason })
      : Promise.resolve(),
} as const satisfies Record<string, Act>;
type ActName = keyof typeof acts;
const everyAct: readonly Act[] = Object.values(acts);

/** Acts that lead on from a state, the likelier named more than once; most tries take one of them. */
const onward: Partial<Record<TripState, readonly ActName[]>> = {
  declared: ["barrier", "barrier", "position", "position", "crossIn", "crossIn", "crossOut", "bookSlot"],
  travelling: ["barrier", "position"],
  holding: ["amendGoods", "amendRoute", "givePriority", "holdBack", "liftException"],
  called: ["reachGate", "reachGate", "reachGate", "sendBack"],
  withdrawn: ["undoWithdrawal"],
  crossed_in: ["enterYard"],
  at_gate: ["enterYard"],
  in_yard: [
    "decideCheck",
    "decideCheck",
    "decideCheck",
    "decideCheck",
    "decideCheck",
    "decideCheck",
    "transferCargo",
    "pairTransfer",
  ],
  checks_done: ["transferCargo", "allowInland", "release"],
  transferred: ["decideCheck", "release", "declareReturn"],
  inland_allowed: ["release"],
  released: ["crossOut", "crossOut", "leave", "enterYard", "enterYard"],
  abroad: ["crossIn", "crossIn", "comeHome", "declareReturn"],
  returned: ["leave"],
};

function choose(trip: TripView, draw: Draw): Act {
  const next = onward[trip.state];
  return next !== undefined && draw.chance(0.85) ? acts[draw.pick(next)] : draw.pick(everyAct);
}

// Exports are the most: theirs is the queue.
const kinds = [...Array.from({ length: 6 }, () => "export_vn" as const), ...tripKinds];

async function declareSome(world: World, draw: Draw): Promise<string> {
  const kind = draw.pick(kinds);
  const lines = kindTraits[kind].isGoods ? {} : { goods: draw.pick(goods) };
  const input = { ...command(), declaration: declaration({ kind, ...lines }) };
  return (await world.as(firm).gate.declareVehicle(input)).trip.id;
}

/** Plays many random commands of many actors on few trucks. @returns how many were accepted and refused */
export async function playRandomly(world: World, seed: number, commands: number) {
  const draw = drawing(seed);
  const trips: string[] = [];
  const tally = { accepted: 0, refused: 0 };
  const client = (actor: Actor) => world.as(actor).gate;
  for (let done = 0; done < commands; done += 1) {
    if (draw.chance(0.1)) {
      const { clock } = world.zone.platform;
      await clock.advance(new Date(clock.now().getTime() + 60_000));
      await world.zone.engines.runTimers();
    }
    if (trips.length < 4 || draw.chance(0.05)) {
      trips.push(await declareSome(world, draw));
      continue;
    }
    const attempt = draw.chance(0.15)
      ? client(dispatcher).callForward({
          ...command(),
          route,
          direction: "export",
          count: draw.pick([1, 2, 3]),
        })
      : client(dispatcher)
          .readTrip({ trip: draw.pick(trips.slice(-8)) })
          .then(({ trip }) => choose(trip, draw)(client, trip, draw));
    await attempt.then(
      () => (tally.accepted += 1),
      (error: unknown) => {
        const status = error instanceof Error && "status" in error ? Number(error.status) : 500;
        if (status >= 500) throw error;
        tally.refused += 1;
      },
    );
  }
  return { ...tally, trips };
}
