import type { TripView } from "@moc/contract/gate/trip.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { allPassed, follows, must, type Truck } from "../naive-gate/truck.ts";
import { actor, type World } from "../open-world.ts";
import { command, dispatcher, route } from "../trips.ts";
import { counting, type Played } from "./played-commands.ts";
import {
  type ActName,
  acts,
  certain,
  drawnWindow,
  eventOf,
  everyAct,
  firmOf,
  onward,
  otherRoutes,
} from "./random-acts.ts";
import { answerSome } from "./random-answers.ts";
import { accounts, desk } from "./random-desk.ts";
import { compareDesks } from "./random-drafts.ts";
import { type Draw, drawing } from "./random-draw.ts";
import { declareOne, declareSome, importSome } from "./random-filing.ts";
import { divertSome, enterSlip, type Play, type Size, steering } from "./random-steering.ts";
import { type Watch, watchGate } from "./watch-gate.ts";

/** `events` were read by the model; `compared`: so often everything stored was held against it. */
type Tally = { accepted: number; refused: number; events: number; compared: number; played: Played };

const { giveOrder, liftOrder, recordNotice } = steering;
// Orders are the most: every pair of kinds has to meet.
const deeds = [
  ...Object.values(steering),
  giveOrder,
  giveOrder,
  giveOrder,
  giveOrder,
  liftOrder,
  liftOrder,
  recordNotice,
];
const atDesks = Object.values(desk);

/** `filed`: trucks whose declaration was answered as filed; null: an answer was lost. */
type Hands = Play & { watch: Watch; tally: Tally; filed: number | null };

/** An act on a truck, mostly one that its way knows. */
function choose(truck: Truck, draw: Draw): ActName {
  const { state, checks } = truck;
  const failed = [...checks.values()].includes("fail");
  if (failed && follows(truck, "refused") !== undefined && draw.chance(0.3)) return "refuse";
  const next = onward[state];
  for (let tries = 0; tries < 8; tries += 1) {
    const name = next !== undefined && draw.chance(0.85) ? draw.pick(next) : draw.pick(everyAct);
    const event = eventOf[name];
    if (name === "voidSlips" && truck.links?.length === 0) continue;
    if (event === null || follows(truck, event) !== undefined || draw.chance(0.05)) return name;
  }
  return draw.pick(everyAct);
}

/** Whether the rules, as the model has them, let an act happen that looks at nothing but the truck; null: it looks at more. */
function allowed(truck: Truck, name: ActName): boolean | null {
  const event = eventOf[name];
  if (event === null || !certain.has(name)) return null;
  return follows(truck, event) !== undefined && (event !== "released" || allPassed(truck));
}

async function attempt<Answer>(
  hands: Hands,
  tried: Promise<Answer>,
): Promise<{ answer?: Answer; refusal?: string; lost?: true }> {
  try {
    const answer = await tried;
    if (answer !== undefined) hands.tally.accepted += 1;
    return { answer };
  } catch (error) {
    const status = error instanceof Error && "status" in error ? Number(error.status) : 500;
    if (status === 503) return { lost: true }; // on a crowded machine the database may not answer: the log tells what was done
    if (status >= 500) throw error;
    hands.tally.refused += 1;
    return { refusal: String((error as { code?: unknown }).code) }; // as: a refusal of the contract
  }
}

/** What a slip act on a truck leaves: links that were handed out, and their ends. */
function noteLinks(truck: Truck, name: ActName, outcome: { answer?: unknown; lost?: true }, now: Date): void {
  if (outcome.lost) truck.links = null;
  if (name === "issueDriverLink" && outcome.answer !== undefined)
    truck.links?.push(new Date(now.getTime() + 7 * 24 * 3_600_000).toISOString());
}

/** One try on one truck. @returns how to hold it against the model once the log of the round is read */
async function tryOn(hands: Hands, truck: Truck): Promise<() => void> {
  const { as, draw, now } = hands;
  const slip = draw.chance(0.25) ? enterSlip(hands, truck) : undefined;
  const name = choose(truck, draw);
  const { version } = truck;
  const may = slip === undefined ? allowed(truck, name) : null;
  const outcome = await attempt(hands, slip ?? acts[name](as, truck, draw, now));
  const { answer, refusal } = outcome;
  if (slip === undefined) noteLinks(truck, name, outcome, now);
  return () => {
    const shown = (answer as { trip?: TripView } | undefined)?.trip; // as: every act on a truck answers so, but of its slips
    const told = { name, refusal, version, truck };
    if (shown !== undefined && shown.version === truck.version)
      must(shown.state === truck.state, "the answer shows the state", { ...told, shown: shown.state });
    if (refusal !== undefined && truck.version === version)
      must(may !== true, "what the rules let happen is not refused", told);
    const held = truck.links?.some((end) => end > now.toISOString()) === true;
    if (refusal === "no_slip_to_void") must(!held, "what was handed out can be voided", told);
  };
}

/** All that may still book want the same window at one moment. */
function rush({ as, draw, now, naive }: Hands, trucks: readonly Truck[], chosen: Set<Truck>) {
  const from = drawnWindow(draw, now);
  const { slot_rule: published } = naive.gate.rules;
  const may = trucks.filter(
    (truck) =>
      follows(truck, "slot_booked") !== undefined &&
      published.some(({ stream, routes }) => stream === truck.stream && routes?.includes(truck.route)),
  );
  return may.map((truck) => {
    chosen.add(truck);
    return as(firmOf(truck.declarant)).bookSlot({ ...command(), trip: truck.id, from });
  });
}

type Judge = () => void;
const nothing: Judge = () => undefined;
async function free(hands: Hands, tried: Promise<unknown>): Promise<Judge> {
  await attempt(hands, tried);
  return nothing;
}

