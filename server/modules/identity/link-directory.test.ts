import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { secretOf } from "../../../test/world/authenticator.ts";
import { cookiesOf, directoryHands } from "../../../test/world/directory-hands.ts";
import { openDirectoryProvider } from "../../../test/world/directory-provider.ts";
import { actor, openWorld, type World } from "../../../test/world/open-world.ts";
import { codeOf, stepOf } from "./time-code.ts";

let world: World;
let provider: Awaited<ReturnType<typeof openDirectoryProvider>>;
let hands: ReturnType<typeof directoryHands>;
beforeAll(async () => {
  provider = await openDirectoryProvider();
  world = await openWorld({ directory: provider.settings });
  hands = directoryHands(world, provider);
});
afterAll(async () => {
  await world.close();
  await provider.close();
});

const admin = () => world.as(actor("administrator")).identity;
const landed = (answer: { headers: Record<string, unknown> }) => answer.headers.location;
const unknown = "/?directory=directory_unknown";
const address = () => `${randomUUID().slice(0, 8)}@example.vn`;
const bySubject = () => ({ by: "subject", subject: randomUUID() }) as const;
const linking = (
  account: string,
  identity: ReturnType<typeof bySubject> | { by: "email"; email: string },
) => ({
  command: randomUUID(),
  account,
  identity,
  why: "works at the gate centre",
});
const shown = async (account: { userName: string }) =>
  (await admin().listAccounts({ limit: 1, search: account.userName })).rows[0];

describe("an account that was entered by its address", () => {
  it("is bound to the directory's identifier by the first verified proof; the address opens nothing more", async () => {
    const email = address();
    const { account } = await hands.entered({ by: "email", email });
    expect(account.directory).toBe("expected");
    const first = { sub: randomUUID(), email: email.toUpperCase(), email_verified: true };
    expect(await hands.who(await hands.signIn(first))).toBe(account.id);
    expect(await shown(account)).toMatchObject({ directory: "linked" });
    expect(landed(await hands.signIn({ ...first, sub: randomUUID() }))).toBe(unknown);
    expect(await hands.who(await hands.signIn({ sub: first.sub }))).toBe(account.id);
  });

  it.each([
    ["not verified", { email_verified: false }],
    ["verified in another word", { email_verified: "true" }],
    ["verified by silence", {}],
  ])("is not opened by an address that is %s", async (_what, said) => {
    const email = address();
    const { account } = await hands.entered({ by: "email", email });
    expect(landed(await hands.signIn({ sub: randomUUID(), email, ...said }))).toBe(unknown);
    expect(await shown(account)).toMatchObject({ directory: "expected" });
  });

  it("cannot be of a domain for which the directory does not vouch", async () => {
    const { account } = await hands.browser.newcomer();
    await expect(
      admin().linkDirectory(linking(account.id, { by: "email", email: "a@example.vn.evil.example" })),
    ).rejects.toMatchObject({ code: "directory_domain", data: { fields: [{ path: "identity.email" }] } });
  });
});

describe("whom the directory must prove", () => {
  it("is stated by another administrator, who could give the roles", async () => {
    const { account } = await hands.browser.newcomer();
    const self = world.as(actor("administrator", null, { id: account.id })).identity;
    await expect(self.linkDirectory(linking(account.id, bySubject()))).rejects.toMatchObject({
      code: "own_account",
    });
    const firms = actor("administrator", "firm-ky-lua");
    const input = {
      command: randomUUID(),
      userName: `f-${randomUUID().slice(0, 8)}`,
      name: "A",
      language: "vi",
    } as const;
    const made = await admin().createAccount({ ...input, roles: ["firm"], organisation: "firm-ky-lua" });
    await expect(
      world.as(firms).identity.linkDirectory(linking(made.account.id, bySubject())),
    ).rejects.toMatchObject({ code: "role_not_held" });
    await expect(
      world.as(firms).identity.linkDirectory(linking(account.id, bySubject())),
    ).rejects.toMatchObject({
      code: "account_not_found",
    });
  });

  it("is one account's alone, may be mended until it was proved, and must be unlinked after", async () => {
    const identity = bySubject();
    const { account } = await hands.entered(identity);
    const other = (await hands.browser.newcomer()).account;
    await expect(admin().linkDirectory(linking(other.id, identity))).rejects.toMatchObject({
      code: "directory_taken",
    });
    const mended = bySubject();
    await admin().linkDirectory(linking(account.id, mended));
    expect(landed(await hands.signIn({ sub: identity.subject }))).toBe(unknown);
    expect(await hands.who(await hands.signIn({ sub: mended.subject }))).toBe(account.id);
    await expect(admin().linkDirectory(linking(account.id, bySubject()))).rejects.toMatchObject({
      code: "directory_linked",
    });
  });

  it("is not written into the reason, and nothing readable of it is kept", async () => {
    const identity = bySubject();
    const email = address();
    const { account } = await hands.browser.newcomer();
    const named = { ...linking(account.id, identity), why: `the person ${identity.subject}` };
    await expect(admin().linkDirectory(named)).rejects.toMatchObject({ code: "why_names_person" });
    await admin().linkDirectory(linking(account.id, { by: "email", email }));
    await hands.signIn({ sub: identity.subject, email, email_verified: true });
    const tables = [
      "identity_directory_link",
      "identity_directory_visit",
      "identity_audit",
      "event",
      "command",
    ];
    const rows = await Promise.all(
      tables.map((table) => world.asOwner(`SELECT t::text AS whole FROM ${table} t`)),
    );
    for (const hidden of [identity.subject, email])
      expect(JSON.stringify([rows, world.logged])).not.toContain(hidden);
  });

  it("ends with unlinking at once, sessions included, and with the erasure of the person", async () => {
    const [one, two] = [bySubject(), bySubject()];
    const [first, second] = [await hands.entered(one), await hands.entered(two)];
    const session = `moc_session=${cookiesOf(await hands.signIn({ sub: one.subject })).moc_session}`;
    await admin().unlinkDirectory({
      command: randomUUID(),
      account: first.account.id,
      why: "left the service",
    });
    expect((await hands.browser.me(session)).account).toBeNull();
    expect(landed(await hands.signIn({ sub: one.subject }))).toBe(unknown);
    const erasure = { command: randomUUID(), ground: "request", why: "asked by letter" } as const;
    await admin().erasePerson({ ...erasure, person: second.account.person });
    expect(
      await world.asOwner("SELECT 1 FROM identity_directory_link WHERE account = $1", [second.account.id]),
    ).toEqual([]);
    expect(landed(await hands.signIn({ sub: two.subject }))).toBe(unknown);
  });

  it("does not open a locked account", async () => {
    const identity = bySubject();
    const { account } = await hands.entered(identity);
    const seen = (await shown(account))?.version ?? 0;
    const standing = { roles: [], organisation: null, disabled: true, why: "left the service" };
    await admin().editAccount({ command: randomUUID(), account: account.id, seen, ...standing });
    expect(landed(await hands.signIn({ sub: identity.subject }))).toBe(unknown);
  });
});

