import { Temporal } from "temporal-polyfill";
import { type Agenda, makeAgenda } from "./agenda.ts";
import { makeSlotBook } from "./book-slot.ts";
import { planWagons, playWagons } from "./count-wagons.ts";
import { planEpisodes } from "./counterpart.ts";
import type { Crew } from "./crew.ts";
import { planDay } from "./day.ts";
import { makeFiling } from "./declare.ts";
import { startDispatcher } from "./dispatch.ts";
import { planOutages } from "./line.ts";
import { letAgentDeclare } from "./mandates.ts";
import { planPaperHours, playPaperHour } from "./paper-hour.ts";
import { playEpisode } from "./play-episode.ts";
import { resumeTrucks } from "./resume.ts";
import { makeSite, type Site } from "./site.ts";
import { makeTally, type Tally } from "./tally.ts";
import { minuteMs } from "./truck.ts";
import { carriedOver } from "./volumes.ts";
import type { ZonePlaces } from "./zone-places.ts";

type Start = {
  crew: Crew;
  places: ZonePlaces;
  seed: string;
  /** The civil day on which it starts. */
  day: string;
  /** Zone time in ms. */
  now: () => number;
  /** What was played is told at each midnight. */
  onDay?: (day: string, tally: Tally) => void;
};

/** The simulated field ready to run: its agenda, and what it has sent. `resumed`: trucks taken up from before. */
export type Field = { agenda: Agenda; tally: Tally; site: Site; resumed: number };

/** Reads the border, takes up what is on its way, and plans the day and every day after it. */
export async function openField({ crew, places, seed, day, now, onDay }: Start): Promise<Field> {
  const agenda = makeAgenda();
  const tally = makeTally();
  const site = makeSite({ crew, places, agenda, now, tally });
  const declare = makeFiling(site, agenda, makeSlotBook(site));
  await site.border.turnTo(day);
  await site.border.learn();
  const resumed = await resumeTrucks(site);

  /** Plans a day, and the planning of the day after at its midnight. */
  function planFrom(date: Temporal.PlainDate, carried: number): void {
    const today = date.toString();
    const dayStart = date.toZonedDateTime(places.timeZone).epochMilliseconds;
    site.outages = planOutages(seed, today, dayStart, places.routes);
    for (const hour of planPaperHours(seed, today, dayStart, places.routes)) {
      if (hour.from - 60 * minuteMs >= now()) playPaperHour(site, agenda, hour);
    }
    const dayBefore = date.subtract({ days: 1 }).toString();
    playWagons(site, agenda, planWagons(seed, dayBefore, places.railways), dayStart);
    agenda.plan(Math.max(now(), dayStart + 5 * minuteMs), () => letAgentDeclare(site, today));
    for (const planned of planDay(seed, places, today, dayStart, date.month, carried)) {
      // What a demonstration that begins by day finds on its way is declared at once; after a restart it is already.
      const past = planned.declareAt < now() - minuteMs;
      if (past && (resumed > 0 || planned.arriveAt < now())) continue;
      agenda.plan(planned.declareAt, () => declare(planned));
    }
    const neighbour = (route: string) => places.neighbour(route, "export_vn");
    for (const episode of planEpisodes(seed, today, dayStart, places.routes, neighbour)) {
      if (episode.tellAt >= now()) playEpisode(site, agenda, episode);
    }
    const tomorrow = date.add({ days: 1 });
    agenda.plan(tomorrow.toZonedDateTime(places.timeZone).epochMilliseconds, async () => {
      onDay?.(today, tally);
      await site.border.turnTo(tomorrow.toString());
      planFrom(tomorrow, 0);
    });
  }

  planFrom(Temporal.PlainDate.from(day), resumed === 0 ? carriedOver : 0);
  startDispatcher(site, agenda);
  return { agenda, tally, site, resumed };
}
