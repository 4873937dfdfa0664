import { api } from "@moc/contract/api.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { isContractProcedure } from "@orpc/contract";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { inputFor } from "./any-input.ts";
import { actor, openWorld, type World } from "./open-world.ts";
import * as people from "./trips.ts";

const deep = process.env.MOC_DEEP === "1";
const seed = Number(process.env.MOC_RANDOM_SEED ?? 20_261_123);
const calls = deep ? 60_000 : 2_500;

let world: World;
beforeAll(async () => {
  world = await openWorld();
  for (const made of [people.holding, people.inYard, people.importInYard])
    remember({ trip: await made(world) });
  remember(await world.as(people.dispatcher).registry.readZone({}));
  const now = world.zone.platform.clock.now().getTime();
  for (const name of ["from", "to", "since", "occurredAt", "answeredAt"])
    for (const minutes of [-30, 0, 60]) remember({ [name]: new Date(now + minutes * 60_000).toISOString() });
});
afterAll(() => world.close());

const pools = new Map<string, string[]>();
// Where an input means a thing of another name.
const things: Readonly<Record<string, readonly string[]>> = {
  to: ["route"],
  routes: ["route"],
  post: ["gate", "route"],
  place: ["park", "yard"],
  firm: ["organisation"],
  agent: ["organisation"],
  check: ["check_kind"],
};
const known = (name: string) => [name, ...(things[name] ?? [])].flatMap((one) => pools.get(one) ?? []);

/** Keeps what an answer says under its names, ids and keys under the name of the thing, so that a later input finds them. */
function remember(value: unknown, name = ""): void {
  if (Array.isArray(value)) for (const one of value.slice(0, 50)) remember(one, name.replace(/s$/, ""));
  else if (typeof value === "object" && value !== null)
    for (const [key, part] of Object.entries(value)) remember(part, ["id", "key"].includes(key) ? name : key);
  else if (typeof value === "string")
    pools.set(name, [value, ...(pools.get(name) ?? []).filter((one) => one !== value)].slice(0, 40));
}

type Procedure = (input: unknown) => Promise<unknown>;
type Call = { name: string; of: (who: Actor | null) => Procedure | undefined; input: fc.Arbitrary<unknown> };

// A backup writes files, and the clock of a demonstration is moved by its own programs alone.
const left: ReadonlySet<string> = new Set(["makeBackup", "advanceClock", "setSpeed"]);

const every: Call[] = Object.entries(api).flatMap(([room, procedures]) =>
  Object.entries(procedures).flatMap(([name, procedure]): Call[] => {
    if (left.has(name) || !isContractProcedure(procedure)) return [];
    const schema = procedure["~orpc"].inputSchema;
    const of = (who: Actor | null) =>
      (world.as(who) as unknown as Record<string, Record<string, Procedure>>)[room]?.[name]; // as: called by name
    const input = schema instanceof z.ZodType ? inputFor(schema, known) : fc.constant(undefined);
    return [{ name, of, input }];
  }),
);

const { firm, otherFirm, dispatcher, guard, customs, health, plant, yard, police } = people;
const officers = [dispatcher, dispatcher, guard, customs, health, plant, yard, police];
const others = [
  actor("administrator"),
  actor("auditor"),
  actor("board_leader", "board"),
  actor("customs_agent"),
];
const callers: readonly (Actor | null)[] = [...officers, ...others, firm, otherFirm, null];

const anyCall = fc
  .tuple(fc.constantFrom(...every), fc.constantFrom(...callers))
  .chain(([call, who]) => call.input.map((input) => ({ call, who, input })));

test(`no input of any shape, of anybody, is answered by an error of our own (seed ${seed})`, async () => {
  const failures: string[] = [];
  const answered = new Set<string>();
  for (let number = 0; number < calls; number += 1) {
    // One by one, so that what was answered is known to the next.
    const [drawn] = fc.sample(anyCall, { numRuns: 1, seed: seed + number });
    if (drawn === undefined) throw new Error("nothing was drawn");
    const { call, who, input } = drawn;
    const code = await call
      .of(who)?.(input)
      .then(
        (answer) => {
          remember(answer);
          answered.add(call.name);
          return "done";
        },
        (error: { code?: string; message: string }) => error.code ?? error.message,
      );
    if (code === undefined || !/^[a-z_]+$/.test(code) || code === "internal")
      failures.push(
        `${call.name} by ${who?.roles.join() ?? "a stranger"}: ${code} on ${JSON.stringify(input)?.slice(0, 400)}`,
      );
  }
  expect(failures).toEqual([]);
  // Otherwise hardly anything but the schemas was tried.
  expect(answered.size).toBeGreaterThan(40);
}, 1_800_000);
