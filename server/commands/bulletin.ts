import { parseArgs } from "node:util";
import { systemActor } from "@moc/contract/values/actor.ts";
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
    const { bulletin: view, text } = await gate.writeBulletin(reader, asked);
    say(args, view, [text]);
  });
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
