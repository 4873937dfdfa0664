import { Temporal } from "temporal-polyfill";
import { hireCrew, hiringClient } from "./crew.ts";
import { runLockstep } from "./lockstep.ts";
import { openField } from "./play.ts";
import type { Tally } from "./tally.ts";
import { readPlaces } from "./zone-places.ts";

/** MOC_FIELD_URL: where the API is. MOC_FIELD_TOKEN: the one token with which the field hires its crew. MOC_FIELD_SEED: which day. */
const url = required("MOC_FIELD_URL");
const seed = process.env.MOC_FIELD_SEED ?? "moc";

const hiring = hiringClient(url, required("MOC_FIELD_TOKEN"));
const start = await hiring.platform.readClock();
const clock = { now: Date.parse(start.now) };
const places = await readPlaces(hiring, start.timeZone);
const crew = await hireCrew(url, required("MOC_FIELD_TOKEN"), places);
const field = await openField({ crew, places, seed, day: start.day, now: () => clock.now, onDay: tell });

const stop = new AbortController();
process.once("SIGTERM", () => stop.abort());
process.once("disconnect", () => process.exit(0));
const morning = Temporal.PlainDate.from(start.day)
  .toZonedDateTime(start.timeZone)
  .add({ hours: 7 }).epochMilliseconds;
await runLockstep(crew.clock, field.agenda, clock, field.resumed === 0 ? morning : 0, stop.signal);
process.disconnect?.();

/** The server that started the field writes this into its log. */
function tell(day: string, { sent, late, again, refusals }: Tally): void {
  process.send?.({ day, sent, late, again, refusals: Object.fromEntries(refusals) });
}

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: the server starts the field with it`);
  return value;
}
