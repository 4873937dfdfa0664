import { Temporal } from "temporal-polyfill";
import { makeAgenda } from "./agenda.ts";
import { bookSlot } from "./book-slot.ts";
import { planClosures, playClosure } from "./counterpart.ts";
import { hireCrew, hiringClient } from "./crew.ts";
import { planDay } from "./day.ts";
import { startDispatcher } from "./dispatch.ts";
import { runLockstep } from "./lockstep.ts";
import { resumeTrucks } from "./resume.ts";
import { firmIndex, makeSite, tryTwice } from "./site.ts";
import { planNext, type Truck } from "./truck.ts";
import { readPlaces } from "./zone-places.ts";

/** MOC_FIELD_URL: where the API is. MOC_FIELD_TOKEN: the one token with which the field hires its crew. MOC_FIELD_SEED: which day. */
const url = required("MOC_FIELD_URL");
const seed = process.env.MOC_FIELD_SEED ?? "moc";
const carriedOver = 100;

const hiring = hiringClient(url, required("MOC_FIELD_TOKEN"));
const start = await hiring.platform.readClock();
const clock = { now: Date.parse(start.now) };
const places = await readPlaces(hiring, start.day, start.timeZone);
const crew = await hireCrew(url, required("MOC_FIELD_TOKEN"), places);
const agenda = makeAgenda();
const refusals = new Map<string, number>();
const onRefusal = (code: string) => refusals.set(code, (refusals.get(code) ?? 0) + 1);
const site = makeSite({ crew, places, agenda, now: () => clock.now, onRefusal });
const trucks = new Map<string, Truck>();

const resumed = await resumeTrucks(site, trucks);
planFrom(start.day, resumed === 0 ? carriedOver : 0);
startDispatcher(site, agenda, places.routes, trucks, onRefusal);

const stop = new AbortController();
process.once("SIGTERM", () => stop.abort());
process.once("disconnect", () => process.exit(0));
const morning = Temporal.PlainDate.from(start.day)
  .toZonedDateTime(start.timeZone)
  .add({ hours: 7 }).epochMilliseconds;
await runLockstep(crew.clock, agenda, clock, resumed === 0 ? morning : 0, stop.signal);

/** Plans a day's declarations, and the planning of the day after at its midnight. */
function planFrom(day: string, carried: number): void {
  const date = Temporal.PlainDate.from(day);
  const dayStart = date.toZonedDateTime(start.timeZone).epochMilliseconds;
  for (const planned of planDay(seed, places.volumes, day, dayStart, date.month, carried)) {
    if (planned.declareAt < clock.now - 60_000) continue;
    agenda.plan(planned.declareAt, () => declare(planned));
  }
  for (const closure of planClosures(seed, day, dayStart, places.routes)) {
    if (closure.tellAt >= clock.now) playClosure(site, agenda, closure, onRefusal);
  }
  const tomorrow = date.add({ days: 1 });
  agenda.plan(tomorrow.toZonedDateTime(start.timeZone).epochMilliseconds, async () =>
    planFrom(tomorrow.toString(), 0),
  );
}

async function declare(planned: ReturnType<typeof planDay>[number]): Promise<void> {
  const firm = crew.firms[firmIndex(planned.seed, crew.firms.length)];
  if (firm === undefined) throw new Error("the registry has no firm of the demonstration");
  const command = crypto.randomUUID();
  const answer = await tryTwice(
    () => firm.gate.declareVehicle({ command, declaration: planned.declaration }),
    onRefusal,
  );
  if (answer === null) return;
  await bookSlot(firm, planned, answer.trip, onRefusal);
  const { seed: own, arriveAt, goodsLater } = planned;
  const truck: Truck = {
    seed: own,
    id: answer.trip.id,
    route: answer.trip.route,
    arriveAt,
    goodsLater,
    state: null,
    inHand: new Set(),
  };
  trucks.set(truck.id, truck);
  planNext(site, truck, answer.trip);
}

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: the server starts the field with it`);
  return value;
}
