import type { TokenState } from "@moc/contract/identity/token.ts";
import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database/handle.ts";

export type StoredToken = {
  id: string;
  name: string;
  digest: Buffer;
  roles: string[];
  organisation: string | null;
  scopes: string[];
  simulated: boolean;
  made_at: Date;
  ends_at: Date;
  revoked_at: Date | null;
  used_at: Date | null;
};

export async function insertToken(tx: Tx, token: Omit<StoredToken, "revoked_at" | "used_at">): Promise<void> {
  await tx.insertInto("identity_token").values(token).execute();
}

export function findToken(db: Db, id: string): Promise<StoredToken | undefined> {
  return db.selectFrom("identity_token").selectAll().where("id", "=", id).executeTakeFirst();
}

export async function touchToken(db: Db, id: string, now: Date): Promise<void> {
  await db.updateTable("identity_token").set({ used_at: now }).where("id", "=", id).execute();
}

export async function endToken(tx: Tx, id: string, revokedAt: Date): Promise<void> {
  await tx
    .updateTable("identity_token")
    .set({ revoked_at: revokedAt })
    .where("id", "=", id)
    .where("revoked_at", "is", null)
    .execute();
}

/** Ends every token of the simulated field. @returns the ids of those that ended now. */
export async function endSimulatedTokens(tx: Tx, revokedAt: Date): Promise<string[]> {
  const ended = await tx
    .updateTable("identity_token")
    .set({ revoked_at: revokedAt })
    .where("simulated", "=", true)
    .where("revoked_at", "is", null)
    .returning("id")
    .execute();
  return ended.map((row) => row.id);
}

export type TokenFilter = {
  organisation: string | null;
  /** Those alone that are valid, or have ended, at an instant. */
  state?: { is: TokenState; at: Date };
  after: { at: Date; id: string } | null;
  limit: number;
};

/** A page of tokens, newest first, and how many there are in all. */
export async function selectTokens(
  db: Db,
  { organisation, state, after, limit }: TokenFilter,
): Promise<{ rows: StoredToken[]; total: number }> {
  const holds = sql`revoked_at IS NULL AND ends_at > ${state?.at ?? null}::timestamptz`;
  const mine = sql<boolean>`(${organisation}::text IS NULL OR organisation = ${organisation})
    AND (${state === undefined} OR (${holds}) = ${state?.is === "valid"})`;
  const rows = await db
    .selectFrom("identity_token")
    .selectAll()
    .where(mine)
    .where(sql<boolean>`(${after?.at ?? null}::timestamptz IS NULL
      OR (made_at, id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))`)
    .orderBy("made_at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  const { total } = await db
    .selectFrom("identity_token")
    .select(({ fn }) => fn.countAll<number>().as("total"))
    .where(mine)
    .executeTakeFirstOrThrow();
  return { rows, total };
}

export type StoredLink = {
  id: string;
  digest: Buffer;
  trip: string;
  organisation: string | null;
  simulated: boolean;
  made_at: Date;
  ends_at: Date;
  revoked_at: Date | null;
};

export async function insertLink(tx: Tx, link: Omit<StoredLink, "revoked_at">): Promise<void> {
  await tx.insertInto("identity_driver_link").values(link).execute();
}

/** A driver's link that holds at `now` (zone time). */
export function findLink(db: Db, digest: Buffer, now: Date): Promise<StoredLink | undefined> {
  return db
    .selectFrom("identity_driver_link")
    .selectAll()
    .where("digest", "=", digest)
    .where("ends_at", ">", now)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
}

/** A driver's link that was ended before its time. */
export function findEndedLink(db: Db, digest: Buffer): Promise<StoredLink | undefined> {
  return db
    .selectFrom("identity_driver_link")
    .selectAll()
    .where("digest", "=", digest)
    .where("revoked_at", "is not", null)
    .executeTakeFirst();
}

/** Ends every link of a trip. @returns the ids of those that ended now. */
export async function endLinks(tx: Tx, trip: string, revokedAt: Date): Promise<string[]> {
  const ended = await tx
    .updateTable("identity_driver_link")
    .set({ revoked_at: revokedAt })
    .where("trip", "=", trip)
    .where("revoked_at", "is", null)
    .where("ends_at", ">", revokedAt)
    .returning("id")
    .execute();
  return ended.map((row) => row.id);
}
