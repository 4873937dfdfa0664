import { z } from "zod";
import { CommandId, Id } from "../values/ids.ts";
import { procedureOf } from "../values/procedure.ts";
import { Language } from "../values/text.ts";
import { ClockTime, Instant } from "../values/time.ts";
import { gateRefusals } from "./refusals.ts";

/** What somebody is told of: a call, an order that touches the trip, something that is missing, a time that runs out. */
export const tellCauses = ["called", "order", "missing", "deadline"] as const;
export const TellCause = z.enum(tellCauses).meta({ id: "TellCause" });
export type TellCause = z.infer<typeof TellCause>;

/** `suppressed`: it is not sent and will not be; why stands beside it. */
export const tellStates = ["queued", "sent", "delivered", "failed", "suppressed"] as const;
export const TellState = z.enum(tellStates).meta({ id: "TellState" });
export type TellState = z.infer<typeof TellState>;

/** Why a message waits, failed or is not sent. */
export const tellReasons = [
  "no_consent",
  "no_address",
  "no_channel",
  "quiet_hours",
  "tried_again",
  "refused",
  "given_up",
  "no_rule",
] as const;
export const TellReason = z.enum(tellReasons).meta({ id: "TellReason" });
export type TellReason = z.infer<typeof TellReason>;

/** One message about a trip, as those who see the trip see it: never an address, never the driver's link. */
export const Notification = z
  .strictObject({
    id: Id,
    cause: TellCause,
    to: z.enum(["driver", "firm"]),
    channel: z.enum(["phone", "email"]),
    state: TellState,
    reason: TellReason.nullable(),
    text: z.string().describe("In the recipient's language, without the link"),
    attempts: z.number().int(),
    at: Instant.describe("When its cause was recorded"),
    sentAt: Instant.nullable(),
    deliveredAt: Instant.nullable(),
    simulated: z.boolean().describe("By the phone of the demonstration, which reaches nobody"),
  })
  .meta({ id: "Notification" });
export type Notification = z.infer<typeof Notification>;

/** What a recipient chose. Without a choice nothing is sent. */
export const TellChoice = z
  .strictObject({
    consent: z.boolean(),
    language: Language,
    quiet: z
      .strictObject({ from: ClockTime, to: ClockTime })
      .nullable()
      .describe("In these hours messages wait; may reach over midnight"),
  })
  .meta({ id: "TellChoice" });
export type TellChoice = z.infer<typeof TellChoice>;

/** Who agreed to what, for the record: subject is the account, or the trip for its driver. */
export const notificationEvents = {
  "gate.notifications_chosen": z.strictObject({
    channel: z.enum(["phone", "email"]),
    ...TellChoice.shape,
  }),
} as const;

const procedure = procedureOf(gateRefusals);
const tags = ["gate"];

export const notificationRoutes = {
  readNotifications: procedure
    .route({ method: "GET", path: "/trips/{trip}/notifications", summary: "What was told of a trip", tags })
    .input(z.strictObject({ trip: Id }))
    .output(
      z.strictObject({
        rows: z.array(Notification),
        choice: TellChoice.nullable().describe("The reader's own; null: none made, or none to make"),
        mayChoose: z.boolean(),
      }),
    ),
  chooseNotifications: procedure
    .route({
      method: "POST",
      path: "/notifications/choice",
      summary:
        "Whether, in which language and when one wants to be told: a firm's account of its trucks, a driver of the trip of his link",
      tags,
    })
    .input(z.strictObject({ command: CommandId, choice: TellChoice }))
    .output(z.strictObject({ choice: TellChoice })),
};
