import { CompiledQuery } from "kysely";
import type { Database } from "./database/handle.ts";
import type { NewEvent } from "./events/append.ts";
import type { LogFollower } from "./events/follow.ts";
import type { Command } from "./once.ts";

/** A command that was decided by what this process remembers, with what happened and what follows of it for the state. */
export type Stroke<State> = { command: Command; at: Date; events: readonly NewEvent[]; state: State };

/** The room's own part of the statement. */
export type StrokePart<State> = {
  /** What it needs of each command, with types, as in a column list: `trip uuid, writer text`. */
  columns: string;
  rowOf: (state: State) => Record<string, unknown>;
  /**
   * Changes the rows that still stand as remembered, `FROM given`, which has those columns for every command, and ends in
   * `RETURNING given.*` with the transaction as the text `wrote`.
   */
  update: string;
};

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
 * Gathers what arrives at one moment or while statements are in flight into the next ones; nothing waits for a timer. A
 * statement that fails is taken apart and each of its commands tried alone.
 */
export function gatherStrokes<State>(
  parts: Parts,
  own: StrokePart<State>,
  { most, lanes }: Gathering = usual,
): Strokes<State> {
  const { database, follower } = parts;
  const waiting: Waiting<State>[] = [];
  const statement = statementWith(own);
  let flying = 0;
  let leaving = false;

  async function send(strokes: readonly Stroke<State>[]): Promise<Map<string, string>> {
    const given = strokes.map((stroke) => ({ ...own.rowOf(stroke.state), ...rowOf(parts, stroke) }));
    const query = CompiledQuery.raw(statement, [JSON.stringify(given)]);
    const { rows } = await database.db.executeQuery<{ command: string; wrote: string }>(query);
    return new Map(rows.map(({ command, wrote }) => [command, wrote]));
  }

  async function sendAlone({ stroke, settle }: Waiting<State>): Promise<void> {
    const stored = await send([stroke]).catch(() => undefined);
    settle(stored?.get(stroke.command.input.command));
  }

  async function fly(batch: readonly Waiting<State>[]): Promise<void> {
    flying += 1;
    const stored = await send(batch.map(({ stroke }) => stroke)).catch(() => undefined);
    if (stored === undefined && batch.length > 1) for (const one of batch) await sendAlone(one);
    else for (const { stroke, settle } of batch) settle(stored?.get(stroke.command.input.command));
    flying -= 1;
    follower.wake();
    if (waiting.length > 0) leaveSoon();
  }

  // What comes from one event, an answer of the database above all, leaves together, over all lanes that are free.
  function leaveSoon(): void {
    if (leaving || flying === lanes) return;
    leaving = true;
    setImmediate(() => {
      leaving = false;
      const share = Math.min(most, Math.ceil(waiting.length / (lanes - flying)));
      while (waiting.length > 0 && flying < lanes) void fly(waiting.splice(0, share));
    });
  }

  return (stroke) => {
    if (!database.hasRoom()) return Promise.resolve(undefined);
    return new Promise((settle) => {
      waiting.push({ stroke, settle });
      leaveSoon();
    });
  };
}

/** What the register and the log take of one command. */
function rowOf({ digestOf }: Parts, { command, at, events }: Stroke<unknown>): Record<string, unknown> {
  const { actor, role, input } = command;
  return {
    command: input.command,
    digest: digestOf(command).toString("hex"),
    at,
    actor: actor.id,
    actor_kind: actor.kind,
    role,
    organisation: actor.organisation,
    simulated: actor.simulated,
    events: events.map(({ kind, subject, data, occurredAt: occurred = at }) => ({
      kind,
      subject,
      data,
      occurred,
    })),
  };
}

/** Commands and events follow those rows alone whose state was stored. */
function statementWith({ columns, update }: Pick<StrokePart<never>, "columns" | "update">): string {
  const names = (list: string) => list.replaceAll(/(\w+) \w+/g, "$1");
  const common = `command uuid, digest text, at timestamptz, actor uuid, actor_kind text, role text, organisation text,
    simulated boolean, events jsonb`;
  return `
    WITH given AS (
      SELECT * FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (${common}, ${columns}))
        WITH ORDINALITY AS given (${names(common)}, ${names(columns)}, place)),
    stored AS (${update}),
    commands AS (
      INSERT INTO command (id, actor_id, digest, result, recorded_at)
      SELECT command, actor, decode(digest, 'hex'), '[{}]', at FROM stored),
    told AS (
      INSERT INTO event (kind, subject, data, occurred_at, recorded_at, actor_id, actor_kind, actor_role, organisation,
        simulated)
      SELECT e.kind, e.subject, e.data, least(e.occurred, s.at), s.at, s.actor, s.actor_kind, s.role, s.organisation,
        s.simulated
      FROM stored s, ROWS FROM (jsonb_to_recordset(s.events) AS (kind text, subject uuid, data jsonb,
        occurred timestamptz)) WITH ORDINALITY AS e (kind, subject, data, occurred, place)
      ORDER BY s.place, e.place)
    SELECT command, wrote FROM stored`;
}
