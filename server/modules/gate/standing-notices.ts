import { noticeCauseWords } from "@moc/contract/gate/messages/notice.ts";
import type { NoticeSays } from "@moc/contract/gate/notice.ts";
import { type Closure, overlayClosures, withoutClosures } from "@moc/engines/gate/notices.ts";
import { type Known, keepKnown } from "../../platform/events/keep-known.ts";
import type { Platform } from "../../platform/platform.ts";
import { dayBounds, instantOf } from "../../platform/time/clock.ts";
import { type NoticeRecord, selectStandingNotices } from "./notice-store.ts";
import type { GateParts } from "./parts.ts";

/** Notices of the other side that stand, in memory; kept as the standing orders are. */
export type StandingNotices = Known<readonly NoticeRecord[]>;

/** Starts to keep them. */
export function keepNotices(platform: Platform): Promise<StandingNotices> {
  const { database, clock } = platform;
  const concerns = (kind: string) => kind.startsWith("gate.notice_");
  return keepKnown(platform, concerns, () => selectStandingNotices(database.db, clock.now()));
}

/** When what a notice says is over; null: open. */
export function noticeEnd(says: NoticeSays, timeZone: string): Date | null {
  if (says.kind === "hours" || says.kind === "intake") return dayBounds(says.day, timeZone).to;
  return says.to === null ? null : new Date(says.to);
}

/** The stretches that a notice closes: an announced closure, or the rest of a day of announced hours. */
function closuresOf({ says, cause: key }: NoticeRecord, timeZone: string): Closure[] {
  const cause = noticeCauseWords[key];
  if (says.kind === "closure") return [{ from: says.from, to: says.to, cause }];
  if (says.kind !== "hours") return [];
  const day = dayBounds(says.day, timeZone);
  const [opens, closes] = [says.opens, says.closes].map((time) => instantOf(says.day, time, timeZone));
  return [
    { from: day.from.toISOString(), to: (opens ?? day.from).toISOString(), cause },
    { from: (closes ?? day.to).toISOString(), to: day.to.toISOString(), cause },
  ];
}

/** What the other side closes on one route. */
export function closuresOn(notices: readonly NoticeRecord[], route: string, timeZone: string): Closure[] {
  return notices
    .filter((notice) => notice.routes.includes(route))
    .flatMap((notice) => closuresOf(notice, timeZone));
}

/**
 * The registry with what the other side announced over its calendars: intake is closed for the time of a closure, on
 * every screen and for every command alike.
 */
export function withNotices(
  registry: GateParts["registry"],
  notices: StandingNotices,
  timeZone: string,
): GateParts["registry"] {
  return {
    ...registry,
    openness(route, at) {
      const open = registry.openness(route, at);
      const closures = closuresOn(notices.now(), route, timeZone);
      return open === null || closures.length === 0
        ? open
        : overlayClosures(open, closures, at.toISOString());
    },
    openStretches: (route, from, to) =>
      withoutClosures(registry.openStretches(route, from, to), closuresOn(notices.now(), route, timeZone)),
  };
}
