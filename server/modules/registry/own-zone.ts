import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { inTheWay, StartError } from "../../platform/settings.ts";
import { readPackFile } from "./pack-file.ts";
import { type PackSources, readSources, sourcesFile } from "./pack-sources.ts";
import { faultText, type PackFile } from "./read-pack.ts";

const zoneFile = "zone.yaml";

/**
 * The zone of a pack, as it must be known before its database is opened: its key names the tables. Reads two files
 * alone, so that a fault elsewhere in the pack keeps nobody from backing up. @throws StartError naming the mend.
 */
export async function ownZone(pack: string): Promise<{ key: string; timeZone: string }> {
  const sources: PackSources = new Map();
  const sourceFaults = readSources(await readOne(pack, sourcesFile), sources);
  const { rows, faults } = readPackFile(await readOne(pack, zoneFile), sources);
  const fault = [...sourceFaults, ...faults][0];
  if (fault !== undefined) throw new StartError(`The pack ${pack} is at fault: ${faultText(fault)}.`);
  const zones = rows.flatMap(({ statement }) => (statement.kind === "zone" ? [statement] : []));
  const [zone] = zones;
  if (zone === undefined || zones.length < rows.length || zones.some(({ key }) => key !== zone.key)) {
    throw new StartError(
      `The pack ${pack} is at fault: ${zoneFile}:1: rows: must be of kind zone, with one key.`,
    );
  }
  return { key: zone.key, timeZone: zone.timeZone };
}

async function readOne(pack: string, path: string): Promise<PackFile> {
  try {
    return { path, text: await readFile(join(pack, path), "utf8") };
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (missing) throw new StartError(`${join(pack, path)} is missing: correct MOC_PACK, or write it.`);
    throw inTheWay(error) ?? error;
  }
}
