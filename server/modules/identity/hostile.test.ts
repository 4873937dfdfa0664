import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorld, type World } from "../../../test/world/open-world.ts";

let world: World;
let cookie: string;
beforeAll(async () => {
  world = await openWorld();
  const link = await world.zone.identity.createAdmin({ userName: "chief", name: "Trưởng", language: "vi" });
  const password = "a long enough phrase";
  await world.as(null).identity.setPassword({ link: link.url.split("#")[1] ?? "", password });
  const response = await send("/session", JSON.stringify({ name: "chief", password }));
  cookie = String(response.headers["set-cookie"]).split(";")[0] ?? "";
});
afterAll(() => world.close());

function send(url: string, body: string) {
  const headers = {
    "content-type": "application/json",
    "sec-fetch-site": "same-origin",
    ...(cookie ? { cookie } : {}),
  };
  return world.zone.app.inject({ method: "POST", url: `/api${url}`, body, headers });
}

/** The input from which every hostile one is one mutation away. */
const account = () => ({
  command: randomUUID(),
  userName: `h-${randomUUID().slice(0, 12)}`,
  name: "Vi Văn Thử",
  email: `${randomUUID().slice(0, 8)}@example.vn`,
  language: "vi",
  roles: ["customs", "auditor"],
  organisation: null as string | null,
});

/** Rows per table; the audit alone may grow by a refusal. */
async function rows(): Promise<Record<string, number>> {
  const { schema } = world.zone.platform.database;
  const tables = (await world.asOwner("SELECT tablename AS name FROM pg_tables WHERE schemaname = $1", [
    schema,
  ])) as {
    name: string;
  }[];
  // Sealing goes on by itself; it adds no event.
  const counted = tables.map(({ name }) => name).filter((name) => !/audit|seal|session/.test(name));
  const columns = counted.map((name) => `(SELECT count(*)::int FROM "${name}") AS "${name}"`);
  const [row] = (await world.asOwner(`SELECT ${columns.join(", ")}`)) as Record<string, number>[];
  return row ?? {};
}

type Refused = { body: string; status: number; code: string; path?: string; fault?: string };

/** Sends the valid input once at the end, so that a class of refusals cannot pass because everything is refused. */
async function allRefused(cases: Refused[]): Promise<void> {
  expect(cases.length).toBeGreaterThanOrEqual(20);
  const before = await rows();
  for (const { body, status, code, path, fault } of cases) {
    const answer = await send("/accounts", body);
    const shown = body.slice(0, 200);
    expect(answer.statusCode, shown).toBe(status);
    expect(answer.json().code, shown).toBe(code);
    if (path !== undefined)
      expect(answer.json().data.fields, shown).toContainEqual(expect.objectContaining({ path, code: fault }));
    for (const field of answer.json().data.fields) expect(field.message, shown).not.toBe(field.code);
  }
  expect(await rows()).toEqual(before);
  expect((await send("/accounts", JSON.stringify(account()))).statusCode).toBe(200);
}

const invalid = (change: object, path: string, fault: string): Refused => ({
  body: JSON.stringify({ ...account(), ...change }),
  status: 422,
  code: "invalid_input",
  path,
  fault,
});
const malformed = (body: string): Refused => ({ body, status: 400, code: "malformed_request" });

