import type { Db, Tx } from "../../platform/database/handle.ts";

export type StoredFactor = {
  account: string;
  sealed: Buffer;
  begun_at: Date;
  confirmed_at: Date | null;
  last_step: number | null;
};

/** The factor of an account, locked until the transaction ends. */
export function lockFactor(tx: Tx, account: string): Promise<StoredFactor | undefined> {
  return tx
    .selectFrom("identity_second_factor")
    .selectAll()
    .where("account", "=", account)
    .forUpdate()
    .executeTakeFirst();
}

/** Those of the accounts that are asked for a second factor. */
export async function withFactor(db: Db | Tx, accounts: readonly string[]): Promise<ReadonlySet<string>> {
  if (accounts.length === 0) return new Set();
  const rows = await db
    .selectFrom("identity_second_factor")
    .select("account")
    .where("account", "in", accounts)
    .where("confirmed_at", "is not", null)
    .execute();
  return new Set(rows.map((row) => row.account));
}

/** Begins anew: a factor that was never confirmed gives way. */
export async function saveFactor(tx: Tx, factor: StoredFactor): Promise<void> {
  const { account: _, ...fields } = factor;
  await tx
    .insertInto("identity_second_factor")
    .values(factor)
    .onConflict((conflict) => conflict.column("account").doUpdateSet(fields))
    .execute();
}

export async function insertRecoveryCodes(
  tx: Tx,
  account: string,
  digests: readonly Buffer[],
): Promise<void> {
  await tx
    .insertInto("identity_recovery_code")
    .values(digests.map((digest) => ({ account, digest })))
    .execute();
}

/** Uses a code up. @returns whether there was such a one. */
export async function takeRecoveryCode(tx: Tx, account: string, digest: Buffer): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("identity_recovery_code")
    .where("account", "=", account)
    .where("digest", "=", digest)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Removes the factor with its codes. @returns whether there was one. */
export async function deleteFactor(tx: Tx, account: string): Promise<boolean> {
  await tx.deleteFrom("identity_recovery_code").where("account", "=", account).execute();
  const { numDeletedRows } = await tx
    .deleteFrom("identity_second_factor")
    .where("account", "=", account)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
