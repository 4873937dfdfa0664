import { z } from "zod";
import { Key } from "../values/ids.ts";
import { Direction, GoodsClass } from "../values/traffic.ts";

/** Whose list it is: goods must be admitted on both sides of a route. */
export const sides = ["VN", "CN"] as const;
export const Side = z.enum(sides).meta({ id: "AdmittingSide" });
export type Side = z.infer<typeof Side>;

/** The classes of goods that one side of a route admits. What no row tells of is unknown, neither admitted nor refused. */
export const admissionRuleFields = {
  routes: Key.array().min(1),
  direction: Direction,
  side: Side,
  goods: z.array(GoodsClass).min(1),
};
