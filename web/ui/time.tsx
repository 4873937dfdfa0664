import { beijing, clock, day, type Instant } from "./format.ts";

/** Hanoi strong, Beijing muted beside it: never Beijing alone. */
export function TimePair({ at }: { at: Instant }) {
  return (
    <time dateTime={new Date(at).toISOString()} title={day(at)} className="num">
      {clock(at)} <span className="off">{clock(at, beijing)}</span>
    </time>
  );
}

/** One Hanoi time, with its date in the title. */
export function Time({ at }: { at: Instant }) {
  return (
    <time dateTime={new Date(at).toISOString()} title={day(at)} className="num">
      {clock(at)}
    </time>
  );
}
