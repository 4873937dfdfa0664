import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../../../test/world/open-world.ts";
import { holding } from "../../../test/world/trips.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const verify = (code: string) => world.as(null).gate.verifyEntries({ code });

test("whoever holds a code sees places and links of its entries in the chain, and nothing of what they say", async () => {
  const trip = await holding(world);
  await world.zone.platform.follower.settled();
  const proof = await verify(trip.code.toLowerCase());
  expect(proof).toMatchObject({ code: trip.code, intact: true });
  expect(proof.entries.map((entry) => entry.kind)).toEqual([
    "gate.declared",
    "gate.signalled",
    "gate.signalled",
    "gate.arrived",
  ]);
  const positions = proof.entries.map((entry) => entry.position ?? 0);
  expect(positions).toEqual(positions.toSorted((one, other) => one - other));
  expect(proof.head.position).toBeGreaterThanOrEqual(positions.at(-1) ?? 0);
  const text = JSON.stringify(proof);
  for (const said of [trip.plate.number, trip.declarant, trip.driver.person, trip.id])
    expect(text).not.toContain(said);
});

test("a link follows from the link before and the stored entry, and an entry that was altered is told", async () => {
  const trip = await holding(world);
  await world.zone.platform.follower.settled();
  const [declared] = (await verify(trip.code)).entries;
  const [stored] = await world.asOwner(
    `SELECT s.position::int, e.seq::int, e.kind, e.subject, e.actor_id, e.actor_kind, e.actor_role, e.organisation, e.simulated,
      e.occurred_at, e.recorded_at, e.data::text AS data FROM event e JOIN event_seal s USING (seq)
      WHERE e.subject = '${trip.id}' ORDER BY e.seq LIMIT 1`,
  );
  const instants = Object.values(stored ?? {}).map((value) =>
    value instanceof Date ? value.toISOString() : value,
  );
  const content = JSON.stringify(instants);
  const hash = createHash("sha256")
    .update(Buffer.from(declared?.previous ?? "", "hex"))
    .update(content)
    .digest("hex");
  expect(declared?.hash).toBe(hash);
  await world.asOwner(
    `ALTER TABLE event DISABLE TRIGGER ALL; UPDATE event SET data = data || '{"route": "x"}' WHERE subject = '${trip.id}' AND kind = 'gate.declared'; ALTER TABLE event ENABLE TRIGGER ALL`,
  );
  const altered = await verify(trip.code);
  expect([altered.intact, altered.entries.map((entry) => entry.holds)]).toEqual([
    false,
    [false, true, true, true],
  ]);
});

test("an unknown code and one that is none are refused", async () => {
  await expect(verify("ZZZZ-0000")).rejects.toMatchObject({ code: "trip_not_found" });
  await expect(verify("' OR 1=1")).rejects.toMatchObject({ code: "invalid_input" });
});
