import type { OnBehalf } from "@moc/contract/gate/behalf.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import type { Tx } from "../../platform/database/handle.ts";
import { mandated } from "./mandate-store.ts";
import type { ZoneRules } from "./parts.ts";

/** In whose name a declaration stands, and who filed it when that is somebody else. */
export type Filer = { declarant: string; onBehalf?: OnBehalf };

/**
 * A firm files for itself; a customs agent for itself or for a firm that lets it (`refuseUnmandated`); the gate centre or a yard for a truck that stands
 * there undeclared, in the name of its firm when that is registered, else in its own.
 * @throws Refusal `firm_files_itself`, `firm_not_registered`
 */
export function filerOf(actor: Actor, rules: ZoneRules, firm: string | undefined): Filer {
  const own = actor.organisation ?? ""; // authorise has seen that there is one
  if (actor.roles.includes("firm")) {
    if (firm !== undefined && firm !== own) throw new Refusal("firm_files_itself", { field: "firm" });
    return { declarant: own };
  }
  const known =
    firm === undefined || rules.organisation.some((row) => row.key === firm && row.type === "firm");
  if (!known) throw new Refusal("firm_not_registered", { field: "firm" });
  const agent = actor.roles.includes("customs_agent");
  if (agent && (firm === undefined || firm === own)) return { declarant: own };
  const ground = agent ? "agent_of_firm" : "arrived_undeclared";
  return { declarant: firm ?? own, onBehalf: { ground, by: own } };
}

/** An agent files for those firms alone that let it on this civil day. @throws Refusal `no_mandate` */
export async function refuseUnmandated(tx: Tx, { declarant, onBehalf }: Filer, day: string): Promise<void> {
  if (onBehalf?.ground !== "agent_of_firm") return;
  if (!(await mandated(tx, declarant, onBehalf.by, { from: day, to: day })))
    throw new Refusal("no_mandate", { field: "firm" });
}
