import type { RouteOpenness } from "@moc/contract/registry/calendar.ts";
import type { LocalText } from "@moc/contract/values/text.ts";
import type { Instant } from "@moc/contract/values/time.ts";

/** A stretch in which the other side takes nobody, as it announced it. `to` exclusive; null: until it says otherwise. */
export interface Closure {
  from: Instant;
  to: Instant | null;
  cause: LocalText;
}

const covers = (closure: Closure, at: Instant) =>
  closure.from <= at && (closure.to === null || at < closure.to);

/** The last instant of closures that follow each other without a gap; null: open end. */
function endOf(closures: readonly Closure[], at: Instant): Instant | null {
  let end = at;
  for (;;) {
    const next = closures.find((closure) => covers(closure, end));
    if (next === undefined) return end;
    if (next.to === null) return null;
    end = next.to;
  }
}

/**
 * A route as calendar and announcements of the other side leave it: an announced closure closes it for its time, and an
 * open one lasts until the next closure begins. What the calendar closes stays closed for the calendar's own reason.
 */
export function overlayClosures(
  open: RouteOpenness,
  closures: readonly Closure[],
  at: Instant,
): RouteOpenness {
  if (open.state === "closed" || open.state === "no_cargo") return open;
  const now = closures.find((closure) => covers(closure, at));
  if (now !== undefined) {
    return {
      ...open,
      state: "closed",
      until: endOf(closures, at),
      registeredBefore: null,
      reason: now.cause,
    };
  }
  const next = closures
    .filter((closure) => closure.from > at)
    .map((closure) => closure.from)
    .toSorted()[0];
  const sooner = next !== undefined && (open.until === null || next < open.until);
  return sooner ? { ...open, until: next } : open;
}

/** Stretches without the time that closures take from them, in order. */
export function withoutClosures(
  stretches: readonly { from: Date; to: Date }[],
  closures: readonly Closure[],
): { from: Date; to: Date }[] {
  return closures.reduce<{ from: Date; to: Date }[]>(
    (left, closure) => {
      const from = new Date(closure.from);
      const end = closure.to === null ? null : new Date(closure.to);
      return left.flatMap((stretch) =>
        [
          { from: stretch.from, to: stretch.to < from ? stretch.to : from },
          ...(end === null ? [] : [{ from: stretch.from > end ? stretch.from : end, to: stretch.to }]),
        ].filter((piece) => piece.from < piece.to),
      );
    },
    [...stretches],
  );
}
