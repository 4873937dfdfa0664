import { commandOfAct, type PaperAct } from "@moc/contract/gate/paper-act.ts";
import type { TripView } from "@moc/contract/gate/trip.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { paperTimeVerdict } from "@moc/engines/gate/paper.ts";
import { authorise, roleAmong } from "../../platform/authorise.ts";
import type { Tx } from "../../platform/database/handle.ts";
import { applyToTrip } from "./change-trip.ts";
import { decideOnPaper } from "./paper-acts.ts";
import { stretchOf } from "./paper-mode.ts";
import { findPaper, findSlip, findTruck, insertEntry, lockPaper, type StoredPaper } from "./paper-store.ts";
import type { GateParts } from "./parts.ts";
import { gatePolicy, noTrip, rolesFor } from "./policy.ts";
import { showChanged } from "./show-changed.ts";

type Input = {
  command: string;
  paper: string;
  slip: number;
  truck: string;
  act: PaperAct;
  occurredAt: string;
  writer?: string | undefined;
};

/** The truck that the slip went with; a slip goes with one truck. */
async function truckOf(tx: Tx, { route }: StoredPaper, { slip, truck }: Input): Promise<string> {
  const trip = await findTruck(tx, truck);
  if (trip === undefined) throw new Refusal("trip_not_found", { field: "truck" });
  const known = await findSlip(tx, slip);
  const params = { slip: String(slip) };
  if (known?.route !== route) throw new Refusal("slip_not_reserved", { field: "slip", params });
  if (known.voided) throw new Refusal("slip_void", { field: "slip", params });
  if (known.trip !== null && known.trip !== trip) throw new Refusal("slip_used", { field: "slip", params });
  return trip;
}

async function refuseStrangeWriter(
  parts: GateParts,
  actor: Actor,
  writer: string | undefined,
): Promise<void> {
  if (writer === undefined || writer === actor.id) return;
  const colleagues = await parts.identity.colleaguesOf(parts.database.db, actor);
  if (!colleagues.has(writer)) throw new Refusal("writer_unknown", { field: "writer" });
}

/**
 * Enters one act from a slip: who enters it must be who may do it, the state tables stand as ever, the time on the slip
 * is when it occurred and now is when it is recorded. A place is of now.
 * @throws Refusal `paper_not_found`, `trip_not_found`, `slip_not_reserved`, `slip_void`, `slip_used`, `writer_unknown`,
 * `paper_other_route`, `paper_time_outside`, `paper_time_before`, and those of the act
 */
export async function enterPaper(
  parts: GateParts,
  caller: Actor | null,
  input: Input,
): Promise<{ trip: TripView }> {
  const actor = authorise(gatePolicy, "enter_paper", caller, noTrip);
  await refuseStrangeWriter(parts, actor, input.writer);
  const { act, slip, writer } = input;
  const name = commandOfAct[act.kind];
  const role = roleAmong(actor, rolesFor(name));
  const { trip } = await parts.once({ name: "gate.enter_paper", actor, role, input }, async (work) => {
    const { tx } = work;
    await lockPaper(tx);
    const paper = await findPaper(tx, input.paper);
    if (paper === undefined) throw new Refusal("paper_not_found");
    const id = await truckOf(tx, paper, input);
    const at = new Date(input.occurredAt);
    const recorded = work.now();
    const mark = { paper: paper.id, slip, recordedAt: recorded.toISOString(), ...(writer && { writer }) };
    const asked = { name, input: { command: input.command, trip: id }, paper: { at, mark } };
    await applyToTrip(parts, work, asked, (situation) => {
      const { route } = situation.trip;
      if (route !== paper.route)
        throw new Refusal("paper_other_route", { field: "truck", params: { route } });
      const now = recorded.toISOString();
      const time = paperTimeVerdict(situation.trip, name, at.toISOString(), stretchOf(paper), now);
      if (!time.allowed) throw new Refusal(time.reason, { field: "occurredAt", params: time.params });
      return decideOnPaper(parts, act, situation);
    });
    const who = { actor: actor.id, writer: writer ?? null, simulated: actor.simulated };
    const times = { occurred_at: at, recorded_at: recorded };
    await insertEntry(tx, {
      command: input.command,
      paper: paper.id,
      slip,
      trip: id,
      act: act.kind,
      ...times,
      ...who,
    });
    return { trip: id };
  });
  return showChanged(parts, actor, trip);
}
