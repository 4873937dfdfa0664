import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { firstDay } from "../../../test/world/first-day.ts";
import { actor, openWorld, type World } from "../../../test/world/open-world.ts";

describe("the clock of a demonstration", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  it("is set by a dispatcher, by no firm and by no stranger", async () => {
    const command = crypto.randomUUID();
    const set = { command, speed: 600 };
    await expect(world.as(null).platform.setSpeed(set)).rejects.toMatchObject({
      code: "not_signed_in",
      status: 401,
    });
    await expect(world.as(actor("firm")).platform.setSpeed(set)).rejects.toMatchObject({
      code: "not_allowed",
      status: 403,
    });
    expect(await world.as(actor("dispatcher")).platform.setSpeed(set)).toMatchObject({
      speed: 600,
      mode: "demo",
    });
  });

  it("begins in a demonstration at midnight of the day that was set, in the zone's civil time", async () => {
    const { now } = await world.as(actor("dispatcher")).platform.readClock();
    const hours = (Date.parse(now) - Date.parse(`${firstDay}T00:00:00+07:00`)) / 3_600_000;
    expect(hours).toBe(8);
  });

  it("is advanced by the simulated field alone, and never backwards", async () => {
    const field = world.as(
      actor("dispatcher", null, { kind: "token", scopes: ["demo:clock"], simulated: true }),
    );
    const { now } = await field.platform.readClock();
    const later = new Date(Date.parse(now) + 60_000).toISOString();
    await expect(world.as(actor("dispatcher")).platform.advanceClock({ to: later })).rejects.toMatchObject({
      code: "not_allowed",
    });
    expect((await field.platform.advanceClock({ to: later })).now).toBe(later);
    await expect(field.platform.advanceClock({ to: now })).rejects.toMatchObject({ code: "clock_backwards" });
  });

  it("refuses bad input by field, in the reader's language", async () => {
    const call = world
      .as(actor("dispatcher", null, { language: "en" }))
      .platform.setSpeed({ command: crypto.randomUUID(), speed: 601 });
    await expect(call).rejects.toMatchObject({
      code: "invalid_input",
      data: { fields: [{ path: "speed", code: "too_long", message: "Too long or too many (at most 600)." }] },
    });
  });
});
