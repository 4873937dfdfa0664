import type { PaperEntry, PaperView } from "@moc/contract/gate/paper.ts";
import { Plate } from "@moc/contract/gate/vehicle.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { authorise } from "../../platform/authorise.ts";
import { mayByDuty } from "./may-by-duty.ts";
import { paperKept } from "./paper-mode.ts";
import { type StoredEntry, selectEntries, selectPapers, selectRanges, showPaper } from "./paper-store.ts";
import type { GateParts } from "./parts.ts";
import { gatePolicy, noTrip } from "./policy.ts";

const shown = 100;

function showEntry(
  entry: StoredEntry & { plate: unknown },
  names: ReadonlyMap<string, string>,
  named: boolean,
): PaperEntry {
  const nameOf = (id: string) => (named ? (names.get(id) ?? null) : null);
  return {
    paper: entry.paper,
    slip: entry.slip,
    trip: entry.trip,
    plate: Plate.parse(entry.plate),
    act: entry.act,
    occurredAt: entry.occurred_at.toISOString(),
    recordedAt: entry.recorded_at.toISOString(),
    writer: nameOf(entry.writer ?? entry.actor),
    enteredBy: nameOf(entry.actor),
    simulated: entry.simulated,
  };
}

/** Stretches of paper mode, reserved slips, and the last acts that were entered; officers by name for those who see every trip. */
export async function readPaper(
  { database: { db }, clock, identity }: GateParts,
  caller: Actor | null,
): Promise<PaperView> {
  const actor = authorise(gatePolicy, "read_paper", caller, noTrip);
  const modes = await selectPapers(db, null, new Date(clock.now().getTime() - paperKept));
  const ranges = await selectRanges(db);
  const entries = await selectEntries(db, shown);
  const people = entries.flatMap((entry) => [entry.actor, entry.writer ?? entry.actor]);
  const names = await identity.nameActors(db, people);
  const colleagues = await identity.colleaguesOf(db, actor);
  const named = gatePolicy.read_all_trips(actor, noTrip);
  return {
    modes: modes.map((mode) => ({
      ...showPaper(mode),
      may: mode.to_at === null ? [mayByDuty(actor, "declare_paper", "end_paper")] : [],
    })),
    slips: ranges.map(({ at, ...range }) => ({ ...range, reservedAt: at.toISOString() })),
    entries: entries.map((entry) => showEntry(entry, names, named)),
    writers: [...colleagues].map(([id, name]) => ({ id, name })),
    may: (["declare_paper", "reserve_slips", "enter_paper"] as const).map((one) => mayByDuty(actor, one)),
  };
}
