import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Migration } from "../server/platform/database/migrate.ts";
import { knownMigrations } from "../server/platform/database/migrate.ts";
import { type Pinned, pinOf, schemaFaults } from "./schema.ts";

const platform =
  "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';";
const line: Migration[] = [
  { name: "0001-a.sql", sql: `${platform} CREATE TABLE a (id uuid PRIMARY KEY, n integer NOT NULL);` },
  { name: "0020-b.sql", sql: "CREATE TABLE b (id uuid PRIMARY KEY REFERENCES a (id));" },
];
const with_ = (name: string, sql: string) =>
  [...line, { name, sql }].toSorted((a, b) => (a.name < b.name ? -1 : 1));

describe("the upgrade of the pinned state", () => {
  let pinned: Pinned;
  beforeAll(async () => {
    pinned = await pinOf(line);
  });

  test("is as a fresh database when a later migration only adds, even with a lower number", async () => {
    expect(await schemaFaults(pinned, with_("0002-a-more.sql", "ALTER TABLE a ADD COLUMN m text;"))).toEqual(
      [],
    );
  });

  test("is not when its outcome depends on what came before it", async () => {
    const sql = "DO $$ BEGIN IF to_regclass('b') IS NULL THEN CREATE INDEX a_n ON a (n); END IF; END $$;";
    expect(await schemaFaults(pinned, with_("0002-a-index.sql", sql))).toEqual([
      expect.stringMatching(/^upgraded, beside fresh,: lacks index a CREATE INDEX a_n ON /),
    ]);
  });

  test("is refused when a migration that was given out is changed or gone", async () => {
    const changed = line.map((one, at) => (at === 1 ? { ...one, sql: `${one.sql} -- x` } : one));
    expect(await schemaFaults(pinned, changed)).toEqual([
      expect.stringContaining("0020-b.sql was given out"),
    ]);
    expect(await schemaFaults(pinned, line.slice(0, 1))).toHaveLength(1);
  });

  test("notices a default, a constraint, a comment and what may be empty", async () => {
    const sql = `ALTER TABLE a ALTER n SET DEFAULT 1; ALTER TABLE a ADD CHECK (n > 0);
      COMMENT ON TABLE a IS 'x'; ALTER TABLE b ADD COLUMN k text NOT NULL;`;
    const { catalogue } = await pinOf(with_("0021-b.sql", sql));
    const faults = await schemaFaults({ ...pinned, catalogue }, line);
    for (const what of ["default 1", "CHECK ((n > 0))", "comment x", "column b k text not null"])
      expect(faults.join("\n")).toContain(what);
  });
});

test("the pinned state names migrations of the line", () => {
  const pinned: Pinned = JSON.parse(readFileSync(join(import.meta.dirname, "pinned-schema.json"), "utf8"));
  const known = new Set(knownMigrations().map(({ name }) => name));
  expect(pinned.migrations.length).toBeGreaterThan(4);
  expect(pinned.migrations.filter(({ name }) => !known.has(name))).toEqual([]);
});
