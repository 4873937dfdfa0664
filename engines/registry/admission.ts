import { type Side, sides } from "@moc/contract/registry/admission.ts";
import type { AdmissionRule } from "@moc/contract/registry/rows.ts";
import type { Direction, GoodsClass } from "@moc/contract/values/traffic.ts";

/** What one side's list says of a load: all of it admitted, some of it not listed, or nobody knows. */
export type Admission =
  | { side: Side; state: "admitted" | "unknown" }
  | { side: Side; state: "not_listed"; goods: GoodsClass[]; illustrative: boolean };

/**
 * Whether both sides of a route admit these goods on the day of the rules. Goods that are not yet known are on no list
 * and against none. Several lists of one side add up.
 */
export function admissionsOf(
  rules: readonly AdmissionRule[],
  load: { route: string; direction: Direction; goods: readonly GoodsClass[] },
): Admission[] {
  return sides.map((side): Admission => {
    const lists = rules.filter(
      (rule) => rule.side === side && rule.direction === load.direction && rule.routes.includes(load.route),
    );
    if (lists.length === 0 || load.goods.length === 0) return { side, state: "unknown" };
    const missing = load.goods.filter((goods) => !lists.some((list) => list.goods.includes(goods)));
    if (missing.length === 0) return { side, state: "admitted" };
    const illustrative = lists.every((list) => list.source.confidence === "illustrative");
    return { side, state: "not_listed", goods: [...new Set(missing)], illustrative };
  });
}
