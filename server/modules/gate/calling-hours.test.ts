import { randomUUID } from "node:crypto";
import { instantOf } from "@moc/server/platform/time/clock.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actor, openWorld, type World } from "../../../test/world/open-world.ts";
import {
  arrive,
  call,
  command,
  customs,
  declare,
  dispatcher,
  firm,
  holding,
  route,
} from "../../../test/world/trips.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const zone = "Asia/Ho_Chi_Minh";
const queue = { route, direction: "export" } as const;
const now = () => world.zone.platform.clock.now();
const dayAfter = (days: number) =>
  new Date(now().getTime() + days * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10);

async function reach(day: string, clock: string): Promise<void> {
  await world.zone.platform.clock.advance(instantOf(day, clock, zone));
}

/** The other side announced something for one day. */
async function announce(day: string, mode: "closed" | "pre_registered", hours: "whole_day" | "ordinary") {
  await world.as(actor("administrator")).registry.editRow({
    command: randomUUID(),
    statement: {
      kind: "opening_exception",
      key: `notice-${day}`,
      routes: [route],
      traffic: "goods",
      firstDay: day,
      lastDay: day,
      mode,
      hours,
      bands: [],
      reason: { vi: "phía bạn nghỉ lễ", en: "holiday of the other side", zh: "对方放假" },
    },
    validFrom: null,
    citation: "Điện của cửa khẩu đối diện",
    reason: "nhập thông báo",
  });
}

const look = async () => {
  const { gate } = world.as(dispatcher);
  const preview = await gate.previewCall(queue);
  const { mayCall, rows } = await gate.readQueue({ ...queue, limit: 200 });
  return { preview, mayCall, rows };
};
const countEvents = async () => (await world.asOwner("SELECT seq FROM event")).length;

describe("while a route is closed nobody is called", () => {
  test("at night, and the refusal says when it opens, in the reader's language", async () => {
    const { id } = await holding(world);
    const day = dayAfter(1);
    await reach(day, "03:00");
    const opens = instantOf(day, "07:00", zone).toISOString();
    const before = await countEvents();
    const params = { route, opens, cause_vi: "ngoài giờ mở cửa" };
    const when = `${day.slice(8)}/${day.slice(5, 7)}`;
    const texts = [
      ["vi", `Lối Hữu Nghị chuyên dụng đang đóng: ngoài giờ mở cửa. Mở lại ${when} 07:00.`],
      ["en", `Route Hữu Nghị freight is closed: outside its opening hours. It opens again ${when} 07:00.`],
      ["zh", `通道友谊货运已关闭：非开放时间。${when} 07:00重新开放。`],
    ] as const;
    for (const [language, message] of texts) {
      const asked = world
        .as({ ...dispatcher, language })
        .gate.callForward({ ...command(), ...queue, count: 1 });
      await expect(asked).rejects.toMatchObject({
        code: "route_closed",
        status: 409,
        message,
        data: { params },
      });
    }
    expect(await countEvents()).toBe(before);
    const { preview, mayCall } = await look();
    expect(preview).toMatchObject({ proposed: 0, count: 0, called: [], perStream: [] });
    expect(mayCall).toMatchObject({ allowed: false, reason: "route_closed", params });
    expect(preview.mayCall).toEqual(mayCall);
    const { may } = (await world.as(dispatcher).gate.readTrip({ trip: id })).trip;
    expect(may.find((line) => line.action === "call_forward")).toMatchObject({ reason: "route_closed" });
    await reach(day, "07:00");
    expect((await call(world)).map((trip) => trip.id)).toEqual([id]);
  });

  test("and who was called before keeps the rest of the time to show up for the morning", async () => {
    const { id } = await holding(world);
    const day = dayAfter(0);
    await reach(day, "17:30"); // half an hour before the end of the day; the rule gives two hours
    await call(world);
    const next = dayAfter(1);
    const stateAt = async (time: string) => {
      await reach(next, time);
      await world.zone.engines.runTimers();
      return (await world.as(dispatcher).gate.readTrip({ trip: id })).trip.state;
    };
    expect([await stateAt("08:29"), await stateAt("08:31")]).toEqual(["called", "expired"]);
  });

  test("by a notice of the other side, with its reason", async () => {
    const day = dayAfter(1);
    await announce(day, "closed", "whole_day");
    await reach(day, "09:00");
    await expect(call(world)).rejects.toMatchObject({
      code: "route_closed",
      message: expect.stringContaining("phía bạn nghỉ lễ"),
      data: { params: { opens: instantOf(dayAfter(1), "07:00", zone).toISOString() } },
    });
  });

  test("and where no calendar says when it opens, that is said too", async () => {
    const first = dayAfter(1);
    await world.as(actor("administrator")).registry.editRow({
      command: randomUUID(),
      statement: { kind: "opening", key: `goods-${route}`, route, traffic: "goods", bands: [] },
      validFrom: first,
      validTo: dayAfter(2),
      citation: "thử",
      reason: "thử",
    });
    await world.as(actor("administrator")).registry.editRow({
      command: randomUUID(),
      statement: { kind: "opening", key: `goods-${route}`, route, traffic: "goods", bands: null },
      validFrom: dayAfter(2),
      validTo: dayAfter(3),
      citation: "thử",
      reason: "thử",
    });
    await reach(first, "09:00");
    await expect(call(world)).rejects.toMatchObject({ code: "route_closed_until_told" });
    // Hours that nobody states close nothing: there is simply nobody to call.
    await reach(dayAfter(1), "09:00");
    await expect(call(world)).rejects.toMatchObject({ code: "nobody_to_call" });
  });
});

