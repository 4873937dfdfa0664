import { Refusal } from "@moc/contract/values/refusal.ts";
import type { Platform } from "../../platform/platform.ts";
import { readPackFolder } from "./pack-folder.ts";
import { faultText, type PackRow, readPack } from "./read-pack.ts";

/** The rows of the pack as it lies in its folder now. @throws Refusal `pack_at_fault` with the first fault. */
export async function newestPack({ settings, clock, log }: Platform): Promise<PackRow[]> {
  const files = await readPackFolder(settings.pack, clock.mode).catch((err: unknown) => {
    log.error({ err }, "the pack's folder cannot be read");
    throw new Refusal("pack_at_fault", { params: { fault: "MOC_PACK" } });
  });
  const { rows, faults } = readPack(files);
  const [first] = faults;
  if (first !== undefined) throw new Refusal("pack_at_fault", { params: { fault: faultText(first) } });
  return rows;
}
