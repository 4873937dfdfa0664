import { randomUUID } from "node:crypto";
import type { Actor } from "@moc/contract/values/actor.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actor, type Client, openWorld, type World } from "../../../test/world/open-world.ts";

type Input = Record<string, unknown> & { command: string };
type Identity = Client["identity"];
type Case = {
  /** A valid input of a new command. */
  input: (world: World, admin: Actor) => Promise<Input>;
  send: (client: Identity, input: never) => Promise<unknown>;
  /** One mutation that is refused, and where. */
  bad: { change: Record<string, unknown>; path: string; code: string };
  /** Roles that may not. */
  wrong: Actor[];
};

const inAYear = () => new Date(Date.now() + 300 * 24 * 3600_000).toISOString();
const newAccount = () => ({
  command: randomUUID(),
  userName: `user-${randomUUID().slice(0, 8)}`,
  name: "Nông Văn Thử",
  language: "vi" as const,
  roles: ["customs" as const],
  organisation: null,
});
const newToken = () => ({
  command: randomUUID(),
  name: "barrier 3",
  roles: [],
  organisation: null,
  scopes: ["arrival_signal:barrier"],
  simulated: false,
  expiresAt: inAYear(),
});
const someAccount = async (world: World, admin: Actor) =>
  (await world.as(admin).identity.createAccount(newAccount())).account;
const expectedPerson = async (world: World, admin: Actor) => {
  const { id } = await someAccount(world, admin);
  const identity = { by: "subject", subject: randomUUID() } as const;
  return { account: id, identity, why: "works at the gate centre" };
};
const officers = [actor("dispatcher"), actor("auditor"), actor("firm", "firm-ky-lua"), actor("board_leader")];
// With every scope: what refuses it is that it is nobody.
const acts = [
  "create_account",
  "edit_account",
  "reset_password",
  "reset_second_factor",
  "issue_token",
  "link_directory",
  "unlink_directory",
];
const program = actor("administrator", null, {
  kind: "token",
  scopes: [...acts, "revoke_token", "erase_person", "set_retention", "set_language"].map(
    (act) => `identity:${act}`,
  ),
});

const cases: Record<string, Case> = {
  createAccount: {
    input: async () => newAccount(),
    send: (client, input) => client.createAccount(input),
    bad: { change: { userName: "Có dấu" }, path: "userName", code: "user_name_format" },
    wrong: [...officers, program],
  },
  editAccount: {
    input: async (world, admin) => {
      const { id, version } = await someAccount(world, admin);
      const standing = { roles: ["dispatcher"], organisation: null, disabled: true };
      return { command: randomUUID(), account: id, seen: version, why: "transferred", ...standing };
    },
    send: (client, input) => client.editAccount(input),
    bad: { change: { roles: ["king"] }, path: "roles.0", code: "not_listed" },
    wrong: [...officers, program],
  },
  resetPassword: {
    input: async (world, admin) => {
      const { id } = await someAccount(world, admin);
      return { command: randomUUID(), account: id, why: "forgotten" };
    },
    send: (client, input) => client.resetPassword(input),
    bad: { change: { why: "" }, path: "why", code: "too_short" },
    wrong: [...officers, program],
  },
  resetSecondFactor: {
    input: async (world, admin) => {
      const { id } = await someAccount(world, admin);
      await world.asOwner(
        `INSERT INTO identity_second_factor (account, sealed, begun_at, confirmed_at)
         VALUES ($1, '\\x00', now(), now())`,
        [id],
      );
      return { command: randomUUID(), account: id, why: "telephone lost" };
    },
    send: (client, input) => client.resetSecondFactor(input),
    bad: { change: { why: "" }, path: "why", code: "too_short" },
    wrong: [...officers, program],
  },
  linkDirectory: {
    input: async (world, admin) => ({ command: randomUUID(), ...(await expectedPerson(world, admin)) }),
    send: (client, input) => client.linkDirectory(input),
    bad: { change: { identity: { by: "email", email: "nobody" } }, path: "identity.email", code: "format" },
    wrong: [...officers, program],
  },
  unlinkDirectory: {
    input: async (world, admin) => {
      const expected = await expectedPerson(world, admin);
      await world.as(admin).identity.linkDirectory({ command: randomUUID(), ...expected });
      return { command: randomUUID(), account: expected.account, why: "left the service" };
    },
    send: (client, input) => client.unlinkDirectory(input),
    bad: { change: { why: "" }, path: "why", code: "too_short" },
    wrong: [...officers, program],
  },
  issueToken: {
    input: async () => newToken(),
    send: (client, input) => client.issueToken(input),
    bad: { change: { scopes: ["Everything!"] }, path: "scopes.0", code: "format" },
    wrong: [...officers, program],
  },
  revokeToken: {
    input: async (world, admin) => {
      const { token } = await world.as(admin).identity.issueToken(newToken());
      return { command: randomUUID(), token: token.id, why: "lost" };
    },
    send: (client, input) => client.revokeToken(input),
    bad: { change: { token: "7" }, path: "token", code: "format" },
    wrong: [...officers, program],
  },
  erasePerson: {
    input: async (world, admin) => {
      const { person } = await someAccount(world, admin);
      return { command: randomUUID(), person, ground: "request", why: "asked by letter" };
    },
    send: (client, input) => client.erasePerson(input),
    bad: { change: { ground: "because" }, path: "ground", code: "not_listed" },
    wrong: [...officers, program, actor("administrator", "firm-ky-lua")],
  },
  setRetention: {
    input: async () => ({
      command: randomUUID(),
      class: "driver",
      days: 90,
      validFrom: "2030-01-01",
      ground: "decision 1",
    }),
    send: (client, input) => client.setRetention(input),
    bad: { change: { validFrom: "2030-02-30" }, path: "validFrom", code: "date_impossible" },
    wrong: [...officers, program, actor("administrator", "firm-ky-lua")],
  },
};

