import { type RawBuilder, sql } from "kysely";
import type { Database } from "./database/handle.ts";
import type { NewEvent } from "./events/append.ts";
import type { LogFollower } from "./events/follow.ts";
import type { Command } from "./once.ts";

/** A command that was decided by what this process remembers, with what happened and the state that follows. */
export type Stroke<State> = { command: Command; at: Date; events: readonly NewEvent[]; state: State };

/** What the room's own part of the statement gives back: a command whose state it stored, and the transaction that did. */
export type Stored = { command: string; writer: string };

/**
 * Stores a decided command: its state, its events and itself in one statement, so in one round trip. Undefined when
 * nothing was stored, because the state was not the remembered one, the command was given before, or the database
 * refused: then the command goes the way of `once`, which knows why.
 * @returns the transaction that wrote it
 */
export type Strokes<State> = (stroke: Stroke<State>) => Promise<string | undefined>;

export type Gathering = {
  /** Most commands of one statement. */
  most: number;
  /** Statements in flight at once. */
  lanes: number;
};

// While the database stores one, this process readies the other.
const usual: Gathering = { most: 200, lanes: 2 };

type Parts = {
  database: Database;
  follower: Pick<LogFollower, "wake">;
  digestOf: (command: Command) => Buffer;
};

type Waiting<State> = { stroke: Stroke<State>; settle: (writer: string | undefined) => void };

/**
 * Gathers what arrives while statements are in flight into the next one; without any, a command goes at once and
 * alone. A statement that fails is taken apart and each of its commands tried alone.
 */
export function gatherStrokes<State>(
  parts: Parts,
  write: (strokes: readonly Stroke<State>[]) => RawBuilder<Stored>,
  { most, lanes }: Gathering = usual,
): Strokes<State> {
  const { database, follower } = parts;
  const waiting: Waiting<State>[] = [];
  let flying = 0;

  async function send(strokes: readonly Stroke<State>[]): Promise<Map<string, string>> {
    const { rows } = await statement(parts, strokes, write(strokes)).execute(database.db);
    return new Map(rows.map(({ command, writer }) => [command, writer]));
  }

  async function sendAlone({ stroke, settle }: Waiting<State>): Promise<void> {
    const stored = await send([stroke]).catch(() => undefined);
    settle(stored?.get(stroke.command.input.command));
  }

  async function fly(): Promise<void> {
    flying += 1;
    while (waiting.length > 0) {
      const batch = waiting.splice(0, most);
      const stored = await send(batch.map(({ stroke }) => stroke)).catch(() => undefined);
      if (stored === undefined && batch.length > 1) for (const one of batch) await sendAlone(one);
      else for (const { stroke, settle } of batch) settle(stored?.get(stroke.command.input.command));
      follower.wake();
    }
    flying -= 1;
  }

  return (stroke) => {
    if (!database.hasRoom()) return Promise.resolve(undefined);
    return new Promise((settle) => {
      waiting.push({ stroke, settle });
      if (flying < lanes) void fly();
    });
  };
}

/** Commands and events follow those rows alone whose state was stored. */
function statement<State>(
  { digestOf }: Parts,
  strokes: readonly Stroke<State>[],
  write: RawBuilder<Stored>,
): RawBuilder<Stored> {
  const commands = strokes.map(({ command, at }) => ({
    command: command.input.command,
    actor: command.actor.id,
    digest: digestOf(command).toString("hex"),
    at,
  }));
  const events = strokes.flatMap(({ command: { actor, role, input }, at, events: told }) =>
    told.map(({ kind, subject, data, occurredAt = at }) => ({
      command: input.command,
      kind,
      subject,
      data,
      occurred: occurredAt,
      recorded: at,
      actor: actor.id,
      actor_kind: actor.kind,
      role,
      organisation: actor.organisation,
      simulated: actor.simulated,
    })),
  );
  return sql<Stored>`
    WITH stored AS (${write}), commands AS (
      INSERT INTO command (id, actor_id, digest, result, recorded_at)
      SELECT c.command, c.actor, decode(c.digest, 'hex'), '[{}]', c.at
      FROM jsonb_to_recordset(${JSON.stringify(commands)}::jsonb)
        AS c (command uuid, actor uuid, digest text, at timestamptz)
      JOIN stored USING (command)), told AS (
      INSERT INTO event (kind, subject, data, occurred_at, recorded_at, actor_id, actor_kind, actor_role, organisation,
        simulated)
      SELECT e.kind, e.subject, e.data, least(e.occurred, e.recorded), e.recorded, e.actor, e.actor_kind, e.role,
        e.organisation, e.simulated
      FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(events)}::jsonb) AS (command uuid, kind text, subject uuid,
        data jsonb, occurred timestamptz, recorded timestamptz, actor uuid, actor_kind text, role text,
        organisation text, simulated boolean)) WITH ORDINALITY AS e (command, kind, subject, data, occurred, recorded,
        actor, actor_kind, role, organisation, simulated, place)
      JOIN stored USING (command) ORDER BY e.place)
    SELECT command, writer FROM stored`;
}
