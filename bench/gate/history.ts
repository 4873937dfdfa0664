import type { Database, Db } from "@moc/server/platform/database/handle.ts";
import { sealNext } from "@moc/server/platform/events/seal.ts";
import { sql } from "kysely";
import { copiesOf, type KeptCommand, type KeptEvent, type Sample } from "./copies.ts";

/** Where the log ends: what is played later stands after it. */
export type Mark = { seq: number; at: Date };

/** The end of the log before a sample is played. */
export async function markOf(db: Db): Promise<Mark> {
  const { rows } = await sql<Mark>`
    SELECT (SELECT coalesce(max(seq), 0) FROM event) AS seq, (SELECT zone_time FROM zone) AS at`.execute(db);
  const [mark] = rows;
  if (mark === undefined) throw new Error("a zone without time");
  return mark;
}

/** What was played since the mark. `trucks`: how many numbers of trucks that used. */
export async function readSample(db: Db, { seq, at }: Mark, trucks: number): Promise<Sample> {
  const events = await sql<KeptEvent>`
    SELECT kind, subject, actor_id, actor_kind, actor_role, organisation, simulated, occurred_at, recorded_at,
      data::text AS data
    FROM event WHERE seq > ${seq} AND kind LIKE 'gate.%' ORDER BY seq`.execute(db);
  const subjects = [...new Set(events.rows.map((event) => event.subject))];
  const commands = await sql<KeptCommand>`
    SELECT c.id, c.actor_id, c.digest, c.result::text AS result, c.recorded_at FROM command c
    WHERE c.recorded_at > ${at} AND c.actor_id = ANY (
      SELECT actor_id FROM event WHERE subject = ANY (${subjects}::uuid[])) ORDER BY c.recorded_at`.execute(
    db,
  );
  const { at: end } = await markOf(db);
  return { events: events.rows, commands: commands.rows, every: end.getTime() - at.getTime(), trucks };
}

async function store(
  database: Database,
  { events, commands }: Pick<Sample, "events" | "commands">,
): Promise<void> {
  const column = <Key extends keyof KeptEvent>(key: Key) => events.map((event) => event[key]);
  const of = <Key extends keyof KeptCommand>(key: Key) => commands.map((command) => command[key]);
  await database.transaction(async (tx) => {
    await sql`
      INSERT INTO command (id, actor_id, digest, result, recorded_at)
      SELECT * FROM unnest(${of("id")}::uuid[], ${of("actor_id")}::uuid[], ${of("digest")}::bytea[],
        ${of("result")}::jsonb[], ${of("recorded_at")}::timestamptz[])`.execute(tx);
    await sql`
      INSERT INTO event (kind, subject, actor_id, actor_kind, actor_role, organisation, simulated, occurred_at,
        recorded_at, data)
      SELECT kind, subject, actor_id, actor_kind, actor_role, organisation, simulated, occurred_at, recorded_at, data
      FROM unnest(${column("kind")}::text[], ${column("subject")}::uuid[], ${column("actor_id")}::uuid[],
        ${column("actor_kind")}::text[], ${column("actor_role")}::text[], ${column("organisation")}::text[],
        ${column("simulated")}::boolean[], ${column("occurred_at")}::timestamptz[],
        ${column("recorded_at")}::timestamptz[], ${column("data")}::jsonb[]) WITH ORDINALITY
        AS new (kind, subject, actor_id, actor_kind, actor_role, organisation, simulated, occurred_at, recorded_at,
          data, place)
      ORDER BY place`.execute(tx);
  });
}

/** Seals all that is committed, a page at a time. */
export async function sealAll(database: Database): Promise<void> {
  const page = 10_000;
  for (let sealed = page; sealed === page; ) {
    sealed = (await database.transaction((tx) => sealNext(tx, page))).length;
  }
}

/** Facts: some 1,850 vehicles on an ordinary January day. */
const tripsADay = 1_850;

/**
 * Repeats a sample `copies` times in log and command register, one after the other at the facts' trips a day, and moves
 * zone time past the last. The read models are left to a rebuild. @returns how many events were written
 */
export async function repeat(
  database: Database,
  sample: Sample,
  copies: number,
  onCopy: (k: number) => void = () => undefined,
): Promise<number> {
  const trips = new Set(sample.events.map((event) => event.subject)).size;
  const every = Math.max(sample.every, Math.ceil((trips / tripsADay) * 86_400_000));
  const copyOf = copiesOf({ ...sample, every });
  for (let k = 1; k <= copies; k += 1) {
    await store(database, copyOf(k));
    onCopy(k);
  }
  await sql`UPDATE zone SET zone_time = zone_time + make_interval(secs => ${(copies * every) / 1000})`.execute(
    database.db,
  );
  return copies * sample.events.length;
}
