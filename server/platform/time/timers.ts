import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Database, Db, Tx } from "../database/handle.ts";

/** What happens when a timer of one kind falls due. Runs in the transaction that takes the timer away. */
export type TimerHandler = (tx: Tx, subject: string, dueAt: Date) => Promise<void>;

/** Sets the subject's timer of this kind to zone time `dueAt`; an earlier one of the same kind gives way. */
export async function setTimer(tx: Tx, kind: string, subject: string, dueAt: Date): Promise<void> {
  await tx
    .insertInto("timer")
    .values({ id: randomUUID(), kind, subject, due_at: dueAt })
    .onConflict((conflict) => conflict.columns(["subject", "kind"]).doUpdateSet({ due_at: dueAt }))
    .execute();
}

/** Sets the subject's timer of this kind unless one is set, due or not. */
export async function setTimerOnce(tx: Tx, kind: string, subject: string, dueAt: Date): Promise<void> {
  await tx
    .insertInto("timer")
    .values({ id: randomUUID(), kind, subject, due_at: dueAt })
    .onConflict((conflict) => conflict.columns(["subject", "kind"]).doNothing())
    .execute();
}

/** Sets many timers in one statement, as `setTimer` sets one. */
export async function setTimers(
  tx: Tx,
  timers: readonly { kind: string; subject: string; dueAt: Date }[],
): Promise<void> {
  if (timers.length === 0) return;
  await tx
    .insertInto("timer")
    .values(timers.map(({ kind, subject, dueAt }) => ({ id: randomUUID(), kind, subject, due_at: dueAt })))
    .onConflict((conflict) =>
      conflict.columns(["subject", "kind"]).doUpdateSet(({ ref }) => ({ due_at: ref("excluded.due_at") })),
    )
    .execute();
}

/** When the subject's timer of this kind falls due; null: none is set. */
export async function timerDue(db: Db | Tx, kind: string, subject: string): Promise<Date | null> {
  const row = await db
    .selectFrom("timer")
    .select("due_at")
    .where("kind", "=", kind)
    .where("subject", "=", subject)
    .executeTakeFirst();
  return row?.due_at ?? null;
}

type Due = { id: string; kind: string; subject: string; due_at: Date };

/**
 * Runs every timer due at `now`, oldest first, each in a transaction of its own. A handler that fails leaves its timer
 * for the next tick and stops none of the others. @returns how many ran.
 */
export async function runDueTimers(
  database: Database,
  handlers: Map<string, TimerHandler>,
  now: Date,
  onError: (error: unknown) => void,
): Promise<number> {
  const failed: string[] = [];
  let ran = 0;
  for (;;) {
    let taken: Due | undefined;
    try {
      await database.transaction(async (tx) => {
        taken = await takeDue(tx, [...handlers.keys()], now, failed);
        if (taken !== undefined) await handlers.get(taken.kind)?.(tx, taken.subject, taken.due_at);
      });
      if (taken === undefined) return ran;
      ran += 1;
    } catch (error) {
      onError(error);
      if (taken === undefined) return ran;
      failed.push(taken.id);
    }
  }
}

async function takeDue(tx: Tx, kinds: string[], now: Date, failed: string[]): Promise<Due | undefined> {
  const taken = await sql<Due>`
    DELETE FROM timer WHERE id = (
      SELECT id FROM timer
      WHERE due_at <= ${now} AND kind = ANY (${kinds}::text[]) AND NOT (id = ANY (${failed}::uuid[]))
      ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id, kind, subject, due_at`.execute(tx);
  return taken.rows[0];
}