describe("a second factor that was set here", () => {
  /** Somebody whom the directory proved and who has still to enter the code. */
  async function asked() {
    const identity = bySubject();
    const made = await hands.entered(identity);
    const cookie = `moc_session=${cookiesOf(await hands.browser.signIn(made.userName, made.password)).moc_session}`;
    const begun = await hands.browser.send("/me/second-factor", { password: made.password }, { cookie });
    const secret = secretOf(begun.json().secret);
    const confirm = { code: codeOf(secret, stepOf(new Date())) };
    await hands.browser.send("/me/second-factor/confirmation", confirm, { cookie });
    const answer = await hands.signIn({ sub: identity.subject }, "/desk");
    const visit = `moc_directory=${cookiesOf(answer).moc_directory}`;
    return { made, answer, visit, code: codeOf(secret, stepOf(new Date()) + 1) };
  }

  it("is asked for after the directory's proof too, and leads to the page", async () => {
    const { made, answer, visit, code } = await asked();
    expect(landed(answer)).toBe("/?directory=code");
    expect(cookiesOf(answer)).not.toHaveProperty("moc_session");
    const wrong = await hands.browser.send("/session/directory", { code: "000000" }, { cookie: visit });
    expect([wrong.statusCode, wrong.json().code]).toEqual([401, "factor_wrong"]);
    const right = await hands.browser.send("/session/directory", { code }, { cookie: visit });
    expect(right.json()).toMatchObject({ to: "/desk", me: { account: { id: made.account.id } } });
    expect(await hands.who(right)).toBe(made.account.id);
    const again = await hands.browser.send("/session/directory", { code }, { cookie: visit });
    expect(again.json().code).toBe("directory_refused");
  });

  it("is nothing without the proof, and is held back from guessing", async () => {
    const { visit, code } = await asked();
    const bare = await hands.browser.send("/session/directory", { code });
    expect(bare.json().code).toBe("directory_refused");
    const from = { cookie: visit, address: "203.0.113.78" };
    for (let n = 0; n < 5; n += 1) await hands.browser.send("/session/directory", { code: "000000" }, from);
    const held = await hands.browser.send("/session/directory", { code }, from);
    expect([held.statusCode, held.json().code]).toEqual([429, "sign_in_paused"]);
  });
});

it("everything about it stands in the audit, with the way of the sign-in", async () => {
  const identity = bySubject();
  const { account } = await hands.entered(identity);
  await hands.signIn({ sub: identity.subject });
  await admin().unlinkDirectory({ command: randomUUID(), account: account.id, why: "left the service" });
  await hands.signIn({ sub: identity.subject });
  const auditor = world.as(actor("auditor")).identity;
  const { rows } = await auditor.readAudit({ limit: 50, subject: account.id });
  const acts = rows.map((row) => [row.action, row.after]);
  expect(acts).toEqual(
    expect.arrayContaining([
      ["directory_linked", { by: "subject" }],
      ["directory_proved", null],
      ["sign_in", { through: "directory" }],
      ["directory_unlinked", null],
    ]),
  );
  const refused = await auditor.readAudit({ limit: 1, action: "sign_in_refused" });
  expect(refused.rows[0]).toMatchObject({ subject: null, after: { through: "directory" } });
});
