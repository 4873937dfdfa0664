import type { NoticeView } from "@moc/contract/gate/notice.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import type { May } from "@moc/contract/values/may.ts";
import { authorise } from "../../platform/authorise.ts";
import { mayByDuty } from "./may-by-duty.ts";
import { selectNotices } from "./notice-store.ts";
import type { GateParts } from "./parts.ts";
import { gatePolicy, noTrip } from "./policy.ts";
import { showNotice } from "./record-notice.ts";

const shown = 50;

/** The last fifty notices of the other side, newest first, and whether the reader may record one. */
export async function readNotices(
  parts: GateParts,
  caller: Actor | null,
): Promise<{ notices: NoticeView[]; may: May[] }> {
  const actor = authorise(gatePolicy, "read_steering", caller, noTrip);
  const at = parts.clock.now();
  const notices = await selectNotices(parts.database.db, shown);
  return {
    notices: notices.map((notice) => showNotice(notice, at)),
    may: [mayByDuty(actor, "record_notice")],
  };
}
