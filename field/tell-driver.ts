import type { Agenda } from "./agenda.ts";
import { randomOf } from "./random.ts";
import { sendOnce } from "./send.ts";
import type { Site } from "./site.ts";
import { minuteMs, type Truck } from "./truck.ts";
import { trouble } from "./volumes.ts";

const handedOnAfter = 10 * minuteMs;

/** A few drivers of exports say on the page of their slip whether they want to be told; most of those do, by day. */
export function askToBeTold(site: Site, agenda: Agenda, truck: Truck): void {
  const random = randomOf(`${truck.seed}:told`);
  if (truck.kind !== "export_vn" || !random.chance(trouble.answersTelling)) return;
  const quiet = random.chance(0.5) ? { from: "22:00", to: "05:00" } : null;
  const choice = { consent: random.chance(trouble.wantsTelling), language: "vi" as const, quiet };
  agenda.plan(site.now() + handedOnAfter, async () => {
    const { gate } = site.firmOf(truck);
    const command = crypto.randomUUID();
    const slip = await sendOnce(() => gate.issueDriverLink({ command, trip: truck.id }), site.tally.refuse);
    if (slip === null) return;
    const driver = await site.crew.driverOf(slip.url);
    const said = crypto.randomUUID();
    await sendOnce(() => driver.gate.chooseNotifications({ command: said, choice }), site.tally.refuse);
  });
}
