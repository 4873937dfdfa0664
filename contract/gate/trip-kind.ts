import type { Direction, GoodsClass, TripKind } from "../values/traffic.ts";

type Traits = {
  /** Which way its goods cross. */
  direction: Direction;
  /** Whose plate the truck carries. */
  country: "VN" | "CN";
  /** Waits its turn in the public queue of its route. */
  queued: boolean;
  /** The vehicle is the goods: told by its VIN, counted apart. */
  isGoods: boolean;
  /** What it goes on as when it takes goods for its way home: a second leg of the same trip. */
  homeward: TripKind | null;
};

/** What the kinds of trip differ in beside their state tables. */
export const kindTraits = {
  export_vn: { direction: "export", country: "VN", queued: true, isGoods: false, homeward: "import_vn" },
  export_cn: { direction: "export", country: "CN", queued: false, isGoods: false, homeward: null },
  import_cn: { direction: "import", country: "CN", queued: false, isGoods: false, homeward: "export_cn" },
  import_vn: { direction: "import", country: "VN", queued: false, isGoods: false, homeward: null },
  import_new_vehicle: { direction: "import", country: "CN", queued: false, isGoods: true, homeward: null },
} as const satisfies Record<TripKind, Traits>;

/** The kind that a trip goes on as with the goods for its way home; its own, when it takes none. */
export function homewardKind(kind: TripKind): TripKind {
  return kindTraits[kind].homeward ?? kind;
}

/** The kind that a trip follows now, told by which way the goods cross that it carries now. */
export function kindCarrying({ kind, direction }: { kind: TripKind; direction: Direction }): TripKind {
  return kindTraits[kind].direction === direction ? kind : homewardKind(kind);
}

type Filed = {
  kind: TripKind;
  vehicle: { plate: { country: "VN" | "CN" }; vin?: string | undefined };
  goods: readonly { class: GoodsClass }[];
  twoWay?: boolean | undefined;
};

/** One thing of a filing that does not go with its kind: the field and a code of the catalogue. */
export type KindFault = {
  field: string;
  code:
    | "plate_country_for_kind"
    | "vin_required"
    | "new_vehicle_alone"
    | "new_vehicle_own_kind"
    | "two_way_mixed_load";
};

/** Goods that may be declared for a kind of trip: a new vehicle carries nothing, and nothing carries it. */
export function goodsFit(kind: TripKind, goods: GoodsClass): boolean {
  return kindTraits[kind].isGoods === (goods === "new_vehicle");
}

/** What of a filing or of an amendment does not go with the kind of the trip. */
export function kindFaults({ kind, vehicle, goods, twoWay }: Filed): KindFault[] {
  const { country, isGoods } = kindTraits[kind];
  const faults: KindFault[] = [];
  if (vehicle.plate.country !== country) {
    faults.push({ field: "vehicle.plate.country", code: "plate_country_for_kind" });
  }
  if (isGoods && vehicle.vin === undefined) faults.push({ field: "vehicle.vin", code: "vin_required" });
  const misfit = goods.findIndex((line) => !goodsFit(kind, line.class));
  if (isGoods && (goods.length !== 1 || misfit === 0)) {
    faults.push({ field: "goods.0.class", code: "new_vehicle_alone" });
  } else if (misfit >= 0) {
    faults.push({ field: `goods.${misfit}.class`, code: "new_vehicle_own_kind" });
  }
  // The pilot leaves out mixed loads.
  const mixed = goods.findIndex((line) => line.class !== goods[0]?.class);
  if (twoWay === true && mixed > 0)
    faults.push({ field: `goods.${mixed}.class`, code: "two_way_mixed_load" });
  return faults;
}
