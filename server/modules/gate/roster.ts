import { randomUUID } from "node:crypto";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { authorise } from "../../platform/authorise.ts";
import { isPost } from "./duty.ts";
import { lockDutyLog } from "./duty-store.ts";
import { type GateParts, rulesNow } from "./parts.ts";
import { gatePolicy, noTrip } from "./policy.ts";
import { findShift, insertDrop, insertShift } from "./roster-store.ts";

const hour = 3_600_000; // ms
/** What one officer is planned for at a stretch; ms. */
export const longestShift = 24 * hour;
const ahead = 60 * 24 * hour;

type Planned = { command: string; post: string; officer: string; from: string; to: string };

/**
 * Plans an officer of the chief's own organisation for a post. Gaps and double bookings are said, not refused: a plan is
 * made step by step. @throws Refusal `post_unknown`, `officer_unknown`, `shift_times`
 */
export async function planShift(
  parts: GateParts,
  caller: Actor | null,
  input: Planned,
): Promise<{ shift: string }> {
  const actor = authorise(gatePolicy, "plan_roster", caller, noTrip);
  const { post, officer } = input;
  if (!isPost(rulesNow(parts), post)) throw new Refusal("post_unknown", { field: "post" });
  const colleagues = await parts.identity.colleaguesOf(parts.database.db, actor);
  if (!colleagues.has(officer)) throw new Refusal("officer_unknown", { field: "officer" });
  const command = { name: "gate.plan_shift", actor, role: "administrator", input } as const;
  return parts.once(command, async ({ tx, now, emit }) => {
    await lockDutyLog(tx);
    const [at, from, to] = [now(), new Date(input.from), new Date(input.to)];
    const length = to.getTime() - from.getTime();
    if (length <= 0 || length > longestShift || to <= at || from.getTime() > at.getTime() + ahead)
      throw new Refusal("shift_times", { field: "from" });
    const id = randomUUID();
    const organisation = actor.organisation ?? ""; // authorise has seen that there is one
    const shift = { id, post, account: officer, organisation, from_at: from, to_at: to };
    await insertShift(tx, { ...shift, actor: actor.id, at });
    const data = { post, organisation, account: officer, from: input.from, to: input.to };
    emit({ kind: "gate.shift_planned", subject: id, data });
    return { shift: id };
  });
}

/** Takes a shift that is not over off the roster. @throws Refusal `shift_not_found`, `not_allowed`, `shift_over` */
export async function dropShift(
  parts: GateParts,
  caller: Actor | null,
  input: { command: string; shift: string },
): Promise<{ shift: string }> {
  const actor = authorise(gatePolicy, "plan_roster", caller, noTrip);
  const command = { name: "gate.drop_shift", actor, role: "administrator", input } as const;
  return parts.once(command, async ({ tx, now, emit }) => {
    await lockDutyLog(tx);
    const shift = await findShift(tx, input.shift);
    if (shift === undefined) throw new Refusal("shift_not_found");
    if (shift.organisation !== actor.organisation) throw new Refusal("not_allowed");
    const at = now();
    if (shift.dropped || shift.to_at <= at) throw new Refusal("shift_over");
    await insertDrop(tx, { shift: shift.id, actor: actor.id, at });
    emit({ kind: "gate.shift_dropped", subject: shift.id, data: { post: shift.post } });
    return { shift: shift.id };
  });
}
