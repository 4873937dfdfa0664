import { z } from "zod";

/** Long lists come in pages: `after` is the opaque cursor of the page before. */
export const PageRequest = z.strictObject({
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type PageRequest = z.infer<typeof PageRequest>;

/** A page of rows; `next` is null on the last one, `total` counts all rows that match. */
export function pageOf<Row extends z.ZodType>(row: Row) {
  return z.strictObject({ rows: z.array(row), next: z.string().nullable(), total: z.number().int() });
}
