import type { CheckDecision, CheckKind } from "@moc/contract/gate/check.ts";
import type { TripView } from "@moc/contract/gate/trip.ts";
import { commandId } from "../../../shell/api.ts";
import { useSession } from "../../../shell/session.tsx";
import { plateText } from "../speak.ts";
import { outbox, useOutbox } from "./outbox.ts";
import { changed, type Unsent } from "./unsent.ts";

/**
 * Decides one check of one trip. A decision is kept in the browser before it is sent and stays there until the server has
 * answered; what the check says is the server's alone.
 */
export function useDecide(trip: TripView, kind: CheckKind) {
  const { id: account } = useSession().account;
  const mine = useOutbox(account).filter((one) => one.trip === trip.id && one.check === kind);
  return {
    /** On its way or waiting for the line. */
    waiting: mine.find(({ ended }) => ended === null),
    /** Given up, until the officer has seen it. */
    ended: mine.filter(({ ended }) => ended !== null),
    decide(decision: CheckDecision, reason?: string): void {
      const one: Unsent = {
        command: commandId(),
        trip: trip.id,
        plate: plateText(trip.plate),
        check: kind,
        decision,
        ...(reason !== undefined && { reason }),
        seen: trip.version,
        was: trip.checks.find((check) => check.kind === kind)?.state ?? "pending",
        at: Date.now(),
        tried: false,
        ended: null,
      };
      outbox.change(account, (all) => [...all.filter((other) => !isSame(other, one)), one]);
    },
  };
}

/** A new decision on a check takes the place of one that was given up. */
const isSame = (a: Unsent, b: Unsent): boolean =>
  a.ended !== null && a.trip === b.trip && a.check === b.check;

/** Takes a decision out of the browser: seen, or not to be sent any more. */
export function useForget(): (command: string) => void {
  const { id: account } = useSession().account;
  return (command) => outbox.change(account, (all) => changed(all, command, undefined));
}
