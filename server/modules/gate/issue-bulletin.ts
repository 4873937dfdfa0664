import type { BulletinContent, BulletinView } from "@moc/contract/gate/bulletin.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { authorise } from "../../platform/authorise.ts";
import { readHead } from "../../platform/events/seal.ts";
import type { Work } from "../../platform/once.ts";
import { bulletinSubject, readRecords } from "./bulletin-records.ts";
import { lockBulletin } from "./bulletin-store.ts";
import { refuseBy } from "./change-trip.ts";
import { countBulletin } from "./count-bulletin.ts";
import type { GateParts } from "./parts.ts";
import { gatePolicy, noTrip } from "./policy.ts";
import { issueVerdict, showBulletin } from "./read-bulletin.ts";

/** Counts the day inside the command, beside the head of the sealed log from which anybody can count it anew. */
export async function countOnRecord(parts: GateParts, { tx }: Work, day: string) {
  await lockBulletin(tx, day);
  const records = await readRecords(tx, day);
  const content: BulletinContent = await countBulletin(parts, tx, day);
  const { position, hash } = await readHead(tx);
  return { content, records, head: { position, hash: hash.toString("hex") } };
}

/**
 * Issues the bulletin of a day once its cut-off has passed. What was recorded by then is sealed first, so that the head
 * covers it. @throws Refusal `bulletin_not_due`, `bulletin_issued`, `rule_missing`
 */
export async function issueBulletin(
  parts: GateParts,
  caller: Actor | null,
  input: { command: string; day: string },
): Promise<{ bulletin: BulletinView }> {
  const actor = authorise(gatePolicy, "issue_bulletin", caller, noTrip);
  const { day } = input;
  await parts.follower.settled();
  const command = { name: "gate.issue_bulletin", actor, role: "dispatcher", input } as const;
  await parts.once(command, async (work) => {
    const { content, records, head } = await countOnRecord(parts, work, day);
    const at = work.now();
    refuseBy(issueVerdict({ cutOff: content.cutOff, records: records.length }, at));
    const data = { ...content, head };
    work.emit({ kind: "gate.bulletin_issued", subject: bulletinSubject(day), occurredAt: at, data });
    return {};
  });
  return showBulletin(parts, actor, day);
}
