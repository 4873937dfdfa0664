import { hear } from "./act.ts";
import type { Agenda } from "./agenda.ts";
import { followOrders } from "./follow-orders.ts";
import { type Holding, holdCongested } from "./hold-congested.ts";
import { outageAt } from "./line.ts";
import { sendOnce } from "./send.ts";
import type { Site } from "./site.ts";
import { minuteMs } from "./truck.ts";

const roundMs = 12 * minuteMs;
const lookMs = 5 * minuteMs;
const hourMs = 60 * minuteMs;

/**
 * The simulated dispatcher: every twelve minutes he looks at each export queue and calls what the system proposes, every
 * hour at congestion; what others have ordered he follows within minutes. A human may call at any time; the field's
 * drivers answer to whoever called them.
 */
export function startDispatcher(site: Site, agenda: Agenda): void {
  const { routes } = site.places;
  const holding: Holding = new Map();
  const every = (at: number, pause: number, look: (at: number) => Promise<void>): void =>
    agenda.plan(at, async () => {
      await look(at);
      every(at + pause, pause, look);
    });
  const now = site.now();
  every(now, lookMs, async () => {
    await followOrders(site);
    await answerCalls(site);
  });
  every(now + hourMs, hourMs, () => holdCongested(site, holding));
  every(now, roundMs, async (at) => {
    await letItCall(site);
    // Who works on paper calls nobody by the system.
    const onPaper = (route: string) => outageAt(site.outages, route, at)?.paper !== undefined;
    for (const route of routes)
      if (site.border.opens(route, at) === at && !onPaper(route)) await callProposed(site, route);
    await answerCalls(site);
  });
}

/** The last route calls by itself from the first round on; whoever switches another on takes it off his hands. */
async function letItCall(site: Site): Promise<void> {
  const route = site.places.routes.at(-1);
  if (route === undefined) return;
  const { gate } = site.crew.dispatcher;
  const { automatic } = await gate.readAutomatic({ route, direction: "export" });
  if (automatic.rule === null || automatic.switched !== null) return;
  const command = crypto.randomUUID();
  const reason = "Mô phỏng: lối ít xe, để hàng chờ tự gọi";
  await sendOnce(
    () => gate.startAutomatic({ command, route, direction: "export", reason }),
    site.tally.refuse,
  );
}

async function callProposed(site: Site, route: string): Promise<void> {
  const { gate } = site.crew.dispatcher;
  const { automatic } = await gate.readAutomatic({ route, direction: "export" });
  if (automatic.on) return;
  const preview = await gate.previewCall({ route, direction: "export" });
  if (!preview.mayCall.allowed || preview.proposed === 0) return;
  const command = crypto.randomUUID();
  const count = preview.proposed;
  await sendOnce(() => gate.callForward({ command, route, direction: "export", count }), site.tally.refuse);
}

/** Drivers who were called, by whomever, set out; those who were called no more learn what became of it. */
async function answerCalls(site: Site): Promise<void> {
  const { gate } = site.crew.dispatcher;
  const called = new Set<string>();
  let after: string | undefined;
  do {
    const page = await gate.listTrips({
      state: "called",
      limit: 200,
      ...(after === undefined ? {} : { after }),
    });
    for (const row of page.rows) called.add(row.id);
    after = page.next ?? undefined;
  } while (after !== undefined);
  for (const truck of site.trucks.values()) {
    if (called.has(truck.id) !== (truck.state === "called")) hear(site, truck, await site.read(truck));
  }
}
