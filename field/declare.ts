import type { OrderView } from "@moc/contract/gate/steering.ts";
import { kindTraits } from "@moc/contract/gate/trip-kind.ts";
import { hear } from "./act.ts";
import type { Agenda } from "./agenda.ts";
import type { SlotBook } from "./book-slot.ts";
import type { PlannedTruck } from "./day.ts";
import { agentOf } from "./mandates.ts";
import { cnPlate, vnPlate } from "./plates.ts";
import { randomOf } from "./random.ts";
import { sendOnce } from "./send.ts";
import { firmIndex, type Site } from "./site.ts";
import { askToBeTold } from "./tell-driver.ts";
import { minuteMs, newTruck } from "./truck.ts";

const askAgainMs = 3 * 60 * minuteMs;

/**
 * How a firm files a planned truck: it reads the public orders first. By a route whose intake is stopped for longer than
 * a declaration lasts it files later, and by one that is diverted for so long it files for the other route.
 */
export function makeFiling(site: Site, agenda: Agenda, book: SlotBook) {
  return async function declare(planned: PlannedTruck): Promise<void> {
    const order = lastingOrder(site, planned);
    const to = order?.action.kind === "divert" ? order.action.route : null;
    if (order !== undefined && (to === null || !site.places.admits(to, planned.declaration.kind))) {
      return agenda.plan(site.now() + askAgainMs, () => declare(planned));
    }
    await file(site, agenda, book, planned, to ?? planned.declaration.route);
  };
}

/** The order that keeps a truck of this kind with these goods from its route for as long as a declaration lasts. */
function lastingOrder(site: Site, { declaration }: PlannedTruck): OrderView | undefined {
  const { kind, route, goods } = declaration;
  const lasts = site.now() + site.places.declaredForMinutes * minuteMs;
  return site.border
    .orders(route, kindTraits[kind].direction)
    .find(
      ({ action, to, goods: touched }) =>
        (action.kind === "stop_intake" || action.kind === "divert") &&
        (to === null || Date.parse(to) >= lasts) &&
        (touched === null || goods.length === 0 || goods.some((line) => touched.includes(line.class))),
    );
}

async function file(
  site: Site,
  agenda: Agenda,
  book: SlotBook,
  planned: PlannedTruck,
  route: string,
): Promise<void> {
  const { seed, arriveAt, goodsLater, declaration } = planned;
  const { firms } = site.crew;
  const index = firmIndex(seed, firms.length);
  const [firm, name] = [firms[index], site.places.firms[index]];
  if (firm === undefined || name === undefined)
    throw new Error("the registry has no firm of the demonstration");
  const again = randomOf(`${seed}:plate`);
  const { vehicle } = declaration;
  const draw = () => (vehicle.plate.country === "VN" ? vnPlate(again) : cnPlate(again));
  const plate = site.fresh(vehicle.plate, draw);
  const filed = { ...declaration, route, vehicle: { ...vehicle, plate } };
  const command = crypto.randomUUID();
  const answer = await sendOnce(() => {
    const agent = agentOf(site, name, seed);
    if (agent === null) return firm.gate.declareVehicle({ command, declaration: filed });
    return agent.gate.declareVehicle({ command, declaration: filed, firm: name });
  }, site.tally.refuse);
  if (answer === null) return;
  const { id, code, kind } = answer.trip;
  const truck = newTruck({ seed, id, code, kind, route, arriveAt, declaredAt: site.now(), goodsLater });
  site.trucks.set(id, truck);
  await book(firm, truck, answer.trip);
  hear(site, truck, answer.trip);
  askToBeTold(site, agenda, truck);
}
