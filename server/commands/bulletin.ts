import { parseArgs } from "node:util";
import { systemActor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { CivilDate } from "@moc/contract/values/time.ts";
import { StartError } from "../platform/settings.ts";
import { say, withZone } from "./open.ts";

const usage = "bulletin [--day YYYY-MM-DD] [--json]";

/** `bulletin`: the bulletin of a day as last issued, else as known now; of the last finished day when none is named. */
export async function bulletin(args: string[]): Promise<void> {
  const day = dayOf(args);
  await withZone(async ({ gate }) => {
    const reader = { ...systemActor, roles: ["auditor" as const] };
    const asked = { ...(day !== undefined && { day }), language: "vi" as const };
    const { bulletin: view, text } = await gate.writeBulletin(reader, asked).catch(mended);
    say(args, view, [text]);
  });
}

/** A zone that was never started, or whose pack is older than the bulletin, has no cut-off. */
function mended(error: unknown): never {
  if (!(error instanceof Refusal) || error.code !== "rule_missing") throw error;
  throw new StartError(
    "The zone has no rule for its bulletin: add bulletin-rules.yaml to the pack and run  npm run -s moc -- load-pack --apply.",
  );
}

function dayOf(args: string[]): string | undefined {
  const options = { day: { type: "string" }, json: { type: "boolean" } } as const;
  try {
    const { day } = parseArgs({ args, options }).values;
    return day === undefined ? undefined : CivilDate.parse(day);
  } catch {
    throw new StartError(`It is used so: npm run -s moc -- ${usage}.`);
  }
}
