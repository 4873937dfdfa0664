import type { TripState } from "@moc/contract/gate/trip.ts";
import type { Direction } from "@moc/contract/values/traffic.ts";
import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../platform/database/handle.ts";

/** `%` and `_` of a search are letters like any other. */
function literal(text: string): string {
  return text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
}

/** Beginning or end of a plate, beginning of a declaration code, or a whole container number; each has its index. */
function matches(search: string): RawBuilder<boolean> {
  const plain = search.toUpperCase().replaceAll(/[\s.·•-]/g, "");
  const begin = `${literal(plain)}%`;
  const end = `${literal([...plain].toReversed().join(""))}%`;
  const code = `${literal(search.trim().toUpperCase())}%`;
  return sql`(plate LIKE ${begin} OR reverse(plate) LIKE ${end} OR code LIKE ${code}
    OR (containers <> '{}' AND containers @> ARRAY[${plain}]))`;
}

/** Ids of the trucks in one queue that a search finds, however many trips that are over it finds besides. */
export async function searchWaiting(
  db: Db,
  { route, direction }: { route: string; direction: Direction },
  search: string,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM gate_trip
    WHERE ${matches(search)} AND route = ${route} AND direction = ${direction} AND state = 'holding'`.execute(
    db,
  );
  return rows.map((row) => row.id);
}

export type TripFilter = {
  search: string | undefined;
  state: TripState | undefined;
  route: string | undefined;
  direction: Direction | undefined;
  changed: { from: Date; to: Date } | undefined;
  /** These ids alone. */
  trips: string[] | undefined;
  /** Rows that the reader may see: of this declarant or filed by it for another, or on these routes; all when both are undefined. */
  declarant: string | undefined;
  routes: string[] | undefined;
};

function where(filter: TripFilter): RawBuilder<boolean> {
  const parts: RawBuilder<boolean>[] = [sql`true`];
  if (filter.search !== undefined) parts.push(matches(filter.search));
  if (filter.state !== undefined) parts.push(sql`state = ${filter.state}`);
  if (filter.trips !== undefined) parts.push(sql`id = ANY (${filter.trips}::uuid[])`);
  if (filter.route !== undefined) parts.push(sql`route = ${filter.route}`);
  if (filter.direction !== undefined) parts.push(sql`direction = ${filter.direction}`);
  if (filter.declarant !== undefined)
    parts.push(sql`(declarant = ${filter.declarant} OR filed_by = ${filter.declarant})`);
  if (filter.routes !== undefined) parts.push(sql`route = ANY (${filter.routes}::text[])`);
  if (filter.changed !== undefined) {
    parts.push(sql`state_since >= ${filter.changed.from} AND state_since < ${filter.changed.to}`);
  }
  return sql`${sql.join(parts, sql` AND `)}`;
}

/** A page of ids, newest change first, with the number of all that match. */
export type TripPage = { ids: { id: string; at: Date }[]; total: number };

/** `limit` null: all of them. */
export async function selectTripPage(
  db: Db,
  filter: TripFilter,
  after: { at: string; id: string } | null,
  limit: number | null,
): Promise<TripPage> {
  const from = after === null ? sql`true` : sql`(at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`;
  // What a search finds lies on as many pages as it has trips, so it is read once; a list of all follows its index instead.
  const kept = filter.search === undefined ? sql`NOT MATERIALIZED` : sql`MATERIALIZED`;
  // One line even when nothing matches, so that the number of all comes with the page.
  const { rows } = await sql<{ id: string | null; at: Date; total: number }>`
    WITH matching AS ${kept} (SELECT id, state_since AS at FROM gate_trip WHERE ${where(filter)})
    SELECT page.id, page.at, counted.total
    FROM (SELECT count(*) AS total FROM matching) AS counted
    LEFT JOIN (
      SELECT id, at FROM matching WHERE ${from} ORDER BY at DESC, id DESC LIMIT ${limit}) AS page ON true
    ORDER BY page.at DESC, page.id DESC`.execute(db);
  const ids = rows.flatMap(({ id, at }) => (id === null ? [] : [{ id, at }]));
  return { ids, total: rows[0]?.total ?? 0 };
}

/** Every trip that is not over, with in whose name it was declared and who filed it for them. */
export async function selectOpenDeclarants(
  db: Db,
): Promise<{ id: string; declarant: string; by: string | null }[]> {
  const { rows } = await sql<{ id: string; declarant: string; by: string | null }>`
    SELECT id, declarant, filed_by AS by FROM gate_trip WHERE ended_at IS NULL`.execute(db);
  return rows;
}
