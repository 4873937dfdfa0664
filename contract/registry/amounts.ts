import { z } from "zod";

/**
 * Amounts of the registry's rows. Their bounds lie far above what any zone has, and low enough that a slip of the hand on
 * a screen or in a pack stops no gate: windows, lanes and rounds are counted through one by one, and instants must exist.
 */

/** Things of which there is one at least. */
export const count = z.number().int().min(1).max(100_000);

/** Things of which there may be none. */
export const countOrNone = z.number().int().min(0).max(100_000);

/** A place in an order or a share beside others. */
export const smallCount = z.number().int().min(1).max(1_000);

/** A stretch of time: up to five years. */
export const minutes = z
  .number()
  .int()
  .positive()
  .max(5 * 366 * 24 * 60);
