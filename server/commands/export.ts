import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { systemActor } from "@moc/contract/values/actor.ts";
import { CivilDate } from "@moc/contract/values/time.ts";
import { StartError } from "../platform/settings.ts";
import { civilDay } from "../platform/time/clock.ts";
import { withZone } from "./open.ts";

const usage = "export --why GROUND [--day YYYY-MM-DD] FILE";

/** `export`: the trips that changed on a day as CSV, in stated columns; kept in the audit with its ground. */
export async function exportTrips(args: string[]): Promise<void> {
  const { file, why, asked } = read(args);
  await withZone(async ({ gate, platform }) => {
    const day = asked ?? civilDay(platform.clock.now(), platform.clock.timeZone);
    const operator = { ...systemActor, roles: ["auditor" as const] };
    let rows = -1; // the head is no row
    const lines = async function* () {
      for await (const line of gate.exportDay(operator, { day, why })) {
        rows += 1;
        yield line;
      }
    };
    await pipeline(Readable.from(lines()), createWriteStream(file, { mode: 0o600 }));
    process.stdout.write(`${rows} trips of ${day} are in ${file}.\n`);
  });
}

function read(args: string[]): { file: string; why: string; asked: string | undefined } {
  const options = { day: { type: "string" }, why: { type: "string" } } as const;
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [file] = positionals;
    const asked = values.day === undefined ? undefined : CivilDate.parse(values.day);
    if (file !== undefined && values.why !== undefined) return { file, why: values.why, asked };
  } catch {
    // falls through to the one sentence that mends every wrong use
  }
  throw new StartError(`It is used so: npm run -s moc -- ${usage}.`);
}
