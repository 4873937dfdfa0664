import { z } from "zod";
import { Key } from "../values/ids.ts";
import { freeText, identifierText } from "../values/text.ts";
import { Regime, TripKind, tripKinds } from "../values/traffic.ts";
import { GoodsLine, QuarantinePaper } from "./goods.ts";
import { Vehicle } from "./vehicle.ts";

export { Regime, TripKind, tripKinds };

/** The person at the wheel. Personal data: kept by identity under a key of its own, never in an event. */
export const Driver = z
  .strictObject({
    name: identifierText(100),
    paper: identifierText(32).describe("Number of the identity paper or border pass"),
    phone: z
      .string()
      .regex(/^\+?\d{8,15}$/)
      .optional(),
  })
  .meta({ id: "Driver" });
export type Driver = z.infer<typeof Driver>;

/** One filing for every force: each reads its own extract, nobody types twice. */
export const Declaration = z
  .strictObject({
    kind: TripKind,
    regime: Regime,
    route: Key.describe("Route wanted, key of the registry"),
    vehicle: Vehicle,
    driver: Driver,
    owner: identifierText(200).describe("Owner of the goods"),
    goods: z.array(GoodsLine).max(50).describe("Empty while the goods are not yet known"),
    customsNumbers: z.array(identifierText(32)).max(20).default([]),
    quarantine: z.array(QuarantinePaper).max(20).default([]),
    note: freeText(1000).optional(),
  })
  .superRefine((declaration, context) => {
    const wanted = declaration.kind === "export_vn" ? "VN" : "CN";
    if (declaration.vehicle.plate.country !== wanted) {
      context.addIssue({
        code: "custom",
        path: ["vehicle", "plate", "country"],
        params: { code: "plate_country_for_kind" },
      });
    }
    const numbers = declaration.vehicle.containers.map((container) => container.number);
    if (new Set(numbers).size < numbers.length) {
      context.addIssue({
        code: "custom",
        path: ["vehicle", "containers"],
        params: { code: "container_twice" },
      });
    }
  })
  .meta({ id: "Declaration" });
export type Declaration = z.infer<typeof Declaration>;
