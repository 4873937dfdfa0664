import type { CheckDecision, CheckKind } from "@moc/contract/gate/check.ts";
import type { SignalOrigin } from "@moc/contract/gate/trip.ts";
import { kindTraits } from "@moc/contract/gate/trip-kind.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import type { Truck } from "../naive-gate/truck.ts";
import { actor, type Client } from "../open-world.ts";
import {
  barrier,
  command,
  customs,
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
} from "../trips.ts";
import type { Draw } from "./random-draw.ts";

/** What anybody may try on one truck; many tries are refused, which is as it should be. */

export type As = (who: Actor) => Client["gate"];
type Act = (as: As, truck: Truck, draw: Draw, now: Date) => Promise<unknown>;

export const otherRoutes = ["1116-1117", "1090-1091"] as const;
export const goods = [
  [{ name: "Sầu riêng", class: "durian" as const }],
  [{ name: "Linh kiện", class: "electronics" as const }],
  [],
];
const returns = [
  [{ name: "Linh kiện", class: "electronics" as const }],
  [{ name: "Táo", class: "fruit" as const, weightKg: 9_000 }],
];
export const reason = "vì thử";

const firms = new Map([firm, otherFirm].map((one) => [one.organisation ?? "", one]));
/** The people of a firm; whoever declares much needs many firms, because who declares trucks that never come is stopped. */
export function firmOf(key: string): Actor {
  const known = firms.get(key) ?? actor("firm", key);
  firms.set(key, known);
  return known;
}

const on = (truck: Truck) => ({ ...command(), trip: truck.id });
const far = (truck: Truck) => truck.route === "1090-1091" || truck.route === "1088-2-1089";
/** Where trucks of its route wait. */
export const parkOf = (truck: Truck) => (far(truck) ? "tan-thanh-waiting" : park);
export const yardOf = (truck: Truck) => (far(truck) ? "tan-thanh-yard" : yardKey);
const signal =
  (who: Actor, origin: SignalOrigin): Act =>
  (as, truck, draw) =>
    as(who).signalArrival({
      ...on(truck),
      origin,
      place: draw.chance(0.9) ? parkOf(truck) : "non-tariff-area",
    });

/** The force that answers a check. */
export const officerOf = (check: CheckKind): Actor =>
  ({ customs, health_quarantine: health, plant_quarantine: plant })[String(check)] ?? guard;

export function draughtCheck(truck: Truck, draw: Draw) {
  const all = [...truck.checks];
  const open = all.filter(([, state]) => (state !== "pass" && state !== "fail") || draw.chance(0.05));
  const [check] = draw.pick(open.length > 0 ? open : all);
  const decision = draw.chance(0.85)
    ? ("pass" as const)
    : draw.pick<CheckDecision>(["hold", "fail", "withdraw"]);
  return { check, decision, reason };
}

/** The beginning of a window, mostly of the next one, for which then many contend; now and then of one that is over. */
export function drawnWindow(draw: Draw, now: Date): string {
  const hour = 3_600_000; // ms
  const next = Math.ceil((now.getTime() + 1) / hour) * hour;
  return new Date(next + draw.pick([0, 0, 0, 1, 1, 2, -2]) * hour).toISOString();
}

