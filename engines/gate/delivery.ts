/** Minutes of the civil day, 0 to 1439. */
type Minute = number;

/** `07:30` as minutes of the day; `24:00` is the end of it. */
function minuteOf(clock: string): Minute {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

const day = 24 * 60;

/**
 * How many minutes a message has to wait at a minute of the day, by the recipient's quiet hours; 0: it is sent now. Hours
 * that begin after they end reach over midnight; equal ends mean none.
 */
export function quietMinutes(now: Minute, quiet: { from: string; to: string } | null): number {
  if (quiet === null) return 0;
  const [from, to] = [minuteOf(quiet.from), minuteOf(quiet.to)];
  const within = from <= to ? now >= from && now < to : now >= from || now < to;
  return within ? (to - now + day) % day || day : 0;
}

/**
 * Minutes until a message that failed for the `attempts`-th time is tried again; null: it is given up. `waits`: minutes
 * after the first, second, … failure.
 */
export function retryAfter(attempts: number, waits: readonly number[]): number | null {
  return waits[attempts - 1] ?? null;
}

/** What a simulated phone does with a message. */
export type SimulatedPhone = { lost: true } | { lost: false; afterSeconds: number };

/** Of a hundred messages so many are lost on their way. */
const lostOf100 = 6;

/**
 * What becomes of a message to the phone of a demonstration: lost, or there after 5 to 64 seconds. `draw` is any whole
 * number that differs from message to message and try to try; the same one gives the same.
 */
export function simulatePhone(draw: number): SimulatedPhone {
  if (draw % 100 < lostOf100) return { lost: true };
  return { lost: false, afterSeconds: 5 + (Math.floor(draw / 100) % 60) };
}
