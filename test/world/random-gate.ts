import { tripKinds } from "@moc/contract/gate/declaration.ts";
import type { TripView } from "@moc/contract/gate/trip.ts";
import { kindTraits } from "@moc/contract/gate/trip-kind.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import { allPassed, follows, must, type Truck } from "./naive-gate/truck.ts";
import type { World } from "./open-world.ts";
import {
  type ActName,
  acts,
  certain,
  drawnWindow,
  everyAct,
  firmOf,
  goods,
  onward,
  otherRoutes,
} from "./random-acts.ts";
import { type Draw, drawing } from "./random-draw.ts";
import { agent, divertSome, enterSlip, type Play, steering } from "./random-steering.ts";
import { command, declaration, dispatcher, firm, route } from "./trips.ts";
import { type Watch, watchGate } from "./watch-gate.ts";

type Size = {
  /** Hands at work at the same time, each on a truck of its own. */
  hands?: number;
  /** Trucks that are not at their end. */
  open?: number;
  /** Firms that declare. */
  firms?: number;
  /** Everything is compared with the naive model after so many commands. */
  every?: number;
};
/** `events` were read by the model; `compared`: so often everything stored was held against it. */
type Tally = { accepted: number; refused: number; events: number; compared: number };

// Exports are the most: theirs is the queue.
const kinds = [...Array.from({ length: 6 }, () => "export_vn" as const), ...tripKinds];
const { giveOrder, liftOrder, recordNotice } = steering;
// Orders are the most: every pair of kinds has to meet.
const deeds = [
  ...Object.values(steering),
  giveOrder,
  giveOrder,
  giveOrder,
  giveOrder,
  liftOrder,
  recordNotice,
];

type Hands = Play & { size: Required<Size>; watch: Watch; tally: Tally };

/** A truck of a firm, or of one that an agent files for; a firm that has brought a truck brings it again. */
function declareSome({ as, draw, size, now }: Hands): Promise<unknown> {
  const kind = draw.pick(kinds);
  const { isGoods } = kindTraits[kind];
  const lines = isGoods ? {} : { goods: draw.pick(goods) };
  const origin = draw.chance(0.3) ? { origin: draw.pick(["Đắk Lắk", "Long An"]) } : {};
  const busy = size.open > 8 && draw.chance(0.4);
  const twoWay = draw.chance(0.1) && !isGoods ? { twoWay: true as const } : {};
  const at = busy ? draw.pick(otherRoutes) : route;
  const filed = declaration({ kind, route: at, ...lines, ...origin, ...twoWay });
  const slot = kindTraits[kind].queued && draw.chance(0.4) ? { slot: drawnWindow(draw, now) } : {};
  const input = { ...command(), declaration: filed, ...slot };
  if (draw.chance(0.05)) return as(agent).declareVehicle({ ...input, firm: firm.organisation ?? "" });
  const by = draw.upTo(size.firms - 1);
  return as(by === 0 ? firm : firmOf(`firm-${by}`)).declareVehicle(input);
}

function choose({ state }: Truck, draw: Draw): ActName {
  const next = onward[state];
  return next !== undefined && draw.chance(0.85) ? draw.pick(next) : draw.pick(everyAct);
}

/** Whether the rules, as the model has them, let an act happen that looks at nothing but the truck; null: it looks at more. */
function allowed(truck: Truck, name: ActName): boolean | null {
  const event = certain[name];
  if (event === undefined) return null;
  return follows(truck, event) !== undefined && (event !== "released" || allPassed(truck));
}

async function attempt(
  hands: Hands,
  tried: Promise<unknown>,
): Promise<{ answer?: unknown; refusal?: string }> {
  try {
    const answer = await tried;
    if (answer !== undefined) hands.tally.accepted += 1;
    return { answer };
  } catch (error) {
    const status = error instanceof Error && "status" in error ? Number(error.status) : 500;
    if (status === 503) return {}; // on a crowded machine the database may not answer: the log tells what was done
    if (status >= 500) throw error;
    hands.tally.refused += 1;
    return { refusal: String((error as { code?: unknown }).code) }; // as: a refusal of the contract
  }
}

