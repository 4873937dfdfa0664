import { z } from "zod";
import { Key } from "./ids.ts";

// Words of traffic that the registry's dated rules and the gate's trips share.

export const Direction = z.enum(["export", "import"]).meta({ id: "Direction" });
export type Direction = z.infer<typeof Direction>;

/** The kinds of trip that are open for declaration. */
export const tripKinds = ["export_vn", "export_cn", "import_cn", "import_vn", "import_new_vehicle"] as const;
export const TripKind = z.enum(tripKinds).meta({ id: "TripKind" });
export type TripKind = z.infer<typeof TripKind>;

/** Customs regimes of QĐ 1941/QĐ-UBND and the fee resolution. */
export const Regime = z
  .enum([
    "ordinary",
    "temporary_import_re_export",
    "temporary_export_re_import",
    "merchanting",
    "transit",
    "bonded",
  ])
  .meta({ id: "Regime" });
export type Regime = z.infer<typeof Regime>;

/** Goods as the Board's bulletin counts them; durian apart from other fruit. */
export const goodsClasses = [
  "durian",
  "fruit",
  "agricultural",
  "electronics",
  "ore",
  "new_vehicle",
  "other",
] as const;
export const GoodsClass = z.enum(goodsClasses).meta({ id: "GoodsClass" });
export type GoodsClass = z.infer<typeof GoodsClass>;

/** What a steering order does to the trucks in its scope. */
export const orderKinds = [
  "stop_intake",
  "divert",
  "pre_registered",
  "max_per_hour",
  "hold_in_park",
] as const;
export const OrderKind = z.enum(orderKinds).meta({ id: "OrderKind" });
export type OrderKind = z.infer<typeof OrderKind>;

/** Payload classes of the fee tables seen so far; kept apart from the exact payload, which papers rarely state. */
export const PayloadClass = z
  .enum(["under_2t", "2_to_5t", "5_to_10t", "10_to_18t", "from_18t", "container_20", "container_40"])
  .meta({ id: "PayloadClass" });
export type PayloadClass = z.infer<typeof PayloadClass>;

/** Customs risk result of a declaration; nothing to do with traffic. */
export const CustomsChannel = z.enum(["green", "yellow", "red"]).meta({ id: "CustomsChannel" });
export type CustomsChannel = z.infer<typeof CustomsChannel>;

/** Key of a row `check_kind` of the pack: which kinds there are, and when they apply, is dated data. */
export const CheckKind = Key.meta({ id: "CheckKind", examples: ["border_guard_exit", "customs"] });
export type CheckKind = z.infer<typeof CheckKind>;
