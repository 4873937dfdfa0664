import type { Declaration } from "@moc/contract/gate/declaration.ts";
import type { ImportDone } from "@moc/contract/gate/import.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { authorise, roleAmong } from "../../platform/authorise.ts";
import { duties } from "./duties.ts";
import { fileMany, refuseFaulty } from "./file-many.ts";
import { showFiled } from "./import-declarations.ts";
import { type GateParts, rulesNow } from "./parts.ts";
import { gatePolicy, noTrip } from "./policy.ts";

/**
 * Declares many trucks by one command, for a firm's own program: all of them, or none. Rows count from 0, as the paths of
 * its input do. @throws Refusal `rows_faulty` with every fault
 */
export async function declareMany(
  parts: GateParts,
  caller: Actor | null,
  input: { command: string; declarations: Declaration[] },
): Promise<ImportDone> {
  const actor = authorise(gatePolicy, "declare", caller, noTrip);
  const rules = rulesNow(parts);
  const role = roleAmong(actor, duties.declare);
  const speaker = { language: actor.language, timeZone: parts.clock.timeZone, head: () => null };
  const { trips } = await parts.once({ name: "gate.declare_many", actor, role, input }, async (work) => {
    const rows = input.declarations.map((raw, row) => ({ row, raw, faults: [] }));
    const filed = await fileMany(parts, work, rules, rows, speaker);
    refuseFaulty(filed);
    return { trips: filed.trips };
  });
  return { trips: await showFiled(parts, trips), already: false };
}
