import { z } from "zod";
import { freeText, identifierText } from "../values/text.ts";
import { GoodsClass, goodsClasses } from "../values/traffic.ts";

export { GoodsClass, goodsClasses };

export const GoodsLine = z
  .strictObject({
    name: freeText(200),
    class: GoodsClass,
    hs: z
      .string()
      .regex(/^\d{4}(\d{2}){0,2}$/)
      .optional()
      .describe("HS heading or code of 4, 6 or 8 digits, when known"),
    weightKg: z.number().int().min(1).max(100_000).optional(),
    packages: z.number().int().min(1).max(1_000_000).optional(),
  })
  .meta({ id: "GoodsLine" });
export type GoodsLine = z.infer<typeof GoodsLine>;

/** Quarantine papers as the declarant knows them; each service adds its own. */
export const QuarantinePaper = z
  .strictObject({ service: z.enum(["health", "plant", "animal"]), number: identifierText(64) })
  .meta({ id: "QuarantinePaper" });
export type QuarantinePaper = z.infer<typeof QuarantinePaper>;
