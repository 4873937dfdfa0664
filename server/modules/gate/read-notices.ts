import type { NoticeView } from "@moc/contract/gate/notice.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import type { May } from "@moc/contract/values/may.ts";
import { authorise } from "../../platform/authorise.ts";
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
  const allowed = gatePolicy.record_notice(actor, noTrip);
  const who = { reason: "not_allowed", params: { who: "dispatcher,border_guard" } };
  return {
    notices: notices.map((notice) => showNotice(notice, at)),
    may: [{ action: "record_notice", allowed, ...(allowed ? {} : who) }],
  };
}
