import type { OnBehalf } from "@moc/contract/gate/behalf.ts";
import type { Vehicle } from "@moc/contract/gate/vehicle.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import type { Direction } from "@moc/contract/values/traffic.ts";
import type { Tx } from "../../platform/database/handle.ts";
import { countAbsent } from "./absent-store.ts";
import type { ZoneRules } from "./parts.ts";

/** In whose name a truck is declared, and by whom when by another. */
type By = { declarant: string; onBehalf?: OnBehalf | undefined };

/**
 * A stranger's plate: whoever declares trucks that never come keeps their plates from those who have them. Beyond the
 * dated numbers a filer declares a plate no more, and then nothing but trucks that it has brought; the gate centre and a
 * yard see the truck that they file for. @throws Refusal `plate_never_came`, `filings_never_came`
 */
export async function refuseAbsent(
  tx: Tx,
  rules: ZoneRules,
  filed: { filer: By; vehicle: Vehicle; direction: Direction; at: Date },
): Promise<void> {
  const { filer, vehicle, direction, at } = filed;
  const rule = rules.filing_rule.find((row) => row.direction === direction);
  if (rule === undefined || filer.onBehalf?.ground === "arrived_undeclared") return;
  const by = filer.onBehalf?.by ?? filer.declarant;
  const plate = vehicle.plate.number;
  const since = new Date(at.getTime() - rule.withinDays * 86_400_000);
  const { ofPlate, ofFiler, brought } = await countAbsent(tx, { by, plate, direction, since });
  const field = "declaration.vehicle.plate";
  const days = String(rule.withinDays);
  if (ofPlate >= rule.perPlate)
    throw new Refusal("plate_never_came", { field, params: { plate, n: String(ofPlate), days } });
  if (ofFiler >= rule.perFiler && !brought)
    throw new Refusal("filings_never_came", { field, params: { n: String(ofFiler), days } });
}
