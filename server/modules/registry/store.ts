import { randomUUID } from "node:crypto";
import type { RecordedVersion } from "@moc/contract/registry/events.ts";
import { RegistryRow, type RowKind } from "@moc/contract/registry/rows.ts";
import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database/handle.ts";

type Stored = {
  revision: number;
  statement: object;
  source: object;
  validFrom: string | null;
  validTo: string | null;
  recordedFrom: Date;
  recordedTo: Date | null;
};

const columns = sql<Stored>`
  revision, statement, source, valid_from AS "validFrom", valid_to AS "validTo",
  recorded_from AS "recordedFrom", recorded_to AS "recordedTo"`;

/** Parsed, so that a row of an older shape is found at the start and not on a screen. */
function rowOf(stored: Stored): RegistryRow {
  return RegistryRow.parse({
    ...stored.statement,
    source: stored.source,
    revision: stored.revision,
    validity: {
      validFrom: stored.validFrom,
      validTo: stored.validTo,
      recordedFrom: stored.recordedFrom.toISOString(),
      recordedTo: stored.recordedTo?.toISOString() ?? null,
    },
  });
}

/** Every version that the system knew at an instant, by default now. In the order of kind, key and time. */
export async function readKnown(db: Db | Tx, at: Date | null = null): Promise<RegistryRow[]> {
  const known =
    at === null
      ? sql`recorded_to IS NULL`
      : sql`recorded_from <= ${at} AND (recorded_to IS NULL OR ${at} < recorded_to)`;
  const result = await sql<Stored>`
    SELECT ${columns} FROM registry_version WHERE ${known}
    ORDER BY kind, key, valid_from NULLS FIRST`.execute(db);
  return result.rows.map(rowOf);
}

/** Every version of one key that ever was, newest knowledge first. */
export async function readVersionsOf(db: Db | Tx, kind: RowKind, key: string): Promise<RegistryRow[]> {
  const result = await sql<Stored>`
    SELECT ${columns} FROM registry_version WHERE kind = ${kind} AND key = ${key}
    ORDER BY recorded_to DESC NULLS FIRST, revision DESC, valid_from DESC NULLS LAST`.execute(db);
  return result.rows.map(rowOf);
}

/** Changes of the registry are rare and come one after the other; readers are not held up. */
export async function lockRegistry(tx: Tx): Promise<void> {
  await sql`LOCK TABLE registry_version IN SHARE ROW EXCLUSIVE MODE`.execute(tx);
}

/** The revision of the latest change of each key, ended and withdrawn keys included: `kind key` → revision. */
export async function readRevisions(tx: Tx): Promise<Map<string, number>> {
  const result = await sql<{ name: string; revision: number }>`
    SELECT kind || ' ' || key AS name, max(revision) AS revision FROM registry_version GROUP BY 1`.execute(
    tx,
  );
  return new Map(result.rows.map((row) => [row.name, row.revision]));
}

/** Versions of one key that are closed and versions that take their place. */
export type Replacement = {
  kind: RowKind;
  key: string;
  revision: number;
  timeline: readonly RecordedVersion[];
  origin: "pack" | "operator";
};

/** Closes what is known of each key and records its new timeline instead. Nothing is altered or removed. */
export async function replaceTimelines(tx: Tx, changes: readonly Replacement[], at: Date): Promise<void> {
  await sql`
    UPDATE registry_version SET recorded_to = ${at} WHERE recorded_to IS NULL
    AND (kind, key) IN (SELECT * FROM unnest(${changes.map((change) => change.kind)}::text[],
                                             ${changes.map((change) => change.key)}::text[]))`.execute(tx);
  const versions = changes.flatMap(({ timeline, ...change }) =>
    timeline.map((version) => ({ ...version, ...change })),
  );
  await sql`
    INSERT INTO registry_version (id, kind, key, revision, statement, source, valid_from, valid_to, recorded_from)
    SELECT id, kind, key, revision, statement::jsonb, source::jsonb, valid_from, valid_to, ${at}
    FROM unnest(${versions.map(() => randomUUID())}::uuid[], ${versions.map((one) => one.kind)}::text[],
                ${versions.map((one) => one.key)}::text[], ${versions.map((one) => one.revision)}::int[],
                ${versions.map((one) => JSON.stringify(one.statement))}::text[],
                ${versions.map((one) => JSON.stringify(one.source))}::text[],
                ${versions.map((one) => one.validFrom)}::date[], ${versions.map((one) => one.validTo)}::date[])
      AS new (id, kind, key, revision, statement, source, valid_from, valid_to)`.execute(tx);
  await sql`
    DELETE FROM registry_changed_by_hand
    WHERE (kind, key) IN (SELECT * FROM unnest(${changes.map((change) => change.kind)}::text[],
                                               ${changes.map((change) => change.key)}::text[]))`.execute(tx);
  const byHand = changes
    .filter(({ origin }) => origin === "operator")
    .map(({ kind, key }) => ({ kind, key }));
  if (byHand.length > 0) await tx.insertInto("registry_changed_by_hand").values(byHand).execute();
}

/** Keys of which the latest change was made on a screen, as `kind key`; one that was ended may have no version left. */
export async function readChangedByHand(db: Db | Tx): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom("registry_changed_by_hand").selectAll().execute();
  return new Set(rows.map((row) => `${row.kind} ${row.key}`));
}

/** Rows of which the screen's version was kept: `kind key` → digest of what the pack said then. */
export async function readKept(db: Db | Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom("registry_conflict_kept").selectAll().execute();
  return new Map(rows.map((row) => [`${row.kind} ${row.key}`, row.pack_digest]));
}

export async function saveKept(
  tx: Tx,
  kept: { kind: RowKind; key: string; pack_digest: string; decided_at: Date },
): Promise<void> {
  const { pack_digest, decided_at } = kept;
  await tx
    .insertInto("registry_conflict_kept")
    .values(kept)
    .onConflict((conflict) => conflict.columns(["kind", "key"]).doUpdateSet({ pack_digest, decided_at }))
    .execute();
}
