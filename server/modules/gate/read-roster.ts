import type { PlannedShift, Roster } from "@moc/contract/gate/roster.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { actualOf, gapsIn, isDoubled } from "@moc/engines/gate/roster.ts";
import { authorise } from "../../platform/authorise.ts";
import { civilDay, dayBounds } from "../../platform/time/clock.ts";
import type { GateParts } from "./parts.ts";
import { gatePolicy, noTrip } from "./policy.ts";
import { longestShift } from "./roster.ts";
import { type StoodDuty, selectShifts, selectStood } from "./roster-store.ts";

const stint = ({ from_at, to_at }: { from_at: Date; to_at: Date }) => ({
  from: from_at.toISOString(),
  to: to_at.toISOString(),
});

const stoodBy = (duties: readonly StoodDuty[], account: string, post: string) =>
  duties
    .filter((duty) => duty.account === account && duty.post === post)
    .map(({ from_at, to_at }) => ({ from: from_at.toISOString(), to: to_at?.toISOString() ?? null }));

/** The plan of a day, by default today, beside who stood duty; gaps and double bookings are named. */
export async function readRoster(
  { database: { db }, clock, identity }: GateParts,
  caller: Actor | null,
  input: { day?: string | undefined },
): Promise<Roster> {
  const actor = authorise(gatePolicy, "read_duty", caller, noTrip);
  const now = clock.now();
  const day = input.day ?? civilDay(now, clock.timeZone);
  const { from, to } = dayBounds(day, clock.timeZone);
  // A shift of the evening can meet one of the morning after, which does not touch the day.
  const near = await selectShifts(
    db,
    new Date(from.getTime() - longestShift),
    new Date(to.getTime() + longestShift),
  );
  const stored = near.filter((shift) => shift.from_at < to && shift.to_at > from);
  const duties = await selectStood(db, from, to);
  const names = await identity.nameActors(
    db,
    stored.map((shift) => shift.account),
  );
  const all = stored.map(({ from_at, to_at, ...shift }) => ({ ...shift, ...stint({ from_at, to_at }) }));
  const mayPlan = gatePolicy.plan_roster(actor, noTrip);
  const beside = near.map(({ from_at, to_at, ...shift }) => ({ ...shift, ...stint({ from_at, to_at }) }));
  const at = now.toISOString();
  const shifts = all.map((shift): PlannedShift => {
    const { id, post, organisation, account, ...time } = shift;
    return {
      id,
      post,
      organisation,
      officer: names.get(account) ?? null,
      ...time,
      doubled: isDoubled(shift, beside),
      actual: actualOf(shift, stoodBy(duties, account, post), at),
      mayDrop: mayPlan && organisation === actor.organisation && shift.to > at,
    };
  });
  const whole = { from: from.toISOString(), to: to.toISOString() };
  const byPost = Map.groupBy(all, ({ post, organisation }) => `${post} ${organisation}`);
  const gaps = [...byPost.values()].flatMap((planned) => {
    const [one] = planned;
    if (one === undefined) return [];
    const { post, organisation } = one;
    return gapsIn(whole, planned).map((gap) => ({ post, organisation, ...gap }));
  });
  const officers = mayPlan ? [...(await identity.colleaguesOf(db, actor))] : [];
  return { day, shifts, gaps, officers: officers.map(([id, name]) => ({ id, name })), mayPlan };
}
