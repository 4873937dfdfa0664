import type { World } from "../../test/world/open-world.ts";
import { inYard } from "../../test/world/trips.ts";
import { markOf, readSample, repeat } from "../gate/history.ts";

const sampleSize = 20;

/** Brings trucks into the yard: some by the real commands, the others as repetitions of them. @returns their ids */
export async function yardOfTrips(world: World, count: number): Promise<string[]> {
  const { database, clock } = world.zone.platform;
  const pass = async (minutes: number) =>
    void (await clock.advance(new Date(clock.now().getTime() + minutes * 60_000)));
  const mark = await markOf(database.db);
  await pass(1);
  for (let number = 0; number < sampleSize; number += 1) {
    const plate = { country: "VN" as const, number: `29H${10_000 + number}` };
    await inYard(world, { vehicle: { plate, payloadClass: "from_18t", containers: [] } });
  }
  await pass(1);
  const sample = await readSample(database.db, mark, sampleSize);
  await repeat(database, sample, Math.ceil(count / sampleSize) - 1);
  await clock.advance((await markOf(database.db)).at);
  await world.zone.gate.rebuild();
  await world.asOwner("CREATE TABLE standing AS SELECT * FROM gate_trip");
  await world.asOwner("VACUUM ANALYZE");
  const rows = await world.asOwner("SELECT id FROM gate_trip WHERE state = 'in_yard' ORDER BY id LIMIT $1", [
    count,
  ]);
  return rows.map((row) => (row as { id: string }).id); // as: selected above
}

/** Puts every truck back into the yard. The log keeps what was done. */
export async function restoreYard(world: World): Promise<void> {
  await world.asOwner("DELETE FROM gate_trip");
  await world.asOwner("INSERT INTO gate_trip SELECT * FROM standing");
  await world.asOwner("VACUUM ANALYZE gate_trip");
  await world.asOwner("CHECKPOINT");
}

/** One digest over all trips as they stand. Zone time stands still, so equal commands leave equal trips. */
export async function stateDigest(world: World): Promise<string> {
  const rows = await world.asOwner(
    "SELECT md5(string_agg(t::text, '' ORDER BY id)) AS digest FROM gate_trip t",
  );
  return (rows[0] as { digest: string }).digest; // as: selected above
}
