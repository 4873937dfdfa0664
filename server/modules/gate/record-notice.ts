import { randomUUID } from "node:crypto";
import type { NewNotice, NoticeRecorded, NoticeView } from "@moc/contract/gate/notice.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { authorise, roleAmong } from "../../platform/authorise.ts";
import { duties } from "./duties.ts";
import { findNotice, lockNotice, type NoticeRecord, saveNotice } from "./notice-store.ts";
import { type GateParts, rulesNow } from "./parts.ts";
import { gatePolicy, noTrip } from "./policy.ts";
import { hasRoute } from "./rules.ts";
import { noticeEnd } from "./standing-notices.ts";

/** A notice as the staff reads it. */
export function showNotice(notice: NoticeRecord, at: Date): NoticeView {
  const { endsAt, correctedBy, ...shown } = notice;
  const over = endsAt !== null && endsAt <= at.toISOString();
  const ended = shown.withdrawReason !== null ? "withdrawn" : correctedBy !== null ? "corrected" : null;
  return { ...shown, state: ended ?? (over ? "past" : "stands") };
}

/** Times that fit: told by now, and an end after the beginning. @throws Refusal `notice_dates` naming the field */
function refuseDates({ toldAt, says }: NewNotice, at: string): void {
  if (toldAt > at) throw new Refusal("notice_dates", { field: "notice.toldAt" });
  if (says.kind === "hours" && says.closes <= says.opens) {
    throw new Refusal("notice_dates", { field: "notice.says.closes" });
  }
  if ((says.kind === "closure" || says.kind === "goods") && says.to !== null && says.to <= says.from) {
    throw new Refusal("notice_dates", { field: "notice.says.to" });
  }
}

/**
 * Records what the other side announced. A closure closes intake for its time, everywhere at once; a correction is a
 * notice of its own that takes the place of the one before. @throws Refusal `route_not_found`, `notice_dates`,
 * `notice_not_found`, `notice_over`
 */
export async function recordNotice(
  parts: GateParts,
  caller: Actor | null,
  input: { command: string; notice: NewNotice },
): Promise<{ notice: NoticeView }> {
  const actor = authorise(gatePolicy, "record_notice", caller, noTrip);
  const { notice } = input;
  const rules = rulesNow(parts);
  const strange = notice.routes.findIndex((route) => !hasRoute(rules, route));
  if (strange >= 0) throw new Refusal("route_not_found", { field: `notice.routes.${strange}` });
  const role = roleAmong(actor, duties.record_notice);
  const { id } = await parts.once({ name: "gate.record_notice", actor, role, input }, async (work) => {
    if (notice.corrects !== null) {
      const before = await lockNotice(work.tx, notice.corrects);
      if (before === undefined) throw new Refusal("notice_not_found", { field: "notice.corrects" });
      if (before.correctedBy !== null || before.withdrawReason !== null) throw new Refusal("notice_over");
    }
    const at = work.now();
    const recordedAt = at.toISOString();
    refuseDates(notice, recordedAt);
    const endsAt = noticeEnd(notice.says, parts.clock.timeZone)?.toISOString() ?? null;
    const subject = randomUUID();
    const recorded: NoticeRecorded = { ...notice, endsAt };
    const { simulated } = actor;
    await saveNotice(work.tx, { id: subject, notice: recorded, recordedAt, simulated });
    work.emit({ kind: "gate.notice_recorded", subject, occurredAt: at, data: recorded });
    return { id: subject };
  });
  await parts.notices.reload();
  return shownNotice(parts, id);
}

/** The answer to a command on one notice. @throws Refusal `notice_not_found` */
export async function shownNotice(parts: GateParts, id: string): Promise<{ notice: NoticeView }> {
  const notice = await findNotice(parts.database.db, id);
  if (notice === undefined) throw new Refusal("notice_not_found");
  return { notice: showNotice(notice, parts.clock.now()) };
}
