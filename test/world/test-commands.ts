import { randomUUID } from "node:crypto";
import type { Actor } from "@moc/contract/values/actor.ts";
import { describe, expect, test } from "vitest";
import type { Client, World } from "./open-world.ts";

export type Content = Record<string, unknown>;
export type Command = {
  name: keyof Client["gate"];
  right: Actor;
  wrong: Actor;
  /** Brings a truck to where the command is right; gives the content of the command. */
  ready: () => Promise<Content>;
  /** One thing wrong: the change, the code, the field. */
  bad: [Content, string, string?];
  /** The same command with other content, which is refused under the used id. */
  other: Content;
};

/** The four tests that every command of the gate has. */
export function testCommands(open: () => World, commands: readonly Command[]): void {
  const send = (actor: Actor | null, name: keyof Client["gate"], content: Content): Promise<unknown> => {
    const procedure = open().as(actor).gate[name] as (input: Content) => Promise<unknown>; // as: tests send anything
    return procedure(content);
  };
  const countEvents = async () => (await open().asOwner("SELECT seq FROM event")).length;

  describe.each(commands)("$name", ({ name, right, wrong, ready, bad, other }) => {
    test("is refused to a stranger, to a wrong role, and with bad input, and is done once however often it is sent", async () => {
      const content = { command: randomUUID(), ...(await ready()) };
      const before = await countEvents();
      await expect(send(null, name, content)).rejects.toMatchObject({ code: "not_signed_in", status: 401 });
      await expect(send(wrong, name, content)).rejects.toMatchObject({ code: "not_allowed", status: 403 });
      const [change, code, field] = bad;
      const fields = field === undefined ? [] : [expect.objectContaining({ path: field })];
      await expect(send(right, name, { ...content, ...change })).rejects.toMatchObject({
        code,
        data: { fields },
      });
      expect(await countEvents()).toBe(before);

      const first = await send(right, name, content);
      const after = await countEvents();
      expect(after).toBeGreaterThan(before);
      expect(await send(right, name, content)).toEqual(first);
      expect(await countEvents()).toBe(after);
      const conflict = { code: "command_conflict", data: { fields: [], params: {} } };
      await expect(send(right, name, { ...content, ...other })).rejects.toMatchObject(conflict);
      await expect(send({ ...right, id: randomUUID() }, name, content)).rejects.toMatchObject(conflict);
      expect(await countEvents()).toBe(after);
    });
  });
}
