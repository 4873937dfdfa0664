import type { Agenda } from "./agenda.ts";
import type { Client } from "./crew.ts";

const tickMs = 100;

/**
 * Runs the agenda in lockstep with zone time: all commands due in the next stretch are sent and acknowledged, then time
 * is advanced over it. The zone's speed is a ceiling: when the server is slower, time goes slower.
 * @param hurryUntil zone time up to which it runs as fast as it is acknowledged (the night before the first opening).
 */
export async function runLockstep(
  client: Client,
  agenda: Agenda,
  clock: { now: number },
  hurryUntil: number,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const began = performance.now();
    const { speed, now } = await client.platform.readClock();
    clock.now = Date.parse(now);
    if (speed === 0) {
      await sleep(250);
      continue;
    }
    const hurry = clock.now < hurryUntil;
    const stretch = hurry ? 60_000 : speed * tickMs;
    const target = clock.now + stretch;
    for (let entry = agenda.take(target); entry !== undefined; entry = agenda.take(target)) await entry.act();
    await client.platform.advanceClock({ to: new Date(target).toISOString() });
    clock.now = target;
    const left = tickMs - (performance.now() - began);
    if (left > 0 && !hurry) await sleep(left);
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
