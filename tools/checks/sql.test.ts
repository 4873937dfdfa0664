import { describe, expect, test } from "vitest";
import { migrations, sql } from "./sql.ts";
import { treeOf } from "./tree.ts";

const found = (path: string, text: string): string[] =>
  sql(treeOf(new Map([[path, text]]))).map((f) => f.text);

describe("SQL stands in the store", () => {
  test.each([
    "export const q = `select id from gate_trip where id = $1`;",
    'export const q = "INSERT INTO gate_trip VALUES ($1)";',
    "export const q = `update gate_trip set state = $1`;",
    "export const q = `with due as (select 1) select * from due`;",
    "export const q = sql`whatever`;",
    'import { sql } from "kysely";\nexport const q = sql;',
  ])("outside the store this is found: %s", (text) =>
    expect(found("server/modules/gate/call-forward.ts", text)).not.toEqual([]),
  );

  test("sentences, tests and type imports are not SQL", () => {
    expect(found("server/modules/gate/policy.ts", 'export const t = "The update was set aside";')).toEqual(
      [],
    );
    expect(found("server/modules/gate/a.test.ts", "export const q = `select id from gate_trip`;")).toEqual(
      [],
    );
    expect(found("server/modules/gate/policy.ts", 'import type { Kysely } from "kysely";')).toEqual([]);
  });

  test("a store may hold SQL on its own tables and call published functions of a lower room", () => {
    const text =
      "export const q = `select registry_route_name(t.route) from gate_trip t join gate_check c using (id)`;";
    expect(found("server/modules/gate/store.ts", text)).toEqual([]);
    expect(found("server/modules/gate/queue.store.ts", text)).toEqual([]);
  });

  test.each([
    "export const q = `select * from registry_route`;",
    "export const q = `select * from gate_trip t join identity_account a on true`;",
    "export const q = `insert into registry_route values (1)`;",
    "export const q = `update registry_route set name = ''`;",
    "export const q = `delete from registry_route`;",
  ])("a store may not touch another room's table: %s", (text) =>
    expect(found("server/modules/gate/store.ts", text)).toHaveLength(1),
  );
});

describe("migrations", () => {
  const of = (...paths: string[]) =>
    migrations(treeOf(new Map(paths.map((p) => [`server/migrations/${p}`, ""]))));
  test("are numbered once and named for a room", () => {
    expect(of("0001-platform-log.sql", "0002-gate-trips.sql")).toEqual([]);
    expect(of("0001-platform-log.sql", "0001-gate-trips.sql")).toHaveLength(1);
    expect(of("1-gate-trips.sql")).toHaveLength(1);
    expect(of("0001-trucks-add.sql")).toHaveLength(1);
  });
});
