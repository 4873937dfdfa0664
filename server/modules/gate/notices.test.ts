import { randomUUID } from "node:crypto";
import type { NewNotice } from "@moc/contract/gate/notice.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openWorld, type World } from "../../../test/world/open-world.ts";
import { give, liftAll, orderOf, stop } from "../../../test/world/orders.ts";
import {
  call,
  command,
  customs,
  dispatcher,
  firm,
  guard,
  holding,
  route,
} from "../../../test/world/trips.ts";
import { civilDay } from "../../platform/time/clock.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const now = () => world.zone.platform.clock.now();
const inMinutes = (minutes: number) => new Date(now().getTime() + minutes * 60_000).toISOString();
const pass = (minutes: number) => world.zone.platform.clock.advance(new Date(inMinutes(minutes)));
const at = (path: string) => ({ fields: [expect.objectContaining({ path })] });

/** The other side closes in two hours for one, told on the hotline. */
const closure = (change: Partial<NewNotice> = {}): NewNotice => ({
  routes: [route],
  says: { kind: "closure", from: inMinutes(120), to: inMinutes(180) },
  cause: "system",
  words: null,
  toldBy: "Hải quan Bằng Tường",
  contact: "hotline",
  toldAt: inMinutes(0),
  corrects: null,
  ...change,
});
const record = async (notice: NewNotice, by: Actor | null = dispatcher, id: string = randomUUID()) =>
  (await world.as(by).gate.recordNotice({ command: id, notice })).notice;
const withdraw = async (
  notice: string,
  by: Actor | null = dispatcher,
  { id = randomUUID(), reason = "Phía bạn rút" } = {},
) => (await world.as(by).gate.withdrawNotice({ command: id, notice, reason })).notice;
const operations = async () => {
  await world.zone.platform.follower.settled();
  return world.as(dispatcher).gate.readOperations({});
};
const alerts = async () => (await operations()).alerts.filter((one) => one.kind === "counterpart_closure");
const statusOf = async (key: string) => (await operations()).routes.find((one) => one.key === key)?.status;
const countEvents = async () =>
  (await world.asOwner("SELECT seq FROM event WHERE kind LIKE 'gate.notice%'")).length;

afterEach(async () => {
  const { notices } = await world.as(dispatcher).gate.readNotices({});
  for (const one of notices.filter((notice) => notice.state === "stands")) await withdraw(one.id);
  await liftAll(world);
});

describe("recording a notice", () => {
  test("a stranger, a wrong role and bad input are refused, and nothing is written", async () => {
    await expect(record(closure(), null)).rejects.toMatchObject({ code: "not_signed_in" });
    await expect(record(closure(), customs)).rejects.toMatchObject({ code: "not_allowed" });
    const before = await countEvents();
    const bad: [Partial<NewNotice>, string, string][] = [
      [{ routes: ["khong-co"] }, "route_not_found", "notice.routes.0"],
      [{ toldAt: inMinutes(1) }, "notice_dates", "notice.toldAt"],
      [
        { says: { kind: "closure", from: inMinutes(60), to: inMinutes(60) } },
        "notice_dates",
        "notice.says.to",
      ],
      [
        { says: { kind: "hours", day: "2026-12-01", opens: "09:00", closes: "08:00" } },
        "notice_dates",
        "notice.says.closes",
      ],
      [{ corrects: randomUUID() }, "notice_not_found", "notice.corrects"],
    ];
    for (const [change, code, field] of bad)
      await expect(record(closure(change))).rejects.toMatchObject({ code, data: at(field) });
    await expect(record(closure({ toldBy: "" }))).rejects.toMatchObject({ code: "invalid_input" });
    expect(await countEvents()).toBe(before);
  });

  test("sent twice it is recorded once, with who told it, when and through which contact", async () => {
    const before = await countEvents();
    const id = randomUUID();
    const notice = closure();
    const first = await record(notice, guard, id);
    expect(await record(notice, guard, id)).toEqual(first);
    await expect(record({ ...notice, cause: "weather" }, guard, id)).rejects.toMatchObject({
      code: "command_conflict",
    });
    expect(await countEvents()).toBe(before + 1);
    expect(first).toMatchObject({ toldBy: "Hải quan Bằng Tường", contact: "hotline", state: "stands" });
  });
});

