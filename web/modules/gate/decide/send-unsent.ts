import type { TripView } from "@moc/contract/gate/trip.ts";
import { ORPCError } from "@orpc/client";
import { client, refusalOf } from "../../../shell/api.ts";
import { outbox } from "./outbox.ts";
import { changed, type Ended, giveUpOld, nextToSend, type Unsent } from "./unsent.ts";

/** A line that takes longer than this to answer is as good as cut, ms. */
const patience = 15_000;

/** What became of a decision: the trip as it stands now, or why it was given up. */
export type Heard = (one: Unsent, answer: { trip: TripView } | { ended: Ended }) => void;

// Not the last word: the session has ended, the server is busy or starts again. The decision waits on.
const passing = new Set([401, 429]);
const isFinal = (error: unknown): boolean =>
  error instanceof ORPCError && error.status < 500 && !passing.has(error.status);

/** How the check stands now, so that the officer sees both; nothing when the line is gone again. */
async function standing({ trip, check }: Unsent): Promise<Pick<Ended, "stands" | "by">> {
  try {
    const now = await client.gate.readTrip({ trip }, { signal: AbortSignal.timeout(patience) });
    const found = now.trip.checks.find(({ kind }) => kind === check);
    return {
      stands: found?.state ?? null,
      by: [found?.officer, found?.reason].flatMap((part) => part || []),
    };
  } catch {
    return { stands: null, by: [] };
  }
}

/** Sends one. @returns false when no answer came */
async function sendOne(account: string, one: Unsent, heard: Heard): Promise<boolean> {
  const { command, trip, check, decision, reason, seen } = one;
  try {
    const answer = await client.gate.decideCheck(
      { command, trip, check, decision, seen, ...(reason !== undefined && { reason }) },
      { signal: AbortSignal.timeout(patience) },
    );
    outbox.change(account, (all) => changed(all, command, undefined));
    heard(one, answer);
    return true;
  } catch (error) {
    if (!isFinal(error)) {
      outbox.change(account, (all) => (one.tried ? all : changed(all, command, { tried: true })));
      return false;
    }
    const ended: Ended = { why: "refused", text: refusalOf(error)?.message ?? "", ...(await standing(one)) };
    outbox.change(account, (all) => changed(all, command, { ended }));
    heard(one, { ended });
    return true;
  }
}

/** Sends what waits, oldest first, until the line fails: one tab at a time, each decision under its own id. */
export async function sendUnsent(account: string, heard: Heard): Promise<void> {
  if (nextToSend(outbox.read(account)) === undefined) return;
  await navigator.locks.request("moc-unsent", async () => {
    for (;;) {
      outbox.change(account, (all) => giveUpOld(all, Date.now()));
      const one = nextToSend(outbox.read(account));
      if (one === undefined || !(await sendOne(account, one, heard))) return;
    }
  });
}
