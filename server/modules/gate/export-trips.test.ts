import type { TripFilter } from "@moc/contract/gate/export.ts";
import type { Download } from "@moc/contract/values/download.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actor, openWorld, type World } from "../../../test/world/open-world.ts";
import {
  barrier,
  declare,
  dispatcher,
  firm,
  holding,
  otherFirm,
  route,
  yard,
} from "../../../test/world/trips.ts";
import { csvRows } from "../../platform/files/csv-rows.ts";
import { exportTrips } from "./export-trips.ts";
import { openParts } from "./open-parts.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await declare(world, { goods: [{ name: '=HYPERLINK("http://x")', class: "other" }] });
  await holding(world);
});
afterAll(() => world.close());

const taken = (as: typeof firm | null, filter: TripFilter & { language?: "vi" | "en" | "zh" } = {}) =>
  world.as(as).gate.exportTrips(filter);
const textOf = ({ content }: Download) => Buffer.from(content, "base64").toString("utf8");
const cellsOf = (text: string) => csvRows(text, { columns: 40, rows: 1000 });
/** What stands above the empty line, the heads, and the rows. */
function parted(file: Download) {
  const all = cellsOf(textOf(file));
  const above = all.filter(({ row }, at) => row === at + 1).map(({ cells }) => cells);
  const [heads = [], ...rows] = all.slice(above.length).map(({ cells }) => cells);
  return { above, heads, rows };
}
const audited = () =>
  world.asOwner("SELECT actor, why, after FROM identity_audit WHERE action = 'data_exported' ORDER BY at");

test("the file holds the list as it is filtered, in the reader's words, with as of when and from where", async () => {
  for (const filter of [
    {},
    { state: "holding" as const },
    { direction: "import" as const },
    { search: "29C" },
  ]) {
    const { rows } = parted(await taken(dispatcher, filter));
    const list = await world.as(dispatcher).gate.listTrips({ ...filter, limit: 200 });
    expect(rows.map(([code]) => code)).toEqual(list.rows.map(({ code }) => code));
  }
  const file = await taken(dispatcher, { state: "holding", language: "en" });
  expect([file.name, file.mediaType]).toEqual(["Trips-2026-11-22.csv", "text/csv"]);
  const { above, heads, rows } = parted(file);
  expect(above).toEqual([
    ["Trips"],
    ["Source", "Mốc · Đồng Đăng – Lạng Sơn Border-Gate Economic Zone"],
    ["As known at", "22/11/2026 08:00 (Asia/Ho_Chi_Minh)"],
    ["Filter", "Waiting"],
    ["Rows", "1"],
    ["Note", "A demonstration: data are simulated and illustrative"],
  ]);
  expect(heads.slice(0, 6)).toEqual(["Declaration", "Kind of trip", "Stage", "Since", "Route", "Direction"]);
  expect(rows[0]?.slice(1, 6)).toEqual([
    "Export by Vietnamese truck",
    "Waiting",
    "22/11/2026 08:00",
    "Hữu Nghị freight",
    "Export",
  ]);
});

test("a file holds nobody's name, and computes nothing when it is opened", async () => {
  const { rows, heads } = parted(await taken(dispatcher));
  const goods = heads.indexOf("Hàng hóa");
  expect(rows.map((cells) => cells[goods])).toContain(`'=HYPERLINK("http://x")`);
  for (const secret of ["Nguyễn Văn Thử", "012345678901", "+84912345678", "Bảo Sơn"])
    expect(textOf(await taken(firm))).not.toContain(secret);
});

test("each reader takes the own rows alone; a stranger and who may see no list take none", async () => {
  expect(parted(await taken(firm)).rows).toHaveLength(2);
  expect(parted(await taken(otherFirm)).rows).toEqual([]);
  expect(parted(await taken(yard)).rows).toHaveLength(2);
  await expect(taken(null)).rejects.toMatchObject({ code: "not_signed_in" });
  const link = { ...firm, kind: "link" as const, roles: [] };
  await expect(taken(barrier)).rejects.toMatchObject({ code: "scope_missing" });
  for (const one of [link, actor("customs_agent")])
    await expect(taken(one)).rejects.toMatchObject({ code: "not_allowed" });
});

test("a filter that is none is refused by its field", async () => {
  const asked = taken(dispatcher, { day: "2026-02-30" });
  await expect(asked).rejects.toMatchObject({ code: "invalid_input", data: { fields: [{ path: "day" }] } });
});

test("every file is in the audit, without the text that was searched", async () => {
  const before = (await audited()).length;
  await taken(dispatcher, { search: "29C", state: "declared" });
  await taken(null).catch(() => undefined);
  expect((await audited()).slice(before)).toEqual([
    {
      actor: dispatcher.id,
      why: null,
      after: { what: "trips", state: "declared", searched: true, rows: 1 },
    },
  ]);
});

test("the operator's verb writes the same rows in codes, with its ground", async () => {
  const lines: string[] = [];
  const asked = { day: "2026-11-22", why: "yearly report" };
  for await (const line of world.zone.gate.exportDay(dispatcher, asked)) lines.push(line);
  const [heads, ...rows] = cellsOf(lines.join("")).map(({ cells }) => cells);
  expect(heads?.slice(0, 3)).toEqual(["code", "kind", "state"]);
  expect(rows.map((cells) => cells.slice(0, 3))).toEqual(
    (await world.as(dispatcher).gate.listTrips({ limit: 10 })).rows.map((row) => [
      row.code,
      row.kind,
      row.state,
    ]),
  );
  expect((await audited()).at(-1)).toMatchObject({ why: asked.why, after: { what: "trips", rows: 2 } });
});

test("more trips than one file holds are refused with both numbers, and nothing is kept of it", async () => {
  const parts = await openParts(world.zone.platform, world.zone);
  const { total } = await world.as(dispatcher).gate.listTrips({ limit: 1 });
  await exportTrips(parts, dispatcher, {}, total);
  const before = await audited();
  await expect(exportTrips(parts, dispatcher, {}, total - 1)).rejects.toMatchObject({
    code: "export_too_long",
    params: { total: String(total), most: String(total - 1) },
  });
  expect(await audited()).toEqual(before);
});

test("a list narrowed by an alert holds its trucks alone, for whom alerts are shown, and says so above the file", async () => {
  const { id } = await holding(world, { goods: [] });
  await world.zone.platform.follower.settled();
  const alert = `goods_unknown:${route}:export`;
  const { rows } = await world.as(dispatcher).gate.listTrips({ alert, limit: 200 });
  expect(rows.map((row) => row.id)).toEqual([id]);
  expect((await world.as(dispatcher).gate.listTrips({ alert: "no such", limit: 200 })).rows).toEqual([]);
  await expect(world.as(firm).gate.listTrips({ alert, limit: 200 })).rejects.toMatchObject({
    code: "not_allowed",
  });
  const { above, rows: lines } = parted(await taken(dispatcher, { alert, language: "en" }));
  expect(lines.map(([code]) => code)).toEqual([rows[0]?.code]);
  expect(above).toContainEqual(["Filter", "Trucks with goods not yet known at Hữu Nghị freight"]);
});
