import type { Database } from "../database/handle.ts";
import type { Verdict } from "../events/verify.ts";

/** What was found when a task of upkeep was last done. */
type Outcomes = {
  backup: { file: string; rows: number };
  verify: Pick<Verdict, "ok" | "checked" | "fault">;
};

/** The last time of a task, machine time, and what came of it. */
type Done<Task extends keyof Outcomes> = { doneAt: Date; outcome: Outcomes[Task] };

/** Per task when it was last done; a task that never was is missing. */
export type Upkeep = { [Task in keyof Outcomes]?: Done<Task> };

/** Remembers that a task was done now. */
export async function keepUpkeep<Task extends keyof Outcomes>(
  { db }: Database,
  task: Task,
  outcome: Outcomes[Task],
): Promise<void> {
  const row = { done_at: new Date(), outcome: JSON.stringify(outcome) };
  await db
    .insertInto("upkeep")
    .values({ task, ...row })
    .onConflict((conflict) => conflict.column("task").doUpdateSet(row))
    .execute();
}

export async function readUpkeep({ db }: Database): Promise<Upkeep> {
  const rows = await db.selectFrom("upkeep").selectAll().execute();
  const done = rows.map((row) => [row.task, { doneAt: row.done_at, outcome: row.outcome }] as const);
  return Object.fromEntries(done) as Upkeep; // as: the outcomes were written by keepUpkeep alone
}