export const acts = {
  depart: (as, truck, draw) => as(draw.pick([firmOf(truck.declarant), otherFirm])).reportDeparture(on(truck)),
  barrier: signal(barrier, "barrier"),
  position: signal(position, "position"),
  officer: (as, truck, draw) => signal(draw.pick([guard, police]), "officer")(as, truck, draw, new Date(0)),
  driver: (as, truck, draw) => signal(firmOf(truck.declarant), "driver")(as, truck, draw, new Date(0)),
  reachGate: (as, truck) => as(guard).reachGate(on(truck)),
  crossIn: (as, truck) => as(guard).crossIn(on(truck)),
  enterYard: (as, truck, draw) =>
    as(far(truck) || draw.chance(0.3) ? dispatcher : yard).enterYard({ ...on(truck), yard: yardOf(truck) }),
  decideCheck: (as, truck, draw) => {
    const decided = draughtCheck(truck, draw);
    return as(officerOf(decided.check)).decideCheck({ ...on(truck), ...decided });
  },
  transferCargo: (as, truck) =>
    as(far(truck) ? customs : yard).transferCargo({
      ...on(truck),
      ...(!truck.paired && { partner: newPlate() }),
    }),
  allowInland: (as, truck) => as(customs).allowInland(on(truck)),
  release: (as, truck) => as(dispatcher).release(on(truck)),
  crossOut: (as, truck) => as(guard).crossOut(on(truck)),
  comeHome: (as, truck) => as(guard).confirmReturn(on(truck)),
  leave: (as, truck) => as(guard).leave(on(truck)),
  withdraw: (as, truck, draw) =>
    as(draw.chance(0.2) ? dispatcher : firmOf(truck.declarant)).withdrawTrip({ ...on(truck), reason }),
  refuse: (as, truck) => as(guard).refuseTrip({ ...on(truck), reason }),
  amendGoods: (as, truck, draw) =>
    as(firmOf(truck.declarant)).amendDeclaration({ ...on(truck), goods: draw.pick(goods) }),
  amendRoute: (as, truck, draw) =>
    as(firmOf(truck.declarant)).amendDeclaration({ ...on(truck), route: draw.pick([route, ...otherRoutes]) }),
  givePriority: (as, truck) => as(dispatcher).givePriority({ ...on(truck), ground: "relief-goods" }),
  holdBack: (as, truck, draw) =>
    as(draw.pick([dispatcher, guard])).holdBack({ ...on(truck), ground: "identity-in-doubt" }),
  liftException: (as, truck, draw) =>
    as(draw.pick([dispatcher, guard])).liftException({
      ...on(truck),
      exception: draw.pick(["priority", "hold"]),
    }),
  sendBack: (as, truck) => as(dispatcher).sendBack({ ...on(truck), ground: "yard-not-receiving" }),
  undoWithdrawal: (as, truck) => as(firmOf(truck.declarant)).undoWithdrawal(on(truck)),
  bookSlot: (as, truck, draw, now) =>
    as(firmOf(truck.declarant)).bookSlot({ ...on(truck), from: drawnWindow(draw, now) }),
  cancelSlot: (as, truck) => as(firmOf(truck.declarant)).cancelSlot(on(truck)),
  postpone: (as, truck) => as(firmOf(truck.declarant)).postpone(on(truck)),
  resume: (as, truck) => as(firmOf(truck.declarant)).resume(on(truck)),
  swapTruck: (as, truck) =>
    as(firmOf(truck.declarant)).amendDeclaration({
      ...on(truck),
      vehicle: { plate: newPlate(kindTraits[truck.kind].country), payloadClass: "5_to_10t", containers: [] },
    }),
  declareReturn: (as, truck, draw) =>
    as(firmOf(truck.declarant)).declareReturn({ ...on(truck), goods: draw.pick(returns) }),
  pairTransfer: (as, truck) =>
    as(firmOf(truck.declarant)).pairTransfer({ ...on(truck), partner: newPlate() }),
  swapDriver: (as, truck) =>
    as(firmOf(truck.declarant)).amendDeclaration({
      ...on(truck),
      driver: { name: "Nguyễn Văn Thử", paper: "012345678901" },
    }),
  issueDriverLink: (as, truck, draw) =>
    as(draw.pick([firmOf(truck.declarant), dispatcher, otherFirm])).issueDriverLink(on(truck)),
  voidSlips: (as, truck, draw) =>
    as(draw.pick([firmOf(truck.declarant), dispatcher])).voidSlips({ ...on(truck), reason }),
  swapTrailer: (as, truck) =>
    as(firmOf(truck.declarant)).swapUnit({
      ...on(truck),
      trailer: { country: kindTraits[truck.kind].country, number: "12R00123" },
      reason,
    }),
  divert: (as, truck, draw) =>
    as(police).divertTrip({ ...on(truck), to: draw.pick([route, ...otherRoutes]), reason }),
} as const satisfies Record<string, Act>;
type ActName = keyof typeof acts;
export const everyAct = Object.keys(acts) as ActName[]; // as: the keys of the table above

const checked = Array.from({ length: 6 }, () => "decideCheck" as const);
const waits = ["holdBack", "liftException", "amendGoods", "amendRoute", "postpone", "resume"] as const;
const slips = ["issueDriverLink", "voidSlips"] as const;

/** Acts that lead on from a state, the likelier named more than once. */
export const onward: Readonly<Record<string, readonly ActName[]>> = {
  declared: [
    "barrier",
    "barrier",
    "position",
    "position",
    "crossIn",
    "crossIn",
    "crossOut",
    "bookSlot",
    "bookSlot",
    "bookSlot",
    "depart",
    "cancelSlot",
  ],
  travelling: ["barrier", "position", "barrier", "position", "cancelSlot", ...slips],
  holding: ["amendGoods", "givePriority", "decideCheck", ...waits, ...slips],
  called: ["reachGate", "reachGate", "reachGate", "reachGate", "sendBack", "postpone"],
  withdrawn: ["undoWithdrawal"],
  crossed_in: ["enterYard"],
  at_gate: ["enterYard"],
  in_yard: [...checked, "transferCargo", "pairTransfer"],
  checks_done: ["transferCargo", "allowInland", "release", "release"],
  transferred: ["decideCheck", "decideCheck", "release", "declareReturn"],
  inland_allowed: ["release"],
  released: ["crossOut", "crossOut", "leave", "enterYard", "enterYard"],
  abroad: ["crossIn", "crossIn", "comeHome", "declareReturn"],
  returned: ["leave"],
};

/** The event that each act on a truck is; null: it is none of its way. What its way does not know is seldom tried. */
export const eventOf: Record<ActName, string | null> = {
  depart: "departed",
  barrier: "signalled",
  position: "signalled",
  officer: "signalled",
  driver: "signalled",
  reachGate: "reached",
  crossIn: "crossed_in",
  enterYard: "yard_entered",
  decideCheck: "check_decided",
  transferCargo: "cargo_transferred",
  allowInland: "inland_allowed",
  release: "released",
  crossOut: "crossed_out",
  comeHome: "returned",
  leave: "left",
  withdraw: "withdrawn",
  refuse: "refused",
  amendGoods: "amended",
  amendRoute: "amended",
  swapTruck: "amended",
  swapDriver: "amended",
  givePriority: "prioritised",
  holdBack: "held_back",
  liftException: "exception_lifted",
  sendBack: "sent_back",
  undoWithdrawal: "withdrawal_undone",
  bookSlot: "slot_booked",
  cancelSlot: "slot_cancelled",
  postpone: "postponed",
  resume: "resumed",
  declareReturn: "return_declared",
  pairTransfer: "transfer_paired",
  swapTrailer: "unit_swapped",
  divert: "diverted",
  issueDriverLink: null,
  voidSlips: null,
};

/** Acts that the truck alone decides. What the rules let happen, the gate must not refuse. */
export const certain: ReadonlySet<ActName> = new Set([
  "reachGate",
  "release",
  "crossOut",
  "comeHome",
  "leave",
  "allowInland",
]);
export type { ActName };