describe("a closure at two hours' notice", () => {
  test("is an alert with the order that mends it, and the order answers it", async () => {
    const { id: trip } = await holding(world);
    await record(closure());
    const [alert] = await alerts();
    expect(alert).toMatchObject({ severity: "warn", action: "give_order", route, params: { count: "1" } });
    await give(world, orderOf(stop, { from: inMinutes(120), to: inMinutes(180) }));
    expect(await alerts()).toEqual([]);
    expect((await call(world)).map((row) => row.id)).toEqual([trip]);
  });

  test("closes intake for its time and with its cause, and opens by itself", async () => {
    const { id: trip } = await holding(world);
    await record(closure());
    expect(await statusOf(route)).toBe("open");
    await pass(120);
    const opens = inMinutes(60);
    await expect(call(world)).rejects.toMatchObject({
      code: "route_closed",
      message: expect.stringContaining("phía bạn lỗi hệ thống"),
      data: { params: { opens } },
    });
    expect(await statusOf(route)).toBe("closed");
    expect((await alerts())[0]).toMatchObject({ severity: "bad" });
    await pass(60);
    expect(await statusOf(route)).toBe("open");
    expect((await call(world)).map((row) => row.id)).toEqual([trip]);
  });

  test("other announced hours of a day close the rest of it", async () => {
    const day = civilDay(now(), "Asia/Ho_Chi_Minh");
    await holding(world);
    await record(closure({ says: { kind: "hours", day, opens: "07:00", closes: "08:00" } }));
    await expect(call(world)).rejects.toMatchObject({ code: "route_closed" });
  });
});

describe("a notice that changed", () => {
  test("is corrected by a notice of its own; the one before stays and stands no longer", async () => {
    const first = await record(closure({ says: { kind: "closure", from: inMinutes(0), to: null } }));
    await expect(call(world)).rejects.toMatchObject({ code: "route_closed_until_told" });
    const second = await record(closure({ corrects: first.id }));
    expect(await statusOf(route)).toBe("open");
    await expect(record(closure({ corrects: first.id }))).rejects.toMatchObject({ code: "notice_over" });
    const { notices } = await world.as(firm).gate.readNotices({});
    const states = new Map(notices.map((one) => [one.id, one.state]));
    expect([states.get(first.id), states.get(second.id)]).toEqual(["corrected", "stands"]);
  });

  test("is withdrawn once, by whom it concerns and with a reason, and a rebuild changes nothing", async () => {
    const { id } = await record(closure());
    await expect(withdraw(id, null)).rejects.toMatchObject({ code: "not_signed_in" });
    await expect(withdraw(id, customs)).rejects.toMatchObject({ code: "not_allowed" });
    await expect(withdraw(id, dispatcher, { reason: "" })).rejects.toMatchObject({ code: "invalid_input" });
    await expect(withdraw(randomUUID())).rejects.toMatchObject({
      code: "notice_not_found",
      data: at("notice"),
    });
    const again = randomUUID();
    const first = await withdraw(id, dispatcher, { id: again });
    expect(await withdraw(id, dispatcher, { id: again })).toEqual(first);
    await expect(withdraw(id)).rejects.toMatchObject({ code: "notice_over" });
    expect(first).toMatchObject({ state: "withdrawn", withdrawReason: "Phía bạn rút" });
    const { before, after } = await world.zone.gate.rebuild();
    expect(after).toBe(before);
  });

  test("an instant may be told with its offset: the same command in another notation is done once", async () => {
    const local = (at: string) =>
      new Date(Date.parse(at) + 7 * 3_600_000).toISOString().replace("Z", "+07:00");
    const notice = closure();
    const { says, toldAt } = notice;
    if (says.kind !== "closure" || says.to === null) throw new Error("no closure");
    const told = { ...says, from: local(says.from), to: local(says.to) };
    const id = randomUUID();
    const first = await record(
      { ...notice, says: told, toldAt: toldAt.replace(".000Z", "Z") },
      dispatcher,
      id,
    );
    expect(first.says).toEqual(says);
    expect(await record(notice, dispatcher, id)).toEqual(first);
    await expect(record(closure({ toldAt: "2026-11-22 08:00" }))).rejects.toMatchObject({
      code: "invalid_input",
      data: {
        fields: [{ path: "notice.toldAt", message: expect.stringContaining("2026-11-22T08:00:00+07:00") }],
      },
    });
  });

  test("the driver reads it on the page of the own truck", async () => {
    const { id: trip } = await holding(world);
    await record(closure());
    const { url } = await world.as(firm).gate.issueDriverLink({ ...command(), trip });
    const page = await world.zone.app.inject({ method: "GET", url: new URL(url).pathname });
    expect(page.body).toContain("Phía Trung Quốc tạm đóng");
    expect(page.body).toContain("phía bạn lỗi hệ thống");
  });
});
