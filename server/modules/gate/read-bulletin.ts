import type { BulletinView } from "@moc/contract/gate/bulletin.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import type { May } from "@moc/contract/values/may.ts";
import { bulletinDifferences } from "@moc/engines/gate/bulletin.ts";
import type { Verdict } from "@moc/engines/gate/yes-or-no.ts";
import { authorise } from "../../platform/authorise.ts";
import { readNamedRecords } from "./bulletin-records.ts";
import { countBulletin, lastFinishedDay } from "./count-bulletin.ts";
import { whose } from "./duties.ts";
import type { GateParts } from "./parts.ts";
import { gatePolicy, noTrip } from "./policy.ts";

type Standing = { cutOff: string; records: number; differs: number };

const no = (reason: string, params: Record<string, string> = {}): Verdict => ({
  allowed: false,
  reason,
  params,
});

/** Whether the bulletin may be issued. Reasons: `bulletin_not_due`, `bulletin_issued`. */
export function issueVerdict({ cutOff, records }: Omit<Standing, "differs">, now: Date): Verdict {
  if (now.toISOString() < cutOff) return no("bulletin_not_due", { due: cutOff });
  return records > 0 ? no("bulletin_issued") : { allowed: true };
}

/** Whether it may be corrected. Reasons: `bulletin_not_issued`, `bulletin_agrees`. */
export function correctVerdict({ records, differs }: Omit<Standing, "cutOff">): Verdict {
  if (records === 0) return no("bulletin_not_issued");
  return differs === 0 ? no("bulletin_agrees") : { allowed: true };
}

function mayOn(actor: Actor, standing: Standing, now: Date): May[] {
  const allowed = gatePolicy.issue_bulletin(actor, noTrip);
  const verdicts: [string, Verdict][] = [
    ["issue_bulletin", issueVerdict(standing, now)],
    ["correct_bulletin", correctVerdict(standing)],
  ];
  return verdicts.map(([action, verdict]) => ({
    action,
    ...(allowed ? verdict : no("not_allowed", { who: whose("issue_bulletin") })),
  }));
}

/** One day's bulletin as known now and as issued. @throws Refusal `rule_missing` */
export async function showBulletin(
  parts: GateParts,
  actor: Actor,
  day: string,
): Promise<{ bulletin: BulletinView }> {
  const { database, clock } = parts;
  const known = await countBulletin(parts, database.db, day);
  const records = await readNamedRecords(parts, day);
  const last = records.at(-1);
  const differs = last === undefined ? [] : bulletinDifferences(last.figures, known.figures);
  const standing = { cutOff: known.cutOff, records: records.length, differs: differs.length };
  const may = mayOn(actor, standing, clock.now());
  return { bulletin: { day, dueAt: known.cutOff, known, records, differs, may } };
}

/** The bulletin of a day, by default of the last finished one. */
export async function readBulletin(
  parts: GateParts,
  caller: Actor | null,
  { day }: { day?: string },
): Promise<{ bulletin: BulletinView }> {
  const actor = authorise(gatePolicy, "read_bulletin", caller, noTrip);
  return showBulletin(parts, actor, day ?? lastFinishedDay(parts));
}
