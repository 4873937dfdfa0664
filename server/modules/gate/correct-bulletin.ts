import type { BulletinView } from "@moc/contract/gate/bulletin.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { bulletinDifferences } from "@moc/engines/gate/bulletin.ts";
import { authorise } from "../../platform/authorise.ts";
import { bulletinSubject } from "./bulletin-records.ts";
import { refuseBy } from "./change-trip.ts";
import { countOnRecord } from "./issue-bulletin.ts";
import type { GateParts } from "./parts.ts";
import { gatePolicy, noTrip } from "./policy.ts";
import { correctVerdict, showBulletin } from "./read-bulletin.ts";

/**
 * Corrects an issued bulletin by what is known now: a record of its own that names what changed and why. The earlier
 * ones stay as they were. @throws Refusal `bulletin_not_issued`, `bulletin_agrees`, `stale_state`, `rule_missing`
 */
export async function correctBulletin(
  parts: GateParts,
  caller: Actor | null,
  input: { command: string; day: string; reason: string; seen: number },
): Promise<{ bulletin: BulletinView }> {
  const actor = authorise(gatePolicy, "issue_bulletin", caller, noTrip);
  const { day, reason, seen } = input;
  await parts.follower.settled();
  const command = { name: "gate.correct_bulletin", actor, role: "dispatcher", input } as const;
  await parts.once(command, async (work) => {
    const { content, records, head } = await countOnRecord(parts, work, day);
    const last = records.at(-1);
    const changed = last === undefined ? [] : bulletinDifferences(last.figures, content.figures);
    refuseBy(correctVerdict({ records: records.length, differs: changed.length }));
    if (last?.number !== seen) throw new Refusal("stale_state");
    const data = { ...content, head, number: seen + 1, changed, reason };
    const at = work.now();
    work.emit({ kind: "gate.bulletin_corrected", subject: bulletinSubject(day), occurredAt: at, data });
    return {};
  });
  return showBulletin(parts, actor, day);
}