// A directory that no test here asks anything.
const unasked = {
  issuer: "https://directory.invalid",
  clientId: "moc",
  clientSecret: "secret",
  label: { vi: "Cơ quan", en: "Office", zh: "单位" },
  emailDomains: [],
};

let world: World;
beforeAll(async () => {
  world = await openWorld({ directory: unasked });
});
afterAll(() => world.close());

describe.each(Object.entries(cases))("%s", (_name, { input, send, bad, wrong }) => {
  const admin = actor("administrator");
  const attempt = (who: Actor | null, what: Input) => send(world.as(who).identity, what as never);
  const counts = async () => {
    const [row] = await world.asOwner(
      `SELECT (SELECT count(*) FROM event) AS events, (SELECT count(*) FROM command) AS commands,
        (SELECT count(*) FROM identity_account) AS accounts, (SELECT count(*) FROM identity_person) AS persons,
        (SELECT count(*) FROM identity_token) AS tokens, (SELECT count(*) FROM identity_retention) AS rules`,
    );
    return row;
  };
  it("refuses a stranger and writes nothing", async () => {
    const valid = await input(world, admin);
    const before = await counts();
    await expect(attempt(null, valid)).rejects.toMatchObject({ code: "not_signed_in", status: 401 });
    expect(await counts()).toEqual(before);
  });

  it("refuses every other role, and programs, and writes nothing", async () => {
    const valid = await input(world, admin);
    const before = await counts();
    for (const other of wrong) {
      await expect(attempt(other, valid), other.roles.join()).rejects.toMatchObject({
        code: "not_allowed",
        status: 403,
      });
    }
    expect(await counts()).toEqual(before);
  });

  it("refuses bad input by field and writes nothing", async () => {
    const valid = await input(world, admin);
    const before = await counts();
    await expect(attempt(admin, { ...valid, ...bad.change })).rejects.toMatchObject({
      code: "invalid_input",
      data: { fields: [{ path: bad.path, code: bad.code }] },
    });
    expect(await counts()).toEqual(before);
    await attempt(admin, valid);
  });

  it("sent twice is done once; other content or another actor under its id is refused", async () => {
    const valid = await input(world, admin);
    await attempt(admin, valid);
    const after = await counts();
    await attempt(admin, valid);
    expect(await counts()).toEqual(after);
    const other = actor("administrator");
    await expect(attempt(other, valid)).rejects.toMatchObject({ code: "command_conflict", status: 409 });
    const changed = { ...(await input(world, admin)), command: valid.command };
    const setRetention = "days" in changed ? { ...changed, days: 91 } : changed;
    await expect(attempt(admin, setRetention)).rejects.toMatchObject({ code: "command_conflict" });
  });
});

describe("setLanguage", () => {
  it("is for whoever signed in, and is remembered", async () => {
    const { id } = await someAccount(world, actor("administrator"));
    const own = actor("customs", null, { id });
    const input = { command: randomUUID(), language: "zh" as const };
    await expect(world.as(null).identity.setLanguage(input)).rejects.toMatchObject({ code: "not_signed_in" });
    await expect(world.as(program).identity.setLanguage(input)).rejects.toMatchObject({
      code: "not_signed_in",
    });
    expect(await world.as(own).identity.setLanguage(input)).toMatchObject({ language: "zh" });
    expect(await world.as(own).identity.setLanguage(input)).toMatchObject({ language: "zh" });
    const [row] = await world.asOwner("SELECT language FROM identity_account WHERE id = $1", [id]);
    expect(row).toEqual({ language: "zh" });
  });
});
