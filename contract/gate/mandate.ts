import { z } from "zod";
import { CommandId, Id, Key } from "../values/ids.ts";
import { May } from "../values/may.ts";
import { procedureOf } from "../values/procedure.ts";
import { freeText } from "../values/text.ts";
import { CivilDate, Instant } from "../values/time.ts";
import { gateRefusals } from "./refusals.ts";

const given = {
  agent: Key.describe("Customs agent that may declare in the firm's name"),
  from: CivilDate.describe("First day"),
  to: CivilDate.nullable().describe("Last day, inclusive; null: until it is revoked"),
};

/** Kept for ever: who let whom declare in his name, from when to when. */
export const mandateEvents = {
  "gate.mandate_given": z.strictObject({ firm: Key, ...given }),
  "gate.mandate_revoked": z.strictObject({ reason: z.string() }),
} as const;

export const MandateState = z.enum(["in_force", "planned", "over", "revoked"]).meta({ id: "MandateState" });
export type MandateState = z.infer<typeof MandateState>;

/** A mandate as firm and agent read it. */
export const MandateView = z
  .strictObject({
    id: Id,
    firm: Key,
    ...given,
    givenAt: Instant,
    revokedAt: Instant.nullable(),
    reason: z.string().nullable().describe("Why it was revoked"),
    state: MandateState,
    simulated: z.boolean(),
    may: z.array(May),
  })
  .meta({ id: "MandateView" });
export type MandateView = z.infer<typeof MandateView>;

const procedure = procedureOf(gateRefusals);
const tags = ["gate"];
const answer = z.strictObject({ mandate: MandateView });

/** Mandates of customs agents: an agent declares in the name of those firms alone that let it. */
export const mandateRoutes = {
  readMandates: procedure
    .route({
      method: "GET",
      path: "/mandates",
      summary: "Mandates that the reader's organisation has given or was given, newest first",
      tags,
    })
    .input(z.strictObject({}))
    .output(z.strictObject({ mandates: z.array(MandateView), may: z.array(May) })),
  giveMandate: procedure
    .route({ method: "POST", path: "/mandates", summary: "Let an agent declare in one's own name", tags })
    .input(z.strictObject({ command: CommandId, ...given }))
    .output(answer),
  revokeMandate: procedure
    .route({
      method: "POST",
      path: "/mandates/{mandate}/revocation",
      summary: "From now on the agent declares no more; what it has declared stands",
      tags,
      inputStructure: "compact",
    })
    .input(z.strictObject({ command: CommandId, mandate: Id, reason: freeText(300) }))
    .output(answer),
};
