import { z } from "zod";
import { Key } from "../values/ids.ts";
import { LocalText } from "../values/text.ts";
import { Direction, GoodsClass, OrderKind } from "../values/traffic.ts";

/** Which steering orders an organisation may give. */
export const orderCompetenceFields = {
  organisation: Key,
  orders: z.array(OrderKind).min(1),
};

/** The standing routing plan (phương án phân luồng): by which routes trucks go when no order says otherwise. */
export const routingPlanFields = {
  name: LocalText,
  direction: Direction,
  goods: z.array(GoodsClass).min(1).nullable().describe("null: all goods"),
  routes: z.array(Key).min(1).describe("In the order of preference"),
};
