import { CheckDecision, CheckKind, CheckState } from "@moc/contract/gate/check.ts";
import { z } from "zod";

/** How long a decision may wait for the line before it is not sent any more, ms: by then the truck is another matter. */
export const longestWait = 30 * 60_000;

/** Why a decision was given up, and how the check stood then. */
const Ended = z.object({
  why: z.enum(["refused", "too_old"]),
  text: z.string().describe("The server's own sentence; empty when it was never asked"),
  stands: CheckState.nullable(),
  by: z.array(z.string()).catch([]).describe("The officer and the reason of what stands"),
});
export type Ended = z.infer<typeof Ended>;

/** A decision that the server has not confirmed. It keeps its command's id, so that however often it is sent it is done once. */
export const Unsent = z.object({
  command: z.string(),
  trip: z.string(),
  plate: z.string(),
  check: CheckKind,
  decision: CheckDecision,
  reason: z.string().optional(),
  seen: z.number().describe("Version of the trip on which it was decided"),
  was: CheckState.describe("How the check stood on the screen"),
  at: z.number().describe("When it was decided, ms of this machine's clock"),
  tried: z.boolean().describe("It was sent and no answer came"),
  ended: Ended.nullable(),
});
export type Unsent = z.infer<typeof Unsent>;

/** What a browser has kept; what it cannot read any more was of another version and is left. */
export function parseUnsent(text: string | null): readonly Unsent[] {
  if (text === null) return [];
  try {
    return z.array(Unsent).catch([]).parse(JSON.parse(text));
  } catch {
    return [];
  }
}

/** Gives up what has waited too long: it is never sent. */
export function giveUpOld(all: readonly Unsent[], now: number): readonly Unsent[] {
  const tooOld = ({ ended, at }: Unsent) => ended === null && now - at > longestWait;
  if (!all.some(tooOld)) return all;
  const ended: Ended = { why: "too_old", text: "", stands: null, by: [] };
  return all.map((one) => (tooOld(one) ? { ...one, ended } : one));
}

/** The next to send, in the order in which they were decided. */
export function nextToSend(all: readonly Unsent[]): Unsent | undefined {
  return all.find(({ ended }) => ended === null);
}

/** The same with one of them changed; undefined takes it away. */
export function changed(
  all: readonly Unsent[],
  command: string,
  to: Partial<Pick<Unsent, "tried" | "ended">> | undefined,
): readonly Unsent[] {
  return all.flatMap((one) => {
    if (one.command !== command) return [one];
    return to === undefined ? [] : [{ ...one, ...to }];
  });
}
