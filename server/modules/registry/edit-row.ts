import type { RecordedVersion } from "@moc/contract/registry/events.ts";
import type { registryContract } from "@moc/contract/registry/routes.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { referencesOf } from "@moc/engines/registry/references.ts";
import { restate } from "@moc/engines/registry/timeline.ts";
import type { InferContractRouterInputs } from "@orpc/contract";
import { authorise, roleAmong } from "../../platform/authorise.ts";
import { versionOf } from "./facts.ts";
import { registryPolicy } from "./policy.ts";
import { recordChanges } from "./record-changes.ts";
import type { RegistryParts } from "./registry-parts.ts";
import { lockRegistry, readKnown, readRevisions } from "./store.ts";

type Inputs = InferContractRouterInputs<typeof registryContract>;
/** As the contract reads it: fields that an older caller does not know are there. */
type Edit = Omit<Inputs["editRow"], "statement"> & Pick<RecordedVersion, "statement">;

/**
 * States a row anew from a day on. In its days the new version wins; the versions before keep the rest of theirs.
 * @throws Refusal `dates_reversed`, `reference_missing` (with the field), `stale_state` when another edit came between.
 */
export async function editRow(
  { platform, cache }: RegistryParts,
  caller: Actor | null,
  input: Edit,
): Promise<void> {
  const actor = authorise(registryPolicy, "change_row", caller, null);
  const { statement, validFrom, validTo = null, seen } = input;
  if (validFrom !== null && validTo !== null && validTo <= validFrom)
    throw new Refusal("dates_reversed", { field: "validTo" });
  const role = roleAmong(actor, ["administrator"]);
  await platform.once({ name: "registry.edit_row", actor, role, input }, async (work) => {
    await lockRegistry(work.tx);
    await refuseStale(work.tx, `${statement.kind} ${statement.key}`, seen);
    const known = await readKnown(work.tx);
    const version: RecordedVersion = {
      statement,
      source: {
        confidence: "operator",
        citation: input.citation,
        ...(input.url === undefined ? {} : { url: input.url }),
        ...(input.document === undefined ? {} : { document: input.document }),
      },
      validFrom,
      validTo,
    };
    refuseMissing(known, version);
    const own = known.filter((row) => row.kind === statement.kind && row.key === statement.key);
    const timeline = restate(own.map(versionOf), version);
    const { kind, key } = statement;
    await recordChanges(work, [{ kind, key, timeline, origin: "operator", reason: input.reason }]);
    return null;
  });
  await cache.reload();
}

/** @throws Refusal `stale_state` when the editor saw an older revision than the latest. */
export async function refuseStale(
  tx: Parameters<typeof readRevisions>[0],
  name: string,
  seen: number | undefined,
): Promise<void> {
  if (seen === undefined) return;
  const latest = (await readRevisions(tx)).get(name) ?? 0;
  if (seen !== latest) throw new Refusal("stale_state");
}

/** @throws Refusal `reference_missing` when the version mentions a row that is not known. */
export function refuseMissing(
  known: Awaited<ReturnType<typeof readKnown>>,
  { statement, source }: RecordedVersion,
) {
  const mentioned = referencesOf(statement).map((one) => ({ ...one, field: `statement.${one.field}` }));
  if (source.document !== undefined)
    mentioned.push({ field: "document", key: source.document, kinds: ["document"] });
  for (const { field, key, kinds } of mentioned) {
    const itself = key === statement.key && kinds.includes(statement.kind);
    if (itself || known.some((row) => row.key === key && kinds.includes(row.kind))) continue;
    throw new Refusal("reference_missing", { field, params: { key } });
  }
}
