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

const procedure = procedureOf(gateRefusals);

/** A slip is the driver's own page on paper: the address with its code. */
export const slipRoutes = {
  issueDriverLink: procedure
    .route({
      method: "POST",
      path: "/trips/{trip}/driver-link",
      summary: "The driver's own page for this trip",
      tags: ["gate"],
    })
    .input(z.strictObject({ trip: Id, command: CommandId }))
    .output(z.strictObject({ url: z.string(), qrSvg: z.string() })),
  voidSlips: procedure
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
