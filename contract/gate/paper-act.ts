import { z } from "zod";
import { Id, Key } from "../values/ids.ts";
import { freeText, identifierText } from "../values/text.ts";
import { Instant } from "../values/time.ts";
import { CheckDecision, CheckKind, CustomsChannel } from "./check.ts";
import type { TripCommand } from "./trip.ts";

/** What an event that was entered from paper carries beside its own words: where it stood, and whose hand it is. */
export const PaperMark = z.strictObject({
  paper: Id.describe("The stretch of paper mode in which it was done"),
  slip: z.number().int(),
  recordedAt: Instant.describe(
    "When it was entered: what holds a place goes by this, never by the time on paper",
  ),
  writer: Id.optional().describe("Account of the colleague who wrote it; absent: who entered it"),
});
export type PaperMark = z.infer<typeof PaperMark>;

/** Kept in the log for ever: no names, papers or phones. */
const reason = freeText(300);

/** One act as it stands on a slip. Each is the command of the same step, with its values. */
export const PaperAct = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("arrival"), place: Key }),
    z.strictObject({ kind: z.literal("call") }),
    z.strictObject({ kind: z.literal("reach_gate") }),
    z.strictObject({ kind: z.literal("cross_in") }),
    z.strictObject({ kind: z.literal("enter_yard"), yard: Key, slot: identifierText(16).optional() }),
    z.strictObject({
      kind: z.literal("check"),
      check: CheckKind,
      decision: CheckDecision,
      reason: reason.optional(),
      channel: CustomsChannel.optional(),
    }),
    z.strictObject({ kind: z.literal("release") }),
    z.strictObject({ kind: z.literal("cross_out") }),
    z.strictObject({ kind: z.literal("return") }),
    z.strictObject({ kind: z.literal("leave") }),
  ])
  .meta({ id: "PaperAct" });
export type PaperAct = z.infer<typeof PaperAct>;
export type PaperActKind = PaperAct["kind"];

/** The step of the state tables that each act is. */
export const commandOfAct = {
  arrival: "signal_arrival",
  call: "call_forward",
  reach_gate: "reach_gate",
  cross_in: "cross_in",
  enter_yard: "enter_yard",
  check: "decide_check",
  release: "release",
  cross_out: "cross_out",
  return: "return",
  leave: "leave",
} as const satisfies Record<PaperActKind, TripCommand>;
export const paperActKinds = Object.keys(commandOfAct) as PaperActKind[]; // as: the keys of the table above
