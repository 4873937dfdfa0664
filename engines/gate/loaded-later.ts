import type { GoodsLine } from "@moc/contract/gate/goods.ts";
import type { Trip } from "./trip.ts";

/** Whole kilograms; null while a line leaves its weight out. */
function weightOf(goods: readonly GoodsLine[]): number | null {
  return goods.reduce<number | null>(
    (sum, { weightKg }) => (sum === null || weightKg === undefined ? null : sum + weightKg),
    0,
  );
}

/** Whether goods stated anew are more than was stated before: another class among them, or more weight. */
export function addsGoods(before: readonly GoodsLine[], after: readonly GoodsLine[]): boolean {
  const known = new Set(before.map((line) => line.class));
  if (after.some((line) => !known.has(line.class))) return true;
  const [was, is] = [weightOf(before), weightOf(after)];
  return was !== null && is !== null && is > was;
}

/**
 * Whether a waiting truck took its place empty, or half empty, and was loaded afterwards. Goods may be named and put right
 * for `minutes` after the truck took its place; null: no such limit is in force.
 */
export function loadedLater(
  { goods, liveAt }: Pick<Trip, "goods" | "liveAt">,
  stated: readonly GoodsLine[],
  at: string,
  minutes: number | null,
): boolean {
  if (minutes === null || liveAt === null || !addsGoods(goods, stated)) return false;
  return Date.parse(at) - Date.parse(liveAt) > minutes * 60_000;
}