/** A declaration, alone or of many; what was answered as filed is noted. */
async function declare(hands: Hands, tried: Promise<unknown>): Promise<Judge> {
  const { answer, lost } = await attempt(hands, tried);
  const trips = (answer as { trips?: unknown[] } | undefined)?.trips?.length ?? 1; // as: many are answered so
  if (lost) hands.filed = null;
  else if (answer !== undefined && hands.filed !== null) hands.filed += trips;
  return nothing;
}

const drawnFiling = ({ draw }: Hands) =>
  draw.chance(0.1) ? draw.pick([declareSome, importSome]) : declareOne;

/** A message of a force's own system about up to four trucks. */
async function answerFor(hands: Hands, lively: readonly Truck[], chosen: Set<Truck>): Promise<Judge> {
  const apart = lively.filter((truck) => !chosen.has(truck));
  const trucks = apart.filter(() => hands.draw.chance(2 / (apart.length + 1))).slice(0, 4);
  if (trucks.length === 0) return nothing;
  for (const truck of trucks) chosen.add(truck);
  const { tried, judge } = answerSome(hands, trucks);
  const { answer } = await attempt(hands, tried);
  return () => answer && judge(answer.outcomes);
}

function callSome({ as, draw, naive }: Hands): Promise<unknown> {
  const waits = [...naive.gate.trucks.values()].filter(({ state }) => state === "holding");
  const at =
    waits.length > 0 && draw.chance(0.8) ? draw.pick(waits).route : draw.pick([route, route, ...otherRoutes]);
  const queue = { route: at, direction: "export" as const };
  return as(dispatcher).callForward({ ...command(), ...queue, count: 1 + draw.upTo(2) });
}

/** Several hands at once: on different trucks, at calls, at declarations, and one at a desk. */
async function round(hands: Hands): Promise<void> {
  const { draw, naive, size } = hands;
  const trucks = [...naive.gate.trucks.values()];
  const open = trucks.filter((truck) => truck.endedAt === null).length;
  const lively = trucks.filter((truck) => truck.endedAt === null || draw.chance(0.05));
  const chosen = new Set<Truck>();
  const tries: Promise<Judge>[] = [];
  const before = naive.gate.declared;
  hands.filed = 0;
  if (draw.chance(0.05)) for (const one of rush(hands, lively, chosen)) tries.push(free(hands, one));
  const deed = draw.pick(atDesks);
  if (draw.chance(0.5)) tries.push((deed === desk.fileDraft ? declare : free)(hands, deed(hands)));
  if (draw.chance(0.2)) tries.push(answerFor(hands, lively, chosen));
  for (let hand = 0; hand < size.hands; hand += 1) {
    const truck = lively.length === 0 ? undefined : draw.pick(lively);
    const diverted = draw.chance(0.01) ? divertSome(hands) : undefined;
    if (diverted !== undefined) tries.push(free(hands, diverted));
    else if (open < size.open && draw.chance(open < size.open / 2 ? 0.5 : 0.05))
      tries.push(declare(hands, drawnFiling(hands)(hands)));
    else if (draw.chance(0.05)) tries.push(free(hands, callSome(hands)));
    else if (truck !== undefined && !chosen.has(truck)) {
      chosen.add(truck);
      tries.push(tryOn(hands, truck));
    }
  }
  const judged = await Promise.allSettled(tries);
  const failed = judged.find((one) => one.status === "rejected");
  if (failed !== undefined) throw failed.reason;
  await hands.watch.readOn();
  for (const one of judged) if (one.status === "fulfilled") one.value();
  const filed = naive.gate.declared - before;
  must(
    hands.filed === null || hands.filed === filed,
    "what was answered as filed is in the log, all or none",
    {
      answered: hands.filed,
      filed,
    },
  );
}

/** Hands of everybody, at a gate that nobody has used. */
async function handsOf(world: World, seed: number, wanted: Size): Promise<Hands> {
  const watch = watchGate(world);
  const tally: Tally = { accepted: 0, refused: 0, events: 0, compared: 0, played: {} };
  const officers: string[] = [];
  for (const made of accounts) {
    const { account } = await world
      .as(actor("administrator"))
      .identity.createAccount({ ...command(), ...made });
    officers.push(account.id);
  }
  return {
    as: (who: Actor) => counting(tally.played, world.as(who).gate),
    draw: drawing(seed),
    now: world.zone.platform.clock.now(),
    naive: watch.naive,
    papers: new Map(),
    desks: { drafts: new Map(), unsure: new Set() },
    officers,
    size: { hands: 4, open: 8, firms: 1, every: 200, ...wanted },
    watch,
    tally,
    filed: 0,
  };
}

/**
 * Plays many random commands of many actors on many trucks, hands at once, and holds the log and what is stored against
 * the naive model. @returns how many were accepted and refused, of which kind, and how many events the model has read
 * @throws Differs at the first difference
 */
export async function playRandomly(
  world: World,
  seed: number,
  commands: number,
  wanted: Size = {},
): Promise<Tally> {
  const hands = await handsOf(world, seed, wanted);
  const { watch, tally, size } = hands;
  const { clock } = world.zone.platform;
  const compare = async () => {
    await watch.compare();
    await compareDesks(world, hands.desks);
    tally.compared += 1;
  };
  for (let done = 0, due = size.every; done < commands; done = tally.accepted + tally.refused) {
    await watch.passTime(hands);
    hands.now = clock.now();
    if (hands.draw.chance(0.3)) {
      await attempt<unknown>(hands, hands.draw.pick(deeds)(hands));
      await watch.readOn();
    }
    await round(hands);
    tally.events = watch.events();
    if (done < due) continue;
    due += size.every;
    await compare();
  }
  await compare();
  return tally;
}
