import type { NoticeView } from "@moc/contract/gate/notice.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { authorise, roleAmong } from "../../platform/authorise.ts";
import { duties } from "./duties.ts";
import { lockNotice, saveWithdrawal } from "./notice-store.ts";
import type { GateParts } from "./parts.ts";
import { gatePolicy, noTrip } from "./policy.ts";
import { shownNotice } from "./record-notice.ts";

/**
 * Records that the other side took a notice back, or that it was recorded in error; the notice stays on record.
 * @throws Refusal `notice_not_found`, `notice_over`
 */
export async function withdrawNotice(
  parts: GateParts,
  caller: Actor | null,
  input: { command: string; notice: string; reason: string },
): Promise<{ notice: NoticeView }> {
  const actor = authorise(gatePolicy, "record_notice", caller, noTrip);
  const { notice: id, reason } = input;
  const role = roleAmong(actor, duties.record_notice);
  await parts.once({ name: "gate.withdraw_notice", actor, role, input }, async (work) => {
    const notice = await lockNotice(work.tx, id);
    if (notice === undefined) throw new Refusal("notice_not_found", { field: "notice" });
    if (notice.correctedBy !== null || notice.withdrawReason !== null) throw new Refusal("notice_over");
    const at = work.now();
    await saveWithdrawal(work.tx, id, at.toISOString(), reason);
    work.emit({ kind: "gate.notice_withdrawn", subject: id, occurredAt: at, data: { reason } });
    return {};
  });
  await parts.notices.reload();
  return shownNotice(parts, id);
}
