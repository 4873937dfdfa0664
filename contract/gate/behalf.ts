import { z } from "zod";
import { Key } from "../values/ids.ts";

/** Why somebody else filed: the truck stood there undeclared, or the firm has a customs agent do it. */
export const behalfGrounds = ["arrived_undeclared", "agent_of_firm"] as const;

/** A filing on behalf: the declarant is in whose name it was filed, `by` who filed. */
export const OnBehalf = z
  .strictObject({ ground: z.enum(behalfGrounds), by: Key.describe("Organisation that filed") })
  .meta({ id: "OnBehalf" });
export type OnBehalf = z.infer<typeof OnBehalf>;
