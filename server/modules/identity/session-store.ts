import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database/handle.ts";

export type SessionAccount = {
  id: string;
  roles: string[];
  organisation: string | null;
  language: string;
  seen_at: Date;
};

/** The open account behind a session that has not ended, in one statement. */
export async function findSession(
  db: Db,
  digest: Buffer,
  now: Date,
  idleSince: Date,
): Promise<SessionAccount | undefined> {
  const { rows } = await sql<SessionAccount>`
    SELECT account.id, account.roles, account.organisation, account.language, session.seen_at
    FROM identity_session session JOIN identity_account account ON account.id = session.account
    WHERE session.digest = ${digest} AND session.ends_at > ${now} AND session.seen_at > ${idleSince}
      AND NOT account.disabled`.execute(db);
  return rows[0];
}

export async function touchSession(db: Db, digest: Buffer, now: Date): Promise<void> {
  await db.updateTable("identity_session").set({ seen_at: now }).where("digest", "=", digest).execute();
}

/** Opens a session and takes away those that have ended. */
export async function insertSession(
  tx: Tx,
  session: {
    digest: Buffer;
    account: string;
    made_at: Date;
    seen_at: Date;
    ends_at: Date;
    directory: boolean;
  },
): Promise<void> {
  await tx.deleteFrom("identity_session").where("ends_at", "<=", session.made_at).execute();
  await tx.insertInto("identity_session").values(session).execute();
}

/** @returns the account whose session ended and whether the directory had opened it; undefined when there was none. */
export function deleteSession(
  tx: Tx,
  digest: Buffer,
): Promise<{ account: string; directory: boolean } | undefined> {
  return tx
    .deleteFrom("identity_session")
    .where("digest", "=", digest)
    .returning(["account", "directory"])
    .executeTakeFirst();
}

/** Ends all sessions of an account but the given one. */
export async function deleteSessions(tx: Tx, account: string, except: Buffer | null): Promise<void> {
  await sql`DELETE FROM identity_session
    WHERE account = ${account} AND (${except}::bytea IS NULL OR digest <> ${except})`.execute(tx);
}

export type Attempts = { failures: number; last_at: Date };

/**
 * Counts one attempt against each digest and forgets counts older than `forgetBefore`. Counted before the password is
 * looked at, so that many at once cannot slip through. @returns the counts as they were before.
 */
export async function countAttempts(
  tx: Tx,
  digests: readonly Buffer[],
  now: Date,
  forgetBefore: Date,
): Promise<(Attempts | undefined)[]> {
  await tx.deleteFrom("identity_attempt").where("last_at", "<", forgetBefore).execute();
  // Locked in one order by everybody, so that two sign-ins cannot wait for each other; written before it is read, so
  // that of many first attempts at once each sees the ones before it.
  const ordered = digests.toSorted((a, b) => Buffer.compare(a, b));
  const { rows } = await sql<Attempts & { digest: Buffer }>`
    INSERT INTO identity_attempt (digest, failures, last_at)
    SELECT digest, 1, ${now} FROM unnest(${ordered}::bytea[]) AS new (digest) ORDER BY digest
    ON CONFLICT (digest) DO UPDATE SET failures = identity_attempt.failures + 1
    RETURNING digest, failures - 1 AS failures, last_at`.execute(tx);
  await sql`UPDATE identity_attempt SET last_at = ${now} WHERE digest = ANY (${ordered}::bytea[])`.execute(
    tx,
  );
  return digests.map((digest) => rows.find((row) => row.digest.equals(digest)));
}

/** Takes back one attempt that turned out to be right, or was not looked at. */
export async function uncountAttempts(tx: Tx, digests: readonly Buffer[]): Promise<void> {
  await sql`UPDATE identity_attempt SET failures = greatest(failures - 1, 0)
    WHERE digest = ANY (${[...digests]}::bytea[])`.execute(tx);
}

export async function forgetAttempts(tx: Tx, digests: readonly Buffer[]): Promise<void> {
  await sql`DELETE FROM identity_attempt WHERE digest = ANY (${[...digests]}::bytea[])`.execute(tx);
}
