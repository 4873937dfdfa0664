import { sql } from "kysely";
import type { Gate } from "../naive-gate/line.ts";
import { must } from "../naive-gate/truck.ts";
import type { World } from "../open-world.ts";
import { dispatcher } from "../trips.ts";
import { firmOf } from "./random-acts.ts";

const text = (ids: Iterable<string>) => [...ids].toSorted().join();

/** Who stands duty and what is not over is what the log left open. */
async function judgeDuty({ duties, incidents }: Gate["desk"], world: World): Promise<void> {
  const log = await world.as(dispatcher).gate.readDutyLog({});
  const onDuty = log.onDuty.map(({ id }) => id);
  must(text(onDuty) === text(duties.keys()), "who took duty stands it until it is handed over", {
    onDuty,
    duties,
  });
  const open = log.incidents.filter(({ closed }) => closed === null).map(({ id }) => id);
  must(text(open) === text(incidents.keys()), "what was reported is open until it is closed", {
    open,
    incidents,
  });
}

const hanoi = "+07:00";
/** The roster of today and of tomorrow: the shifts that touch the day, and who is planned twice for a moment. */
async function judgeRoster({ shifts }: Gate["desk"], world: World): Promise<void> {
  const { clock } = world.zone.platform;
  for (const ahead of [0, 1]) {
    const moment = new Date(clock.now().getTime() + ahead * 24 * 3_600_000 + 7 * 3_600_000);
    const day = moment.toISOString().slice(0, 10);
    const begins = Date.parse(`${day}T00:00:00${hanoi}`);
    const ends = begins + 24 * 3_600_000;
    const planned = [...shifts].filter(
      ([, { from, to }]) => Date.parse(from) < ends && Date.parse(to) > begins,
    );
    const rows = planned.map(([id, one]) => {
      const doubled = [...shifts].some(
        ([other, two]) =>
          other !== id && two.account === one.account && two.from < one.to && one.from < two.to,
      );
      return `${id} ${one.post} ${doubled}`;
    });
    const shown = (await world.as(dispatcher).gate.readRoster({ day })).shifts;
    const stored = shown.map(({ id, post, doubled }) => `${id} ${post} ${doubled}`);
    must(text(stored) === text(rows), "the roster is what was planned and not dropped", {
      day,
      stored,
      rows,
    });
  }
}

/** Whoever has chosen reads his last choice. */
async function judgeChoices({ desk, trucks }: Gate, world: World): Promise<void> {
  for (const { id: trip, declarant } of [...trucks.values()].slice(-20)) {
    const firm = firmOf(declarant);
    const { choice } = await world.as(firm).gate.readNotifications({ trip });
    const chosen = desk.choices.get(firm.id) ?? null;
    const [shown, kept] = [choice, chosen].map((one) =>
      JSON.stringify(one && [one.consent, one.language, one.quiet?.from, one.quiet?.to]),
    );
    must(shown === kept, "the last choice holds", { shown, kept, declarant });
  }
}

/** The driver's links that hold are those that were handed out and neither voided nor over. */
async function judgeLinks({ trucks }: Gate, { zone }: World): Promise<void> {
  const now = zone.platform.clock.now();
  const { rows } = await sql<{ trip: string; links: number }>`
    SELECT trip, count(*)::int AS links FROM identity_driver_link
    WHERE revoked_at IS NULL AND ends_at > ${now} AND trip = ANY (${[...trucks.keys()]}::uuid[])
    GROUP BY trip`.execute(zone.platform.database.db);
  const stored = new Map(rows.map(({ trip, links }) => [trip, links]));
  for (const { id, links } of trucks.values()) {
    if (links === null) continue;
    const held = links.filter((end) => end > now.toISOString()).length;
    must(held === (stored.get(id) ?? 0), "a link holds until it is voided or over", { id, links, stored });
  }
}

/** What the desks show, held against the model. @throws Differs */
export async function compareDesk(world: World, gate: Gate): Promise<void> {
  await judgeDuty(gate.desk, world);
  await judgeRoster(gate.desk, world);
  await judgeChoices(gate, world);
  await judgeLinks(gate, world);
}
