import { createHmac, createSecretKey } from "node:crypto";
import type { Actor, Role } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import type { Database, Tx } from "./database/handle.ts";
import { appendEvents, type NewEvent } from "./events/append.ts";
import type { LogFollower } from "./events/follow.ts";
import { sqlState } from "./sql/sql-state.ts";
import type { Clock } from "./time/clock.ts";

/** What the work of one command has at hand: its transaction, its moment, and the way to say what happened. */
export type Work = {
  tx: Tx;
  actor: Actor;
  /** Zone time at which this command is recorded. Take it after the rows are locked. */
  now: () => Date;
  /** Says what happened; written with the command, in this order, when the work is done. */
  emit: (event: NewEvent) => void;
};

export type Command = {
  name: string;
  actor: Actor;
  role: Role | null;
  input: { command: string } & Record<string, unknown>;
};

export type Once = <Result>(command: Command, work: (work: Work) => Promise<Result>) => Promise<Result>;

/**
 * Runs each command once. `Result` is stored and given again to a repeat: keep it to ids, it must hold no personal data.
 * A repeat by the same actor with the same content changes nothing; anything else under a used id is refused without
 * saying what it was. @throws Refusal `no_room` while the disk is full.
 */
export function makeOnce(
  database: Database,
  clock: Clock,
  follower: Pick<LogFollower, "wake">,
  digestOf: (command: Command) => Buffer,
): Once {
  return async <Result>(command: Command, work: (work: Work) => Promise<Result>): Promise<Result> => {
    // Before the disk is full to the last byte: what was acknowledged must still reach it.
    if (!database.hasRoom()) throw new Refusal("no_room");
    const { actor, role, input } = command;
    const digest = digestOf(command);
    const attempt = () =>
      database.transaction(async (tx) => {
        const before = await tx
          .selectFrom("command")
          .selectAll()
          .where("id", "=", input.command)
          .executeTakeFirst();
        if (before !== undefined) {
          if (before.actor_id !== actor.id || !before.digest.equals(digest))
            throw new Refusal("command_conflict");
          return (before.result as [Result])[0]; // as: written below by the same command
        }
        const events: NewEvent[] = [];
        const result = await work({ tx, actor, now: () => clock.now(), emit: (event) => events.push(event) });
        await tx
          .insertInto("command")
          .values({
            id: input.command,
            actor_id: actor.id,
            digest,
            result: JSON.stringify([result ?? null]),
            recorded_at: clock.now(),
          })
          .execute();
        await appendEvents(tx, actor, role, clock.now(), events);
        return result;
      });
    // Two at once: the loser's work was rolled back and it now finds the winner's. A deadlock or a failed
    // serialisation left nothing behind either.
    const again = (error: unknown) => {
      if (["23505", "40001", "40P01"].includes(sqlState(error))) return attempt();
      throw error;
    };
    const result = await attempt().catch(again).catch(again);
    follower.wake();
    return result;
  };
}

/** Keyed digest of a command's name and content: no personal data can be read or guessed from it. */
export function makeDigest(secret: string): (command: Command) => Buffer {
  // As a key object: from plain bytes Node makes one anew for every digest, which takes longer than the digest.
  const key = createSecretKey(createHmac("sha256", secret).update("command digest").digest());
  return ({ name, input }) => createHmac("sha256", key).update(name).update(canonical(input)).digest();
}

/** JSON with sorted keys: equal content gives equal text. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
