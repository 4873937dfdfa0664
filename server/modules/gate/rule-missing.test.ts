import { randomUUID } from "node:crypto";
import { civilDay } from "@moc/server/platform/time/clock.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actor, openWorld, type World } from "../../../test/world/open-world.ts";
import {
  call,
  command,
  declaration,
  declare,
  dispatcher,
  firm,
  guard,
  holding,
  inYard,
  passChecks,
  route,
} from "../../../test/world/trips.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

type Kind = "call_rule" | "time_limit" | "check_rule" | "stream" | "bulletin_rule";

/** The zone has no such rule from today on, as a live zone that nobody has told one. */
async function without(kind: Kind, ...keys: string[]): Promise<void> {
  const validTo = civilDay(world.zone.platform.clock.now(), "Asia/Ho_Chi_Minh");
  for (const key of keys) {
    const ended = { command: randomUUID(), kind, key, validTo, reason: "chưa ban hành" };
    await world.as(actor("administrator")).registry.endRow(ended);
  }
}

const missing = (what: string, file: string) => ({
  code: "rule_missing",
  status: 409,
  message: expect.stringMatching(`tại Hữu Nghị chuyên dụng\\. .* ${file}`),
  data: { params: { what, file, route } },
});

test("a command that needs a rule which nobody has stated names the rule and the file that mends it, and does nothing", async () => {
  const waiting = await holding(world);
  const trip = await inYard(world);
  await passChecks(world, trip);
  await world.as(dispatcher).gate.release({ ...command(), trip: trip.id });
  const held = await holding(world);
  const countEvents = async () =>
    (await world.asOwner("SELECT seq FROM event WHERE kind LIKE 'gate.%'")).length;
  const before = await countEvents();

  await without("time_limit", "abroad");
  await expect(world.as(guard).gate.crossOut({ ...command(), trip: trip.id })).rejects.toMatchObject(
    missing("abroad", "time-limits.yaml"),
  );

  await without("time_limit", "show-after-call");
  await expect(call(world)).rejects.toMatchObject(missing("show_after_call", "time-limits.yaml"));
  await without("call_rule", "call-1119-1120");
  await expect(call(world)).rejects.toMatchObject(missing("call_rule", "call-rules.yaml"));
  const queue = { route, direction: "export" } as const;
  const { gate } = world.as(dispatcher);
  const no = { allowed: false, reason: "rule_missing", params: { what: "call_rule" } };
  const preview = await gate.previewCall(queue);
  expect(preview).toMatchObject({ mayCall: no, factors: { travelHours: null, buffer: null }, proposed: 0 });
  expect((await gate.readQueue({ ...queue, limit: 10 })).mayCall).toMatchObject(no);
  const { may } = (await gate.readTrip({ trip: held.id })).trip;
  expect(may.find((line) => line.action === "call_forward")).toMatchObject(no);

  await without("time_limit", "declaration-not-arrived");
  await expect(declare(world)).rejects.toMatchObject(missing("declaration_not_arrived", "time-limits.yaml"));
  await without("stream", "perishable", "general", "unsorted");
  await expect(declare(world)).rejects.toMatchObject(missing("stream", "streams.yaml"));
  const goods = [{ name: "Mít", class: "fruit" as const }];
  await expect(
    world.as(firm).gate.amendDeclaration({ ...command(), trip: held.id, goods }),
  ).rejects.toMatchObject(missing("stream", "streams.yaml"));
  expect(await countEvents()).toBe(before);
  expect((await gate.readTrip({ trip: waiting.id })).trip.state).toBe("called");
});

test("what is missing for the whole zone is told with the zone's name", async () => {
  await without("bulletin_rule", "daily-bulletin");
  const day = civilDay(world.zone.platform.clock.now(), "Asia/Ho_Chi_Minh");
  await expect(world.as(dispatcher).gate.readBulletin({ day })).rejects.toMatchObject({
    code: "rule_missing",
    message: expect.stringContaining("tại Khu kinh tế cửa khẩu Đồng Đăng – Lạng Sơn."),
  });
});

test("a zone that names no checks takes no truck, in every language", async () => {
  await without(
    "check_rule",
    "border-guard-exit",
    "border-guard-entry",
    "customs",
    "health-quarantine",
    "plant-quarantine",
  );
  const texts = { vi: "kiểm tra áp dụng", en: "checks that apply", zh: "适用查验" } as const;
  for (const language of ["vi", "en", "zh"] as const) {
    const asked = world.as({ ...firm, language }).gate.declareVehicle({
      ...command(),
      declaration: declaration({ kind: "import_cn" }),
    });
    await expect(asked).rejects.toMatchObject({
      code: "rule_missing",
      message: expect.stringContaining(texts[language]),
    });
  }
});
