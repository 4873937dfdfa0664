import { z } from "zod";
import { CommandId, Id } from "../values/ids.ts";
import { procedureOf } from "../values/procedure.ts";
import { freeText } from "../values/text.ts";
import { gateRefusals } from "./refusals.ts";

/** Slips of a trip (its driver's links, printed or sent) that hold no longer; the paper itself is still about. */
export const slipEvents = {
  "gate.slips_voided": z.strictObject({
    slips: z.array(Id).describe("Links that ended with it"),
    reason: z.string(),
  }),
} as const;

export const slipRoutes = {
  voidSlips: procedureOf(gateRefusals)
    .route({
      method: "POST",
      path: "/trips/{trip}/slip-void",
      summary: "Every slip of the trip that was handed out holds no longer; a new one may be issued",
      tags: ["gate"],
      inputStructure: "compact",
    })
    .input(
      z.strictObject({
        trip: Id,
        command: CommandId,
        reason: freeText(300).describe(
          "Read by whoever still holds the slip, and kept in the log for ever: no names, papers or phones",
        ),
      }),
    )
    .output(z.strictObject({ voided: z.number().int().describe("Slips that held until now") })),
};
