import { verifyNow } from "../platform/upkeep/verify-daily.ts";
import { say, withDatabase } from "./open.ts";

/** `verify [--json]`: recomputes the chain of the log; exit status 1 when it does not hold. */
export async function verify(args: string[]): Promise<void> {
  const verdict = await withDatabase((database, settings) => verifyNow(database, settings.dataDir));
  const { fault } = verdict;
  say(args, verdict, [
    fault === null
      ? `The log holds: ${verdict.checked} sealed events, ${verdict.unsealed} not yet sealed.`
      : `The log does not hold: ${fault.kind.replace("_", " ")} at position ${fault.position}${fault.seq === null ? "" : ` (event ${fault.seq})`}.`,
  ]);
  if (!verdict.ok) process.exitCode = 1;
}
