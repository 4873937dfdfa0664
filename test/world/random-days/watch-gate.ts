import { civilDay, instantOf } from "@moc/server/platform/time/clock.ts";
import { sql } from "kysely";
import { naiveGate } from "../naive-gate/gate.ts";
import { type Row } from "../naive-gate/truck.ts";
import type { World } from "../open-world.ts";
import { dispatcher } from "../trips.ts";
import { closeDay } from "./close-day.ts";
import { compareDesk } from "./compare-desk.ts";
import { compareStored } from "./compare-gate.ts";
import { compareCounts } from "./random-counts.ts";
import type { Play } from "./random-steering.ts";

const minute = 60_000; // ms

/** Reads the log into a naive model while somebody plays, and holds what is stored against it. */
export function watchGate(world: World) {
  const { database, clock } = world.zone.platform;
  const naive = naiveGate(world.zone.registry.rows(clock.now()));
  /** Events of the trucks that a bulletin to come can count. */
  const kept = new Map<string, Row[]>();
  let reached = 0;
  let read = 0;

  /** Reads what was recorded since. Only while no command is on its way: whole transactions, each once. */
  async function readOn(): Promise<void> {
    const { rows } = await sql<Row>`
      SELECT seq, kind, subject, occurred_at, recorded_at, actor_id, actor_role, organisation, data FROM event
      WHERE seq > ${reached} AND kind LIKE 'gate.%' ORDER BY seq`.execute(database.db);
    reached = rows.at(-1)?.seq ?? reached;
    read += rows.length;
    naive.tell(rows);
    for (const row of rows) {
      const own = kept.get(row.subject) ?? [];
      own.push(row);
      kept.set(row.subject, own);
    }
  }

  async function goTo(to: Date): Promise<void> {
    await clock.advance(to);
    await world.zone.engines.runTimers();
    await readOn();
  }

  /** Forgets the events of trucks that neither today's bulletin nor its correction tomorrow can count. */
  function forgetCounted(day: string): void {
    const began = instantOf(day, "00:00", clock.timeZone).toISOString();
    for (const [id, own] of kept) {
      const ended = naive.gate.trucks.get(id)?.endedAt;
      const last = own.at(-1)?.recorded_at.toISOString() ?? "";
      if ((ended === undefined || ended !== null) && last < began) kept.delete(id);
    }
  }

  return {
    naive,
    readOn,
    events: () => read,
    /** Time goes on, so that no truck has two things happen at one moment; in the evening the day is closed and the next morning begins. */
    async passTime({ draw, as, size: { hands } }: Play): Promise<void> {
      const now = clock.now();
      const day = civilDay(now, clock.timeZone);
      if (now >= instantOf(day, "18:20", clock.timeZone)) {
        await goTo(instantOf(day, "20:01", clock.timeZone));
        await closeDay(as(dispatcher), day, clock.timeZone, [...kept.values()].flat());
        await readOn();
        forgetCounted(day);
        const next = civilDay(
          new Date(instantOf(day, "12:00", clock.timeZone).getTime() + 1_440 * minute),
          clock.timeZone,
        );
        await goTo(instantOf(next, "06:50", clock.timeZone));
        naive.forget(clock.now().toISOString());
      } else await goTo(new Date(now.getTime() + (1 + draw.upTo(hands > 8 ? 1 : 0)) * minute));
    },
    /** Everything that is stored of open trucks and queues, held against the model. */
    async compare(): Promise<void> {
      await compareStored(world, naive.gate);
      await compareDesk(world, naive.gate);
      await compareCounts(world, naive.gate.counts);
      naive.forget(clock.now().toISOString());
      world.logged.length = 0;
    },
  };
}
export type Watch = ReturnType<typeof watchGate>;
