import { say, withZone } from "./open.ts";

/**
 * `rebuild [--json]`: makes the read models anew from the log and compares them with the stored ones; exit status 1 when
 * they differ. The new ones are kept either way: the log is the truth.
 */
export async function rebuild(args: string[]): Promise<void> {
  const { folded, before, after } = await withZone((zone) => zone.gate.rebuild());
  const equal = before === after;
  say(args, { events: folded, before, after, equal }, [
    `${folded} events folded. Digest before ${before}, after ${after}.`,
    equal
      ? "The read models were equal to the log."
      : "The read models had left the log; they follow it again. Find out why before you go on.",
  ]);
  if (!equal) process.exitCode = 1;
}