describe("hostile input is refused by code and field, and writes nothing:", () => {
  it("wrong types", async () => {
    const wrong = [7, true, [], {}, null];
    await allRefused([
      ...["command", "userName", "name", "email"].flatMap((field) =>
        wrong.map((value) => invalid({ [field]: value }, field, "wrong_type")),
      ),
      ...[7, true, "customs", {}, null].map((value) => invalid({ roles: value }, "roles", "wrong_type")),
      ...[7, "king", "", null].map((value) =>
        invalid({ roles: ["customs", value] }, "roles.1", "not_listed"),
      ),
      ...[7, "fr", null].map((value) => invalid({ language: value }, "language", "not_listed")),
      ...["command", "userName", "name", "roles", "organisation"].map((field) =>
        invalid({ [field]: undefined }, field, "required"),
      ),
      invalid({ administrator: true }, "", "unknown_key"),
    ]);
  });

  it("control, zero-width and direction-changing signs in names", async () => {
    const codes = [0, 1, 7, 8, 9, 10, 13, 27, 31, 127, 128, 159, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f];
    const more = [0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2060, 0x2066, 0x2067, 0x2068, 0x2069, 0xfeff];
    const signs = [...codes, ...more].map((code) => String.fromCodePoint(code));
    await allRefused([
      ...signs.map((sign) => invalid({ name: `Vi Văn${sign}Thử` }, "name", "hidden_character")),
      ...signs.map((sign) => invalid({ userName: `quan${sign}tri` }, "userName", "user_name_format")),
    ]);
  });

  it("user names, addresses and keys of a wrong form", async () => {
    const names = [
      "Admin",
      "a b c",
      "-abc",
      "abc-",
      "a..b",
      "a__b",
      "ăbc",
      "аdmin",
      "ab/c",
      "ab\\c",
      "a'b",
      "a%b",
      "a@b.vn",
    ];
    const mails = ["x", "@a.vn", "a@", "a b@c.vn", "a@b", "a@b..vn", "<a@b.vn>"];
    const keys = ["Gate", "a b", "-a", "a--b", "a__b", "_a", "../a"];
    await allRefused([
      ...names.map((userName) => invalid({ userName }, "userName", "user_name_format")),
      ...mails.map((email) => invalid({ email }, "email", "format")),
      ...keys.map((organisation) => invalid({ organisation }, "organisation", "format")),
      invalid({ command: "1" }, "command", "format"),
    ]);
  });

  it("sizes", async () => {
    const long = (length: number) => "a".repeat(length);
    const lengths = [101, 102, 200, 1000, 5000, 20_000];
    await allRefused([
      ...lengths.map((length) => invalid({ name: long(length) }, "name", "too_long")),
      ...[41, 42, 100, 1000, 20_000].map((length) =>
        invalid({ userName: long(length) }, "userName", "too_long"),
      ),
      ...[0, 1, 2].map((length) => invalid({ userName: long(length) }, "userName", "too_short")),
      ...[65, 100, 1000].map((length) => invalid({ organisation: long(length) }, "organisation", "too_long")),
      ...[14, 100].map((count) => invalid({ roles: Array(count).fill("customs") }, "roles", "too_long")),
      ...["", " ", "   "].map((name) => invalid({ name }, "name", "too_short")),
      ...[270_000, 300_000, 2_000_000].map((length) => ({
        body: JSON.stringify({ ...account(), name: long(length) }),
        status: 413,
        code: "payload_too_large",
      })),
    ]);
  });

  it("a key twice, wherever it stands", async () => {
    const valid = JSON.stringify(account());
    const twice = Object.entries(account()).flatMap(([key, value]) => [
      `${valid.slice(0, -1)},${JSON.stringify(key)}:${JSON.stringify(value)}}`,
      `{${JSON.stringify(key)}:${JSON.stringify(value)},${valid.slice(1)}`,
      `{"\\u00${key.charCodeAt(0).toString(16)}${key.slice(1)}":1,${valid.slice(1)}`,
    ]);
    await allRefused([...twice, `{"__proto__":{},${valid.slice(1)}`].map(malformed));
  });

  it("depth", async () => {
    const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;
    const objects = (depth: number) => `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;
    const depths = [16, 17, 20, 50, 100, 500, 1000, 5000, 10_000, 20_000, 40_000];
    await allRefused(
      depths.flatMap((depth) =>
        [nested(depth), objects(depth)].map((value) =>
          malformed(`{"name":${value},${JSON.stringify(account()).slice(1)}`),
        ),
      ),
    );
  });

  it("cut off on the way", async () => {
    const valid = JSON.stringify(account());
    const cuts = Array.from({ length: 25 }, (_, index) => Math.ceil(((index + 1) * (valid.length - 1)) / 26));
    await allRefused(cuts.map((at) => malformed(valid.slice(0, at))));
  });

  it("days and moments that do not exist", async () => {
    const days = [
      "2026-02-29",
      "2026-02-30",
      "2026-04-31",
      "2026-13-01",
      "2026-00-10",
      "2026-01-00",
      "2026-01-32",
      "26-01-01",
    ];
    const more = [
      "2026-1-1",
      "2026/01/01",
      "01-01-2026",
      "",
      " 2026-01-01",
      "2026-01-01T00:00:00Z",
      "tomorrow",
      "20260101",
    ];
    const rule = { class: "driver", days: 90, ground: "test" };
    const moments = [
      "2027-02-29T00:00:00.000Z",
      "2026-12-01T24:00:00.000Z",
      "2026-12-01T00:60:00.000Z",
      "2026-12-01",
    ];
    const zoneless = ["2026-12-01T00:00:00.000", "2026-12-01T00:00:00+7", "2026-12-01 00:00:00.000Z", "now"];
    const token = { name: "t", roles: [], organisation: null, scopes: [] };
    const before = await rows();
    for (const validFrom of [...days, ...more]) {
      const answer = await send("/retention", JSON.stringify({ command: randomUUID(), ...rule, validFrom }));
      expect(answer.json(), validFrom).toMatchObject({
        code: "invalid_input",
        data: { fields: [{ path: "validFrom", code: "date_impossible" }] },
      });
    }
    for (const expiresAt of [...moments, ...zoneless]) {
      const answer = await send("/tokens", JSON.stringify({ command: randomUUID(), ...token, expiresAt }));
      expect(answer.json(), expiresAt).toMatchObject({
        code: "invalid_input",
        data: { fields: [{ path: "expiresAt", code: "instant_format" }] },
      });
    }
    expect(await rows()).toEqual(before);
    const leap = { command: randomUUID(), ...rule, validFrom: "2028-02-29" };
    expect((await send("/retention", JSON.stringify(leap))).statusCode).toBe(200);
  });
});

describe("strange but honest names", () => {
  const names = [
    "O'Brien",
    'Nguyễn "Tèo" Văn A',
    "Robert'); DROP TABLE identity_account;--",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "${7*7} {{7*7}} %s %n",
    "王小明",
    "Zoë Ångström",
    "\u0110a\u0309o Nho\u0323",
    "=HYPERLINK(1)",
    "../../etc/passwd",
    "null",
    "🚚 Tài xế",
  ];

  it.each(names)("%s is accepted and comes back equal", async (name) => {
    const input = { ...account(), name };
    const made = await send("/accounts", JSON.stringify(input));
    expect(made.statusCode).toBe(200);
    expect(made.json().account.name).toBe(name.normalize("NFC"));
    expect(made.headers["content-type"]).toContain("application/json");
    const found = await world.zone.app.inject({
      url: `/api/accounts?search=${input.userName}`,
      headers: { cookie },
    });
    expect(found.json().rows.map((row: { name: string }) => row.name)).toEqual([name.normalize("NFC")]);
  });

  it("typed at sign-in are refused like any other", async () => {
    for (const name of names) {
      const answer = await send("/session", JSON.stringify({ name, password: "does not matter" }));
      expect(answer.statusCode === 401 || answer.statusCode === 429, name).toBe(true);
    }
  });
});
