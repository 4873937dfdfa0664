import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BulletinView } from "@moc/contract/gate/bulletin.ts";
import { afterAll, expect, it } from "vitest";
import { runVerb } from "../world/run-verb.ts";
import { startServer } from "../world/running-server.ts";

const folder = mkdtempSync(join(tmpdir(), "moc-bulletin-verb-"));
const zone = { DATA_DIR: folder };
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("the verb says what a zone without the rule lacks, then prints the day as text and as one object", async () => {
  const early = runVerb(zone, "bulletin");
  expect([early.status, early.out]).toEqual([1, ""]);
  expect(early.err).toMatch(/^The zone has no rule for its bulletin: .*load-pack --apply\.\n$/);
  await (await startServer({ ...zone, MOC_FIELD: "0" })).stop();

  const told = runVerb(zone, "bulletin", "--day", "2026-01-15", "--json");
  expect({ status: told.status, err: told.err }).toEqual({ status: 0, err: "" });
  const { day, known, records } = BulletinView.parse(JSON.parse(told.out));
  expect([day, known.cutOff, records]).toEqual(["2026-01-15", "2026-01-15T13:00:00.000Z", []]);

  const { out } = runVerb(zone, "bulletin", "--day", "2026-01-15");
  expect(out).toContain(
    "Tình hình xuất nhập khẩu qua các cửa khẩu ngày 15/01/2026\nTừ 14/01 20:00 đến 15/01 20:00\n",
  );
  expect(out).toContain("- Phí thu trong ngày: phần thu phí chưa cài đặt\n");
  expect(runVerb(zone, "bulletin", "--day", "2026-02-30").err).toContain("It is used so: ");
});
