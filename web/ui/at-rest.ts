import { useEffect, useState } from "react";

/** What moves on within this time does not rest, ms: a key that is held comes every 30 ms, a quick hand's every 100. */
export const restAfter = 150;

/** Tells of values that come quickly one after the other the last alone, and at once of one that comes after a rest. */
export function atRest<Value>(tell: (value: Value) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = Number.NEGATIVE_INFINITY;
  return {
    see(value: Value): void {
      clearTimeout(timer);
      const now = performance.now();
      if (now - last >= restAfter) tell(value);
      else timer = setTimeout(() => tell(value), restAfter);
      last = now;
    },
    end: () => clearTimeout(timer),
  };
}

/** The key last seen at rest: behind `value` while that moves on. What is read for it is not read for all in between. */
export function useRested(value: string): string {
  const [rested, setRested] = useState(value);
  const [rest] = useState(() => atRest(setRested));
  useEffect(() => {
    rest.see(value);
    return rest.end;
  }, [rest, value]);
  return rested;
}
