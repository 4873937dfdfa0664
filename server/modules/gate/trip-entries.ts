import { type GateEvent, type GateEventKind, gateEvents } from "@moc/contract/gate/events.ts";
import { PaperMark } from "@moc/contract/gate/paper-act.ts";
import type { TripEntry } from "@moc/engines/gate/trip.ts";
import type { EventRow } from "../../platform/events/seal.ts";

function isGateKind(kind: string): kind is GateEventKind {
  return Object.hasOwn(gateEvents, kind);
}

/** Whether an event of the log tells of a trip. */
export function isTripEvent(kind: string): boolean {
  return isGateKind(kind);
}

/** Events of the log as the fold takes them. Data is parsed: what the shapes do not allow throws. */
export function tripEntries(
  events: readonly Pick<EventRow, "kind" | "subject" | "data" | "occurredAt" | "actorId" | "simulated">[],
): TripEntry[] {
  return events.flatMap((row): TripEntry[] => {
    if (!isGateKind(row.kind)) return [];
    const { paper: mark, ...said } = Object(row.data) as { paper?: unknown }; // as: any event may carry a slip
    const data = gateEvents[row.kind].parse(said);
    const event = { kind: row.kind, data } as GateEvent; // as: parsed by the shape of this very kind
    const { subject: trip, occurredAt, actorId: by, simulated } = row;
    const slip = mark !== undefined && { paper: PaperMark.parse(mark) };
    return [{ trip, event, at: occurredAt.toISOString(), by, simulated, ...slip }];
  });
}