describe("on a day for registered vehicles only", () => {
  test("who was declared before is called, who came later keeps the place and is named, and the next day all are called", async () => {
    await reach(dayAfter(1), "09:00");
    const registered = (await declare(world)).id;
    const day = dayAfter(1);
    await announce(day, "pre_registered", "ordinary");
    await reach(day, "09:00");
    const late = await holding(world);
    await arrive(world, registered);
    const { rows, preview } = await look();
    expect(rows.map((row) => [row.trip.id, row.place, row.passedOver])).toEqual([
      [late.id, 1, "not_pre_registered"],
      [registered, 2, null],
    ]);
    expect(preview).toMatchObject({ proposed: 1, called: [registered] });
    const line = (await world.as(dispatcher).gate.readTrip({ trip: late.id })).trip.may.find(
      (one) => one.action === "call_forward",
    );
    expect(line).toMatchObject({ allowed: false, reason: "not_pre_registered" });
    expect((await call(world, 5)).map((trip) => trip.id)).toEqual([registered]);
    const { lines } = await world.as(dispatcher).gate.readStory({ trip: registered });
    const passedOver = [{ trip: late.id, reason: "not_pre_registered" }];
    expect(lines.find((one) => one.kind === "gate.called")?.data.passedOver).toEqual(passedOver);
    await expect(call(world)).rejects.toMatchObject({ code: "nobody_to_call" });
    await reach(dayAfter(1), "09:00");
    expect((await call(world)).map((trip) => trip.id)).toEqual([late.id]);
  });

  test("a place that the mode changes is explained, and the history ends at the place that is shown", async () => {
    const first = await declare(world);
    await reach(dayAfter(1), "09:00");
    const day = dayAfter(1);
    const ore = { goods: [{ name: "Quặng", class: "ore" as const }] };
    const others = [(await declare(world, ore)).id, (await declare(world, ore)).id];
    await announce(day, "pre_registered", "ordinary");
    await reach(day, "09:00");
    const late = [await holding(world), await holding(world)];
    for (const trip of [...others, first.id]) await arrive(world, trip);
    const { rows } = await look();
    for (const row of rows) {
      const explained = await world.as(firm).gate.explainPlace({ trip: row.trip.id });
      expect([explained.place, row.trip.id]).toEqual([row.place, row.trip.id]);
    }
    const causes = await Promise.all(
      [...late.map((trip) => trip.id), ...others, first.id].map(async (trip) =>
        (await world.as(customs).gate.explainPlace({ trip })).changes.map((change) => change.cause),
      ),
    );
    expect(causes.flat()).toContain("registered_first");
  });
});
