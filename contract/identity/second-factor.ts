import { z } from "zod";

/** What an authenticator shows, or one of the codes kept for the day on which it is lost; spaces do not count. */
export const FactorCode = z
  .string()
  .max(40)
  .transform((typed) => typed.replaceAll(/[\s-]/g, "").toLowerCase())
  .refine((code) => /^(\d{6}|[a-z2-7]{16})$/.test(code), { params: { code: "factor_code_format" } })
  .meta({ id: "FactorCode" });

/** What an authenticator takes in: drawn, or typed by hand. Shown until it is confirmed, never again. */
export const FactorSecret = z
  .strictObject({ secret: z.string().describe("Base32"), qrSvg: z.string() })
  .meta({ id: "FactorSecret" });
export type FactorSecret = z.infer<typeof FactorSecret>;
