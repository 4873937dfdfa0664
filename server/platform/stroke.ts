import type { Database } from "./database/handle.ts";
import type { NewEvent } from "./events/append.ts";
import type { LogFollower } from "./events/follow.ts";
import type { Command } from "./once.ts";
import { type StrokePartSql, type StrokeRow, strokeStatement } from "./stroke-statement.ts";

/** A command that was decided by what this process remembers, with what happened and what follows of it for the state. */
export type Stroke<State> = { command: Command; at: Date; events: readonly NewEvent[]; state: State };

/** The room's own part of the statement. */
export type StrokePart<State> = StrokePartSql & { rowOf: (state: State) => StrokeRow };

/**
 * Stores a decided command: its state, its events and itself in one statement, so in one round trip. Undefined when
 * nothing was stored, because the state was not the remembered one, the command was given before, or the database
 * refused: then the command goes the way of `once`, which knows why.
 * @returns the transaction that wrote it
 */
export type Strokes<State> = (stroke: Stroke<State>) => Promise<string | undefined>;

export type Gathering = {
  /** So many commands may be on their way, each in a statement of its own; of more, those that wait share. */
  alone: number;
  /** Most commands of one shared statement. */
  most: number;
  /** Shared statements in flight at once. */
  lanes: number;
};

// While the database stores one that is shared, this process readies the other.
const usual: Gathering = { alone: 16, most: 200, lanes: 2 };

type Parts = {
  database: Database;
  follower: Pick<LogFollower, "wake">;
  digestOf: (command: Command) => Buffer;
};

type Waiting<State> = { stroke: Stroke<State>; settle: (writer: string | undefined) => void };

/**
 * Sends a few commands each by itself, so that none waits for another. When more are on their way than may be so, gathers
 * what arrives at one moment or while statements are in flight into the next ones, until none is shared any more; nothing
 * waits for a timer. A shared statement that fails is taken apart and each of its commands tried alone.
 */
export function gatherStrokes<State>(
  parts: Parts,
  own: StrokePart<State>,
  { alone, most, lanes }: Gathering = usual,
): Strokes<State> {
  const { database, follower } = parts;
  const waiting: Waiting<State>[] = [];
  const statement = strokeStatement(own);
  let flyingAlone = 0;
  let flying = 0;
  let leaving = false;

  async function send(strokes: readonly Stroke<State>[]): Promise<Map<string, string>> {
    const { text, values } = statement(
      strokes.map((stroke) => ({ ...own.rowOf(stroke.state), ...rowOf(parts, stroke) })),
    );
    const rows = await database.alone<Wrote>(text, values);
    return new Map(rows.map(({ command, wrote }) => [command, wrote]));
  }

  async function flyAlone({ stroke, settle }: Waiting<State>): Promise<void> {
    flyingAlone += 1;
    const stored = await send([stroke]).catch(() => undefined);
    settle(stored?.get(stroke.command.input.command));
    flyingAlone -= 1;
    follower.wake();
    if (waiting.length > 0) leaveSoon();
  }

  async function fly(batch: readonly Waiting<State>[]): Promise<void> {
    flying += 1;
    const stored = await send(batch.map(({ stroke }) => stroke)).catch(() => undefined);
    if (stored === undefined && batch.length > 1) for (const one of batch) await flyAlone(one);
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
      if (flying === 0 && flyingAlone + waiting.length <= alone) {
        for (const one of waiting.splice(0)) void flyAlone(one);
        return;
      }
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

type Wrote = { command: string; wrote: string };

/** What the register and the log take of one command. */
function rowOf({ digestOf }: Parts, { command, at, events }: Stroke<unknown>): StrokeRow {
  const { actor, role, input } = command;
  return {
    command: input.command,
    digest: digestOf(command).toString("hex"),
    at: at.toISOString(),
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