/** One try on one truck. @returns how to hold it against the model once the log of the round is read */
async function tryOn(hands: Hands, truck: Truck): Promise<() => void> {
  const { as, draw, now } = hands;
  const slip = draw.chance(0.25) ? enterSlip(hands, truck) : undefined;
  const name = choose(truck, draw);
  const { version } = truck;
  const may = slip === undefined ? allowed(truck, name) : null;
  const { answer, refusal } = await attempt(hands, slip ?? acts[name](as, truck, draw, now));
  return () => {
    const shown = (answer as { trip: TripView } | undefined)?.trip; // as: every act on a truck answers so
    const told = { name, refusal, version, truck };
    if (shown !== undefined && shown.version === truck.version)
      must(shown.state === truck.state, "the answer shows the state", { ...told, shown: shown.state });
    if (refusal !== undefined && truck.version === version)
      must(may !== true, "what the rules let happen is not refused", told);
  };
}

/** All that may still book want the same window at one moment. */
function rush({ as, draw, now }: Hands, trucks: readonly Truck[], chosen: Set<Truck>): Promise<unknown>[] {
  const from = drawnWindow(draw, now);
  const may = trucks.filter(
    ({ kind, state }) => kind === "export_vn" && /^(declared|travelling)$/.test(state),
  );
  return may.map((truck) => {
    chosen.add(truck);
    return as(firmOf(truck.declarant)).bookSlot({ ...command(), trip: truck.id, from });
  });
}

/** Several hands at once: on different trucks, at calls, at declarations. */
async function round(hands: Hands): Promise<void> {
  const { draw, naive, size, as } = hands;
  const trucks = [...naive.gate.trucks.values()];
  const open = trucks.filter((truck) => truck.endedAt === null).length;
  const lively = trucks.filter((truck) => truck.endedAt === null || draw.chance(0.05));
  const chosen = new Set<Truck>();
  const tries: Promise<() => void>[] = [];
  const free = async (tried: Promise<unknown>) => {
    await attempt(hands, tried);
    return () => undefined;
  };
  if (draw.chance(0.05)) tries.push(...rush(hands, lively, chosen).map(free));
  for (let hand = 0; hand < size.hands; hand += 1) {
    const truck = lively.length === 0 ? undefined : draw.pick(lively);
    const diverted = draw.chance(0.01) ? divertSome(hands) : undefined;
    if (diverted !== undefined) tries.push(free(diverted));
    else if (open < size.open && draw.chance(open < size.open / 2 ? 0.5 : 0.05))
      tries.push(free(declareSome(hands)));
    else if (draw.chance(0.12)) {
      const queue = { route: draw.pick([route, route, ...otherRoutes]), direction: "export" as const };
      tries.push(free(as(dispatcher).callForward({ ...command(), ...queue, count: 1 + draw.upTo(2) })));
    } else if (truck !== undefined && !chosen.has(truck)) {
      chosen.add(truck);
      tries.push(tryOn(hands, truck));
    }
  }
  const judged = await Promise.allSettled(tries);
  const failed = judged.find((one) => one.status === "rejected");
  if (failed !== undefined) throw failed.reason;
  await hands.watch.readOn();
  for (const one of judged) if (one.status === "fulfilled") one.value();
}

/**
 * Plays many random commands of many actors on many trucks, hands at once, and holds the log and what is stored against
 * the naive model. @returns how many were accepted and refused, and how many events the model has read
 * @throws Differs at the first difference
 */
export async function playRandomly(
  world: World,
  seed: number,
  commands: number,
  wanted: Size = {},
): Promise<Tally> {
  const size = { hands: 4, open: 8, firms: 1, every: 200, ...wanted };
  const tally: Tally = { accepted: 0, refused: 0, events: 0, compared: 0 };
  const watch = watchGate(world);
  const { clock } = world.zone.platform;
  const hands: Hands = {
    as: (who: Actor) => world.as(who).gate,
    draw: drawing(seed),
    now: clock.now(),
    naive: watch.naive,
    papers: new Map(),
    size,
    watch,
    tally,
  };
  const compare = async () => {
    await watch.compare();
    tally.compared += 1;
  };
  for (let done = 0, due = size.every; done < commands; done = tally.accepted + tally.refused) {
    await watch.passTime(hands.draw, size.hands);
    hands.now = clock.now();
    if (hands.draw.chance(0.3)) {
      await attempt(hands, hands.draw.pick(deeds)(hands));
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
