import { randomUUID } from "node:crypto";
import { systemActor } from "@moc/contract/values/actor.ts";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "../../test/world/test-database.ts";
import { makeDigest } from "./once.ts";
import { gatherStrokes, type Stroke, type StrokePart } from "./stroke.ts";

/** A state of its own for the tests: how far a subscriber has come, and which transaction wrote that. */
type State = { name: string; position: number; writer: string };

let world: TestDatabase;
let sizes: number[] = [];
let answers: (() => void)[] = [];
beforeAll(async () => {
  world = await openTestDatabase();
});
afterAll(() => world.close());

const part: StrokePart<State> = {
  columns: "name text, position bigint, writer text",
  rowOf: (state) => ({ ...state }),
  update: `
    UPDATE subscriber s SET position = given.position FROM given WHERE s.name = given.name AND s.xmin::text = given.writer
    RETURNING given.*, s.xmin::text AS wrote`,
};

/** The database, which notes how many commands each statement brings; `held`: it is asked to answer each by `answers`. */
function counted(held: boolean): TestDatabase["database"] {
  const { database } = world;
  answers = [];
  return {
    ...database,
    alone(text, values) {
      const [only] = values;
      sizes.push(values.length === 1 ? JSON.parse(String(only)).length : 1);
      return held ? new Promise((resolve) => answers.push(() => resolve([]))) : database.alone(text, values);
    },
  };
}

function strokes({ alone = 0, lanes = 1, held = false } = {}) {
  sizes = [];
  const parts = {
    database: counted(held),
    follower: { wake: () => undefined },
    digestOf: makeDigest("a secret of the tests, 32 characters or more"),
  };
  return gatherStrokes<State>(parts, part, { alone, most: 200, lanes });
}

async function made(name: string): Promise<State> {
  await sql`INSERT INTO subscriber (name, position) VALUES (${name}, 0)`.execute(world.database.db);
  const { rows } = await sql<{ writer: string }>`
    SELECT xmin::text AS writer FROM subscriber WHERE name = ${name}`.execute(world.database.db);
  return { name, position: 0, writer: rows[0]?.writer ?? "" };
}

function moving(state: State, position: number, command: string = randomUUID()): Stroke<State> {
  const event = { kind: "test.moved", subject: command, data: { position } };
  const input = { command, name: state.name, position };
  return {
    command: { name: "test.move", actor: systemActor, role: null, input },
    at: new Date("2026-11-22T03:00:00Z"),
    events: [event, { ...event, kind: "test.rested" }],
    state: { ...state, position },
  };
}

/** The kinds that the log has of one command, in its order, and how often the register has it. */
async function told({ command }: Stroke<State>) {
  const id = command.input.command;
  const events = await sql<{ kind: string }>`
    SELECT kind FROM event WHERE subject = ${id} ORDER BY seq`.execute(world.database.db);
  const commands = await sql`SELECT 1 FROM command WHERE id = ${id}`.execute(world.database.db);
  return [commands.rows.length, ...events.rows.map((row) => row.kind)];
}

it("what arrives at one moment and while a statement is in flight goes together, each command with its state and its events", async () => {
  const states = await Promise.all(["a", "b", "c", "d"].map(made));
  const store = strokes();
  const sent = states.map((state) => moving(state, 7));
  const [first, ...later] = sent;
  const begun = [first, later[0]].map((one) => one && store(one));
  await new Promise(setImmediate);
  const writers = await Promise.all([...begun, ...later.slice(1).map(store)]);
  expect(sizes).toEqual([2, 2]);
  for (const one of sent) expect(await told(one)).toEqual([1, "test.moved", "test.rested"]);
  const next = states.map((state, at) => moving({ ...state, writer: writers[at] ?? "" }, 8));
  expect((await Promise.all(next.map(store))).every((writer) => writer !== undefined)).toBe(true);
});

it("a few go each by itself; of more, those that wait share, and so does what comes until none is shared", async () => {
  const names = ["e", "f", "g", "h", "i", "j"];
  const [first, second, third, fourth, fifth, last] = (await Promise.all(names.map(made))).map((state) =>
    moving(state, 7),
  );
  const store = strokes({ alone: 2 });
  const send = async (...some: (Stroke<State> | undefined)[]) =>
    Promise.all(some.flatMap((one) => (one === undefined ? [] : [store(one)])));
  const few = send(first, second);
  await new Promise(setImmediate);
  const more = send(third, fourth);
  await new Promise(setImmediate);
  const late = send(fifth);
  const writers = [...(await few), ...(await more), ...(await late)];
  await new Promise(setImmediate);
  writers.push(...(await send(last)));
  expect(writers.every((writer) => writer !== undefined)).toBe(true);
  expect(sizes).toEqual([1, 1, 2, 1, 1]);
  for (const one of [first, third, fifth, last])
    expect(one && (await told(one))).toEqual([1, "test.moved", "test.rested"]);
});

it("what comes while one is shared shares too, though those that went alone are back", async () => {
  const states = await Promise.all(["k", "l", "m", "n", "o"].map(made));
  const store = strokes({ alone: 2, lanes: 2, held: true });
  const send = async (...places: number[]) => {
    for (const at of places) void store(moving(states[at] ?? { name: "", position: 0, writer: "" }, 1));
    await new Promise(setImmediate);
  };
  await send(0, 1);
  await send(2);
  for (const answer of answers.splice(0, 2)) answer();
  await new Promise(setImmediate);
  await send(3, 4);
  for (const answer of answers) answer();
  expect(sizes).toEqual([1, 1, 1, 2]);
});

const together = "of two commands on the same remembered state one is stored, and of the other nothing is";

it.each([
  { lanes: 1, statements: [3] },
  { lanes: 3, statements: [1, 1, 1] },
  { alone: 3, lanes: 1, statements: [1, 1, 1] },
])(`${together} ($statements)`, async ({ alone = 0, lanes, statements }) => {
  const state = await made(`once in ${alone} ${lanes}`);
  const store = strokes({ alone, lanes });
  const sent = [moving(await made(`first in ${alone} ${lanes}`), 1), moving(state, 1), moving(state, 2)];
  const writers = await Promise.all(sent.map(store));
  expect(sizes).toEqual(statements);
  expect(writers.filter((writer) => writer === undefined)).toHaveLength(1);
  const lost = sent[writers.indexOf(undefined)];
  expect(lost && (await told(lost))).toEqual([0]);
  expect(await store(moving(state, 3))).toBeUndefined();
});

it("a command that was given before leaves those gathered with it unharmed", async () => {
  const store = strokes();
  const done = moving(await made("given"), 1);
  const writer = (await store(done)) ?? "";
  const again = moving({ ...done.state, writer }, 2, done.command.input.command);
  const other = moving(await made("unharmed"), 1);
  const [, repeated, stored] = await Promise.all([moving(await made("ahead"), 1), again, other].map(store));
  expect(repeated).toBeUndefined();
  expect(stored).toBeDefined();
  expect(sizes).toEqual([1, 3, 1, 1, 1]);
  expect(await told(other)).toEqual([1, "test.moved", "test.rested"]);
  const { rows } = await sql<{ position: number }>`
    SELECT position FROM subscriber WHERE name = 'given'`.execute(world.database.db);
  expect(rows).toEqual([{ position: 1 }]);
});
