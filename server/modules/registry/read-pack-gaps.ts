import { neededKinds, neededLimits, type PackGaps, ruleFiles } from "@moc/contract/registry/pack-gaps.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { authorise } from "../../platform/authorise.ts";
import { civilDay } from "../../platform/time/clock.ts";
import { comparePack } from "./compare-pack.ts";
import type { RowsOfDay } from "./facts.ts";
import { newestPack } from "./newest-pack.ts";
import { registryPolicy } from "./policy.ts";
import type { RegistryParts } from "./registry-parts.ts";

/** The rules of which no row holds on a day. */
function unstatedOn(rows: RowsOfDay): PackGaps["unstated"] {
  const kinds = neededKinds.filter((kind) => rows[kind].length === 0);
  const limits = neededLimits.filter((limit) => !rows.time_limit.some((row) => row.limit === limit));
  return [
    ...kinds.map((kind) => ({ kind, limit: null, file: ruleFiles[kind] })),
    ...limits.map((limit) => ({ kind: "time_limit" as const, limit, file: ruleFiles.time_limit })),
  ];
}

/**
 * Which files of the pack a live zone has not loaded since it was upgraded, and which rules nobody has stated. What was
 * edited on a screen is a conflict, not a gap. @throws Refusal `pack_at_fault`.
 */
export async function packGaps({ platform, cache }: RegistryParts): Promise<PackGaps> {
  const pack = await newestPack(platform);
  const { changes } = await comparePack(platform.database.db, pack);
  const due = changes.filter(({ conflict }) => !conflict).map(({ kind, key }) => `${kind} ${key}`);
  const fileOf = new Map(pack.map(({ statement: { kind, key }, file }) => [`${kind} ${key}`, file]));
  const files = Map.groupBy(due, (line) => fileOf.get(line));
  const unloaded = [...files].flatMap(([file, rows]) =>
    file === undefined ? [] : [{ file, rows: rows.length }],
  );
  const today = civilDay(platform.clock.now(), platform.clock.timeZone);
  return { unloaded, unstated: unstatedOn(cache.now().on(today)) };
}

/** As `packGaps`, for an administrator. */
export async function readPackGaps(parts: RegistryParts, caller: Actor | null): Promise<PackGaps> {
  authorise(registryPolicy, "change_row", caller, null);
  return packGaps(parts);
}

/** The same in sentences, as the start of a server prints them; none when there is nothing to do. */
export function gapsText({ unloaded, unstated }: PackGaps): string[] {
  const files = unloaded.map(({ file, rows }) => `${file} (${rows})`).join(", ");
  const rules = unstated.map(({ kind, limit, file }) => `${limit ?? kind} (${file})`).join(", ");
  return [
    ...(files === ""
      ? []
      : [
          `These files of the pack are not loaded yet: ${files}. See what they change with npm run -s moc -- load-pack, and load them with --apply.`,
        ]),
    ...(rules === ""
      ? []
      : [`Nobody has stated these rules, and what needs one is refused or left out: ${rules}.`]),
  ];
}
