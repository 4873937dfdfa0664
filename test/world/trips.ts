import { randomUUID } from "node:crypto";
import type { CheckKind } from "@moc/contract/gate/check.ts";
import { Declaration } from "@moc/contract/gate/declaration.ts";
import type { TripView } from "@moc/contract/gate/trip.ts";
import { kindTraits } from "@moc/contract/gate/trip-kind.ts";
import { actor, type World } from "./open-world.ts";

/** Trips made through the use cases, as far along as a test wants them. */

export const firm = actor("firm", "firm-ky-lua");
export const otherFirm = actor("firm", "firm-tam-thanh");
export const dispatcher = actor("dispatcher", "gate-centre");
export const guard = actor("border_guard", "border-guard");
export const customs = actor("customs", "customs-region-6");
export const health = actor("health_quarantine", "health-quarantine");
export const plant = actor("plant_quarantine", "plant-quarantine");
export const yard = actor("yard_operator", "xuan-cuong-jsc");
export const police = actor("traffic_police", "traffic-police");
export const barrier = actor("dispatcher", null, {
  kind: "token",
  roles: [],
  scopes: ["arrival_signal:barrier"],
});
export const position = actor("dispatcher", null, {
  kind: "token",
  roles: [],
  scopes: ["arrival_signal:position"],
});

export const route = "1119-1120";
export const park = "viettel-park";
export const yardKey = "xuan-cuong";

let made = 0;

/** A plate that no other test of this process has used. */
export function newPlate(country: "VN" | "CN" = "VN") {
  made += 1;
  const digits = String(10_000 + made).slice(-5);
  return { country, number: country === "VN" ? `29C${digits}` : `桂A${digits}` };
}

/** A chassis number that no other test of this process has used. */
function newVin(): string {
  made += 1;
  return `LTSTZZZZ0T${String(made).padStart(7, "0")}`;
}

type DeclarationInput = Record<string, unknown>;

/** A declaration that is accepted; `changes` go over it. */
export function declaration(changes: Partial<Declaration> = {}): Declaration {
  const kind = changes.kind ?? "export_vn";
  const input: DeclarationInput = {
    kind,
    regime: "ordinary",
    route,
    vehicle: {
      plate: newPlate(kindTraits[kind].country),
      payloadClass: "from_18t",
      containers: [],
      ...(kindTraits[kind].isGoods && { vin: newVin() }),
    },
    driver: { name: "Nguyễn Văn Thử", paper: "012345678901", phone: "+84912345678" },
    owner: "Hợp tác xã Bảo Sơn",
    goods: kindTraits[kind].isGoods
      ? [{ name: "Xe tải mới", class: "new_vehicle" }]
      : [{ name: "Sầu riêng tươi", class: "durian", hs: "08106000", weightKg: 18_200 }],
    customsNumbers: [],
    quarantine: [],
    ...changes,
  };
  return Declaration.parse(input);
}

export function command(): { command: string } {
  return { command: randomUUID() };
}

export async function declare(world: World, changes: Partial<Declaration> = {}): Promise<TripView> {
  const input = { ...command(), declaration: declaration(changes) };
  return (await world.as(firm).gate.declareVehicle(input)).trip;
}

/** Barrier and position see the truck at the park. */
export async function arrive(world: World, trip: string): Promise<TripView> {
  const at = { trip, place: park } as const;
  await world.as(barrier).gate.signalArrival({ ...command(), ...at, origin: "barrier" });
  return (await world.as(position).gate.signalArrival({ ...command(), ...at, origin: "position" })).trip;
}

export async function holding(world: World, changes: Partial<Declaration> = {}): Promise<TripView> {
  return arrive(world, (await declare(world, changes)).id);
}

export async function call(world: World, count = 1) {
  const input = { ...command(), route, direction: "export" as const, count };
  return (await world.as(dispatcher).gate.callForward(input)).called;
}

/** Ids of those that wait for export on the route, in the order of calling. */
export async function exportOrder(world: World): Promise<string[]> {
  const queue = { route, direction: "export", limit: 200 } as const;
  return (await world.as(dispatcher).gate.readQueue(queue)).rows.map((row) => row.trip.id);
}

const officers: Partial<Record<CheckKind, typeof customs>> = {
  border_guard_exit: guard,
  border_guard_entry: guard,
  customs,
  health_quarantine: health,
  plant_quarantine: plant,
};

/** Each force passes its check. */
export async function passChecks(world: World, trip: TripView): Promise<TripView> {
  let now = trip;
  for (const check of trip.checks) {
    const officer = officers[check.kind] ?? guard;
    const decision = { ...command(), trip: trip.id, check: check.kind, decision: "pass" as const };
    now = (await world.as(officer).gate.decideCheck(decision)).trip;
  }
  return now;
}

/** An export that stands in the yard: the only one that waits on its route is called. */
export async function inYard(world: World, changes: Partial<Declaration> = {}): Promise<TripView> {
  const { id } = await holding(world, changes);
  await call(world, 200);
  await world.as(guard).gate.reachGate({ ...command(), trip: id });
  return (await world.as(yard).gate.enterYard({ ...command(), trip: id, yard: yardKey })).trip;
}

/** An import that has crossed and stands in the yard. */
export async function importInYard(world: World): Promise<TripView> {
  const { id } = await declare(world, {
    kind: "import_cn",
    goods: [{ name: "电子元件", class: "electronics" }],
  });
  await world.as(guard).gate.crossIn({ ...command(), trip: id });
  return (await world.as(yard).gate.enterYard({ ...command(), trip: id, yard: yardKey })).trip;
}

/** A Chinese truck that has handed its goods over to `partner` and is free to go home. */
export async function handedOver(world: World, partner: TripView["plate"] = newPlate()): Promise<TripView> {
  const { id } = await passChecks(world, await importInYard(world));
  await world.as(yard).gate.transferCargo({ ...command(), trip: id, partner });
  return (await world.as(dispatcher).gate.release({ ...command(), trip: id })).trip;
}

/** One that has handed its goods over, declared others for its way home and stands in the yard to be loaded. */
export async function toBeLoaded(world: World, goods: Declaration["goods"]): Promise<TripView> {
  const { id } = await handedOver(world);
  await world.as(firm).gate.declareReturn({ ...command(), trip: id, goods });
  return (await world.as(yard).gate.enterYard({ ...command(), trip: id, yard: yardKey })).trip;
}

/** It is loaded from another Vietnamese truck, checked by what it takes, and passes Km0. */
export async function takeHome(world: World, trip: TripView): Promise<TripView> {
  await world.as(yard).gate.transferCargo({ ...command(), trip: trip.id, partner: newPlate() });
  await passChecks(world, trip);
  await world.as(dispatcher).gate.release({ ...command(), trip: trip.id });
  return (await world.as(guard).gate.crossOut({ ...command(), trip: trip.id })).trip;
}
