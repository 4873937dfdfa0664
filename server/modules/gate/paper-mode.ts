import { randomUUID } from "node:crypto";
import type { PaperMode } from "@moc/contract/gate/paper-mode.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { overlaps } from "@moc/engines/gate/paper.ts";
import { authorise } from "../../platform/authorise.ts";
import {
  findPaper,
  insertPaper,
  insertPaperEnd,
  lastEntered,
  lockPaper,
  type StoredPaper,
  selectPapers,
  showPaper,
} from "./paper-store.ts";
import { type GateParts, rulesNow } from "./parts.ts";
import { gatePolicy, noTrip } from "./policy.ts";
import { hasRoute } from "./rules.ts";

/** What happened longer ago is no longer entered from paper; ms. */
export const paperKept = 7 * 24 * 3_600_000;

/** A stretch as the engine compares it. */
export function stretchOf({ from_at, to_at }: Pick<StoredPaper, "from_at" | "to_at">) {
  return { from: from_at.toISOString(), to: to_at?.toISOString() ?? null };
}

type Declared = { command: string; route: string; from: string; to?: string | undefined; reason: string };

/**
 * A route works on paper from a moment on: said in that moment, or afterwards with its end.
 * @throws Refusal `route_not_found`, `paper_times`, `paper_overlaps`
 */
export async function declarePaper(
  parts: GateParts,
  caller: Actor | null,
  input: Declared,
): Promise<{ paper: string }> {
  const actor = authorise(gatePolicy, "declare_paper", caller, noTrip);
  const { route, from, to = null, reason } = input;
  if (!hasRoute(rulesNow(parts), route)) throw new Refusal("route_not_found", { field: "route" });
  const command = { name: "gate.declare_paper", actor, role: actor.roles[0] ?? null, input };
  return parts.once(command, async ({ tx, now, emit }) => {
    await lockPaper(tx);
    const at = now();
    const oldest = new Date(at.getTime() - paperKept);
    if (from > at.toISOString() || from < oldest.toISOString())
      throw new Refusal("paper_times", { field: "from" });
    if (to !== null && (to <= from || to > at.toISOString()))
      throw new Refusal("paper_times", { field: "to" });
    const others = await selectPapers(tx, route, new Date(from));
    if (others.some((other) => overlaps(stretchOf(other), { from, to })))
      throw new Refusal("paper_overlaps", { field: "from", params: { route } });
    const id = randomUUID();
    const { organisation, simulated } = actor;
    const said = { id, route, reason, from_at: new Date(from), to_at: to === null ? null : new Date(to) };
    await insertPaper(tx, { ...said, actor: actor.id, organisation, declared_at: at, simulated });
    emit({ kind: "gate.paper_declared", subject: id, data: { route, from, to, reason } });
    return { paper: id };
  });
}

/**
 * The route works without paper again. The end lies after all that was entered.
 * @throws Refusal `paper_not_found`, `paper_over`, `paper_times`, `paper_entered_later`
 */
export async function endPaper(
  parts: GateParts,
  caller: Actor | null,
  input: { command: string; paper: string; to: string },
): Promise<{ paper: string }> {
  const actor = authorise(gatePolicy, "declare_paper", caller, noTrip);
  const command = { name: "gate.end_paper", actor, role: actor.roles[0] ?? null, input };
  return parts.once(command, async ({ tx, now, emit }) => {
    await lockPaper(tx);
    const at = now();
    const paper = await findPaper(tx, input.paper);
    if (paper === undefined) throw new Refusal("paper_not_found");
    if (paper.to_at !== null) throw new Refusal("paper_over");
    const to = new Date(input.to);
    if (to <= paper.from_at || to > at) throw new Refusal("paper_times", { field: "to" });
    const last = await lastEntered(tx, paper.id);
    if (last !== null && last > to)
      throw new Refusal("paper_entered_later", { field: "to", params: { due: last.toISOString() } });
    await insertPaperEnd(tx, { paper: paper.id, to_at: to, actor: actor.id, at });
    emit({ kind: "gate.paper_ended", subject: paper.id, data: { route: paper.route, to: input.to } });
    return { paper: paper.id };
  });
}

const publicFor = 2 * 24 * 3_600_000; // ms

/** What a route's public page tells of paper mode: two days back. */
export async function recentPapers(
  { database, clock }: Pick<GateParts, "database" | "clock">,
  route: string,
): Promise<PaperMode[]> {
  const since = new Date(clock.now().getTime() - publicFor);
  return (await selectPapers(database.db, route, since)).map(showPaper);
}
