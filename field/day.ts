import type { Declaration } from "@moc/contract/gate/declaration.ts";
import { kindTraits } from "@moc/contract/gate/trip-kind.ts";
import { cnPlate, containerNumber, driver, vin, vnPlate } from "./plates.ts";
import { type Random, randomOf } from "./random.ts";
import {
  arrivalHours,
  exportGoods,
  importGoods,
  newVehicleNames,
  newVehicleShare,
  rareKinds,
  seasons,
  trouble,
  twoWay,
} from "./volumes.ts";
import type { ZonePlaces } from "./zone-places.ts";

/** One truck of the day before it is declared. Moments are zone time in ms. */
export type PlannedTruck = {
  /** Seed of everything that will happen to it. */
  seed: string;
  declareAt: number;
  arriveAt: number;
  declaration: Declaration;
  /** Goods as they turn out when they were not known at first. */
  goodsLater: Declaration["goods"] | null;
};

const hourMs = 3_600_000;

/**
 * All trucks of one civil day, the same for the same seed and day.
 * @param dayStart zone midnight in ms. @param month 1 to 12.
 * @param carriedOver share of the exports that stand at the border from the evening before: only the first day of a demonstration has any.
 */
export function planDay(
  seed: string,
  { volumes, admits }: Pick<ZonePlaces, "volumes" | "admits">,
  day: string,
  dayStart: number,
  month: number,
  carriedOver: number,
): PlannedTruck[] {
  const season = seasons[month - 1] ?? 1;
  const trucks = volumes.flatMap((volume) =>
    (["out", "in"] as const).flatMap((way) =>
      Array.from({ length: Math.round(volume[way] * season) }, (_, n) =>
        planTruck(`${seed}:${day}:${volume.route}:${way}:${n}`, volume.route, way, dayStart, admits),
      ),
    ),
  );
  const early = randomOf(`${seed}:${day}:carried`);
  const exports = trucks.filter((truck) => truck.declaration.kind === "export_vn");
  for (const truck of exports) {
    if (!early.chance(carriedOver)) continue;
    truck.arriveAt = dayStart + early.between(5, 240) * 60_000;
    truck.declareAt = dayStart;
  }
  return trucks;
}

function planTruck(
  seed: string,
  route: string,
  way: "out" | "in",
  dayStart: number,
  admits: ZonePlaces["admits"],
): PlannedTruck {
  const random = randomOf(seed);
  const arriveAt = dayStart + (hourOf(random, arrivalHours[way]) + random.next()) * hourMs;
  // Drawn apart, so that every other truck stays as it was.
  const drawn = kindOf(randomOf(`${seed}:kind`), way);
  const kind = admits(route, drawn) ? drawn : ordinaryKind[way];
  const isNew = kind === "import_new_vehicle";
  const goods = isNew ? [newVehicle(random)] : [goodsOf(random, way)];
  const unknown = kind === "export_vn" && random.chance(trouble.goodsUnknown);
  return {
    seed,
    arriveAt,
    declareAt: Math.max(dayStart, arriveAt - random.minutes(240) * 60_000),
    goodsLater: unknown ? goods : null,
    declaration: {
      kind,
      regime: "ordinary",
      route,
      vehicle: isNew ? drivenNew(random) : vehicleOf(random, kindTraits[kind].country),
      driver: driver(random),
      owner: "Chủ hàng mô phỏng",
      goods: unknown ? [] : goods,
      customsNumbers: unknown ? [] : [String(random.between(300_000_000_000, 309_999_999_999))],
      quarantine: [],
      ...(isTwoWay(randomOf(`${seed}:two-way`), kind, route, dayStart) && { twoWay: true }),
    },
  };
}

function isTwoWay(random: Random, kind: Declaration["kind"], route: string, dayStart: number): boolean {
  const inForce = dayStart >= Date.parse(twoWay.from) && dayStart < Date.parse(twoWay.to);
  return inForce && kind === "import_cn" && twoWay.routes.includes(route) && random.chance(twoWay.share);
}

function hourOf(random: Random, weights: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let left = random.next() * total;
  for (const [hour, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return hour;
  }
  return weights.length - 1;
}

/** One line of goods as they go that way. */
export function goodsOf(random: Random, way: "out" | "in"): Declaration["goods"][number] {
  const kinds = way === "out" ? exportGoods : importGoods;
  const kind =
    kinds[
      hourOf(
        random,
        kinds.map((one) => one.weight),
      )
    ] ?? kinds[0];
  return {
    name: random.pick<string>(kind.names),
    class: kind.class,
    weightKg: random.between(kind.kg[0], kind.kg[1]),
  };
}

/** What a route that takes no rarer kinds sees instead. */
const ordinaryKind = { out: "export_vn", in: "import_cn" } as const;

function kindOf(random: Random, way: "out" | "in"): Declaration["kind"] {
  if (way === "out") return random.chance(rareKinds.exportCn) ? "export_cn" : "export_vn";
  if (random.chance(newVehicleShare)) return "import_new_vehicle";
  return random.chance(rareKinds.importVn) ? "import_vn" : "import_cn";
}

function vehicleOf(random: Random, country: "VN" | "CN"): Declaration["vehicle"] {
  const boxed = random.chance(0.6);
  return {
    plate: country === "VN" ? vnPlate(random) : cnPlate(random),
    vin: vin(random),
    payloadClass: boxed ? "container_40" : "from_18t",
    containers: boxed ? [{ number: containerNumber(random), size: "40" }] : [],
  };
}

function newVehicle(random: Random): Declaration["goods"][number] {
  return { name: random.pick(newVehicleNames), class: "new_vehicle", packages: 1 };
}

/** A new vehicle comes on its own wheels, under the temporary plate of its maker. */
function drivenNew(random: Random): Declaration["vehicle"] {
  const { country, number } = cnPlate(random);
  return {
    plate: { country, number: `${number}临` },
    vin: vin(random),
    payloadClass: "10_to_18t",
    containers: [],
  };
}
