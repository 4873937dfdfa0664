import { describe, expect, test } from "vitest";
import { treeOf } from "./tree.ts";
import { purity, walls } from "./walls.ts";

const wrong = (from: string, to: string): string[] =>
  walls(treeOf(new Map([[from, `import { a } from "${to}";\nexport const b = a;\n`]]))).map((f) => f.text);

/** One import through each wall: [from, imported]. */
const BREACHES: [string, string][] = [
  ["contract/gate/trip.ts", "@moc/engines/gate/queue.ts"],
  ["contract/gate/trip.ts", "@moc/server/main.ts"],
  ["contract/gate/trip.ts", "node:fs"],
  ["contract/values/money.ts", "../gate/trip.ts"],
  ["contract/platform/routes.ts", "../gate/trip.ts"],
  ["contract/registry/place.ts", "../gate/trip.ts"],
  ["engines/gate/queue.ts", "@moc/server/platform/log.ts"],
  ["engines/gate/queue.ts", "../twin/run.ts"],
  ["engines/schedule/network.ts", "../gate/queue.ts"],
  ["engines/gate/queue.ts", "node:crypto"],
  ["engines/gate/queue.ts", "pg"],
  ["server/platform/http.ts", "@moc/contract/gate/trip.ts"],
  ["server/platform/http.ts", "@moc/engines/gate/queue.ts"],
  ["server/platform/http.ts", "../modules/gate/index.ts"],
  ["server/platform/http.ts", "../main.ts"],
  ["server/modules/registry/routes.ts", "../gate/index.ts"],
  ["server/modules/gate/routes.ts", "../registry/store.ts"],
  ["server/modules/gate/routes.ts", "../../main.ts"],
  ["server/modules/gate/routes.ts", "@moc/web/ui/button.tsx"],
  ["server/main.ts", "@moc/field/driver.ts"],
  ["web/ui/button.tsx", "../modules/gate/index.tsx"],
  ["web/ui/button.tsx", "@moc/contract/gate/trip.ts"],
  ["web/live/stream.ts", "../modules/gate/index.ts"],
  ["web/modules/gate/page.tsx", "@moc/server/modules/gate/index.ts"],
  ["web/modules/gate/page.tsx", "../registry/place-form.tsx"],
  ["web/modules/registry/page.tsx", "../gate/index.ts"],
  ["web/modules/gate/page.tsx", "../../main.tsx"],
  ["field/driver.ts", "@moc/engines/gate/queue.ts"],
  ["field/driver.ts", "@moc/server/modules/gate/index.ts"],
  ["field/driver.ts", "pg"],
  ["server/platform/http.test.ts", "@moc/engines/gate/queue.ts"],
  ["contract/gate/trip.test.ts", "@moc/server/main.ts"],
  ["server/modules/gate/declare.ts", "../../../test/world/build.ts"],
  ["server/modules/gate/declare.ts", "../../../tools/postgres-cluster.ts"],
];

const PASSAGES: [string, string][] = [
  ["contract/gate/trip.ts", "../values/money.ts"],
  ["contract/gate/trip.ts", "../registry/place.ts"],
  ["contract/gate/trip.ts", "zod"],
  ["engines/gate/queue.ts", "@moc/contract/gate/trip.ts"],
  ["engines/twin/run.ts", "../gate/queue.ts"],
  ["engines/simulation/parse.ts", "zod"],
  ["engines/gate/plan.ts", "../calendar/working-days.ts"],
  ["server/platform/http.ts", "@moc/contract/values/actor.ts"],
  ["server/platform/http.ts", "@moc/contract/platform/routes.ts"],
  ["server/modules/gate/routes.ts", "../registry/index.ts"],
  ["server/modules/gate/routes.ts", "./store.ts"],
  ["server/modules/gate/store.ts", "../../platform/database.ts"],
  ["server/main.ts", "./modules/gate/index.ts"],
  ["web/modules/gate/page.tsx", "../../ui/button.tsx"],
  ["web/modules/gate/page.tsx", "../registry/index.ts"],
  ["web/main.tsx", "./modules/gate/index.ts"],
  ["field/driver.ts", "@moc/contract/gate/trip.ts"],
  ["bench/gate.ts", "@moc/server/main.ts"],
  ["server/modules/registry/load.test.ts", "../identity/index.ts"],
  ["server/platform/http.test.ts", "@moc/contract/api.ts"],
  ["server/modules/gate/declare.test.ts", "../../../test/world/build.ts"],
];

describe("the walls", () => {
  test.each(BREACHES)("%s may not import %s", (from, to) => expect(wrong(from, to)).toHaveLength(1));
  test.each(PASSAGES)("%s may import %s", (from, to) => expect(wrong(from, to)).toEqual([]));

  test("a type-only import goes through no wall either", () => {
    const tree = treeOf(
      new Map([["contract/gate/trip.ts", `import type { Q } from "@moc/engines/gate/queue.ts";`]]),
    );
    expect(walls(tree)).toHaveLength(1);
  });

  test("a re-export and a dynamic import are imports", () => {
    const text = `export { q } from "@moc/engines/gate/queue.ts";\nconst m = import("@moc/server/main.ts");\n`;
    expect(walls(treeOf(new Map([["contract/gate/trip.ts", text]]))).map((f) => f.line)).toEqual([1, 2]);
  });

  test("a test of one room may not reach behind the door of another", () => {
    expect(wrong("server/modules/gate/declare.test.ts", "../registry/store.ts")).toHaveLength(1);
  });
});

describe("purity", () => {
  const impure = (text: string, path = "engines/gate/queue.ts") =>
    purity(treeOf(new Map([[path, text]]))).map((f) => f.text);

  test.each([
    "export const now = () => Date.now();",
    "export const now = () => new Date();",
    "export const pick = () => Math.random();",
    "export async function f() {}",
    "export const f = (p: Promise<void>) => { void (async () => { await p; })(); };",
    "export const f = () => console.log(1);",
    "export const debug = process.env;",
    "setTimeout(() => {}, 1);",
  ])("finds %s", (text) => expect(impure(text)).not.toEqual([]));

  test("a date made from an argument, and anything in a test, is pure", () => {
    expect(impure("export const at = (ms: number) => new Date(ms);")).toEqual([]);
    expect(impure("export const now = Date.now();", "engines/gate/queue.test.ts")).toEqual([]);
  });
});
