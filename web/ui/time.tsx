import { clock, day, type Instant } from "./format.ts";

/** One Hanoi time, with its date in the title. */
export function Time({ at }: { at: Instant }) {
  return (
    <time dateTime={new Date(at).toISOString()} title={day(at)} className="num">
      {clock(at)}
    </time>
  );
}
