import { z } from "zod";
import { identifierText } from "../values/text.ts";
import { Instant } from "../values/time.ts";
import { CheckKind, CustomsChannel } from "../values/traffic.ts";

export { CheckKind, CustomsChannel };

/** pending → pass | hold | fail; hold → pass | fail; pass → withdrawn (with reason, before release); withdrawn → pass | hold | fail. */
export const CheckState = z.enum(["pending", "pass", "hold", "fail", "withdrawn"]).meta({ id: "CheckState" });
export type CheckState = z.infer<typeof CheckState>;

export const CheckDecision = z.enum(["pass", "hold", "fail", "withdraw"]).meta({ id: "CheckDecision" });
export type CheckDecision = z.infer<typeof CheckDecision>;

/** Number under which a force's own system keeps an answer. One that was used for a check answers it never again. */
export const AnswerReference = identifierText(64).describe("Number of the answer in the force's own system");

export const CheckView = z
  .strictObject({
    kind: CheckKind,
    state: CheckState,
    decidedAt: Instant.nullable(),
    officer: z.string().nullable().describe("Name for readers with the need"),
    reason: z.string().nullable(),
    channel: CustomsChannel.nullable(),
    reference: z.string().nullable().describe("Number of the answer in the force's own system"),
  })
  .meta({ id: "CheckView" });
export type CheckView = z.infer<typeof CheckView>;
