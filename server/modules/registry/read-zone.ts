import type { registryContract } from "@moc/contract/registry/routes.ts";
import type { RegistryRow } from "@moc/contract/registry/rows.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import type { May } from "@moc/contract/values/may.ts";
import type { HistoryView } from "@moc/contract/values/time.ts";
import type { InferContractRouterOutputs } from "@orpc/contract";
import { authorise } from "../../platform/authorise.ts";
import { civilDay } from "../../platform/time/clock.ts";
import { type Facts, factsOf } from "./facts.ts";
import { registryPolicy } from "./policy.ts";
import type { RegistryParts } from "./registry-parts.ts";
import { readKnown } from "./store.ts";

type Outputs = InferContractRouterOutputs<typeof registryContract>;

/** The whole registry on one day: by default today, with all that is known now. */
export async function readZone(
  parts: RegistryParts,
  caller: Actor | null,
  view: HistoryView,
): Promise<Outputs["readZone"]> {
  const actor = authorise(registryPolicy, "read", caller, null);
  const asOf = dayAskedFor(parts, view);
  const facts = await factsAskedFor(parts, view);
  const begun = (row: RegistryRow) => row.validity.validFrom === null || row.validity.validFrom <= asOf;
  const { kindsKnown: _, ...held } = facts.on(asOf);
  const rows = Object.fromEntries(
    Object.entries(held).map(([kind, some]) => [kind, [...some]]),
  ) as unknown as Omit<Outputs["readZone"], "asOf" | "may">; // as: a copy of the rows by kind
  return {
    ...rows,
    asOf,
    // What once happened or was once law stays of interest after its end.
    succession: facts.all.succession.filter(begun),
    document: facts.all.document.filter(begun),
    check_kind: facts.all.check_kind.filter(begun),
    may: mayChange(actor),
  };
}

export function dayAskedFor({ platform: { clock } }: RegistryParts, view: HistoryView): string {
  return view.asOf ?? civilDay(clock.now(), clock.timeZone);
}

/** What is known now from memory, what was known at an instant from the store. */
export async function factsAskedFor({ platform, cache }: RegistryParts, view: HistoryView): Promise<Facts> {
  if (view.knownAt === undefined) return cache.now();
  return factsOf(await readKnown(platform.database.db, new Date(view.knownAt)));
}

export function mayChange(actor: Actor): May[] {
  const allowed = registryPolicy.change_row(actor, null);
  return ["edit_row", "end_row"].map((action) =>
    allowed ? { action, allowed } : { action, allowed, reason: "role_lacks" },
  );
}
