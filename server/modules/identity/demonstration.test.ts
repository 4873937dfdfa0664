import { roles } from "@moc/contract/values/actor.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWorld, type World } from "../../../test/world/open-world.ts";
import { deriveKeys } from "./keys.ts";
import { demonstrationPassword } from "./make-demonstration.ts";

describe("the demonstration's accounts", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  it("are one per role, in organisations of the pack, plainly marked, and the same at every start", async () => {
    const first = await world.zone.identity.makeDemonstration();
    expect(first.map((seat) => seat.role).toSorted()).toEqual([...roles].toSorted());
    const now = world.zone.platform.clock.now();
    for (const { organisation } of first) {
      if (organisation !== null)
        expect(world.zone.registry.find("organisation", organisation, now), organisation).not.toBeNull();
    }
    expect(await world.zone.identity.makeDemonstration()).toEqual(first);
    const rows = await world.asOwner(
      "SELECT demonstration, count(*)::int AS count FROM identity_account GROUP BY 1",
    );
    expect(rows).toEqual([{ demonstration: true, count: roles.length }]);
    const seat = first.find((one) => one.role === "firm");
    const me = await world
      .as(null)
      .identity.signIn({ name: seat?.userName ?? "", password: seat?.password ?? "" });
    expect(me.account).toMatchObject({ demonstration: true, organisation: "firm-ky-lua" });
    expect(me.account?.name).toContain("(minh họa)");
  });

  it("have other passwords in every installation", () => {
    const here = demonstrationPassword({ keys: deriveKeys("one secret") }, "dieu-do");
    expect(here).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    expect(demonstrationPassword({ keys: deriveKeys("one secret") }, "dieu-do")).toBe(here);
    expect(demonstrationPassword({ keys: deriveKeys("another secret") }, "dieu-do")).not.toBe(here);
    expect(demonstrationPassword({ keys: deriveKeys("one secret") }, "hai-quan")).not.toBe(here);
  });

  it("are no real people's retention: the rule they bring is marked illustrative", async () => {
    const auditor = { kind: "account" as const, roles: ["auditor" as const], organisation: null };
    const base = {
      id: crypto.randomUUID(),
      language: "vi" as const,
      simulated: false,
      trip: null,
      scopes: [],
    };
    const { rows } = await world.as({ ...base, ...auditor }).identity.listRetention();
    expect(rows).toMatchObject([
      { class: "driver", illustrative: true },
      { class: "owner", illustrative: true },
    ]);
  });
});
