import type { Agenda } from "./agenda.ts";
import { type Site, tryTwice } from "./site.ts";
import { planNext, type Truck } from "./truck.ts";

const roundMs = 12 * 60_000;

/**
 * The simulated dispatcher: every twelve minutes he looks at each export queue and calls what the system proposes. A
 * human may call at any time; the field's drivers answer to whoever called them.
 */
export function startDispatcher(
  site: Site,
  agenda: Agenda,
  routes: string[],
  trucks: Map<string, Truck>,
  onRefusal: (code: string) => void,
): void {
  const { gate } = site.crew.dispatcher;

  /** One route calls by itself from the first round on; whoever switches another on takes it off his hands. */
  const [itself] = routes.toReversed();
  async function letItCall(): Promise<void> {
    if (itself === undefined) return;
    const queue = { route: itself, direction: "export" } as const;
    const read = await tryTwice(() => gate.readAutomatic(queue), onRefusal);
    if (read === null || read.automatic.rule === null || read.automatic.switched !== null) return;
    const command = crypto.randomUUID();
    const reason = "Mô phỏng: lối ít xe, để hàng chờ tự gọi";
    await tryTwice(() => gate.startAutomatic({ command, ...queue, reason }), onRefusal);
  }

  async function callProposed(route: string): Promise<void> {
    const read = await tryTwice(() => gate.readAutomatic({ route, direction: "export" }), onRefusal);
    if (read === null || read.automatic.on) return;
    const preview = await tryTwice(() => gate.previewCall({ route, direction: "export" }), onRefusal);
    if (preview === null || preview.proposed === 0) return;
    const command = crypto.randomUUID();
    await tryTwice(
      () => gate.callForward({ command, route, direction: "export", count: preview.proposed }),
      onRefusal,
    );
  }

  /** Drivers who were called, by whomever, set out. */
  async function answerCalls(): Promise<void> {
    let after: string | undefined;
    do {
      const page = await gate.listTrips({
        state: "called",
        limit: 200,
        ...(after === undefined ? {} : { after }),
      });
      for (const row of page.rows) {
        const truck = trucks.get(row.id);
        if (truck === undefined || truck.state === "called") continue;
        const { trip } = await gate.readTrip({ trip: row.id });
        planNext(site, truck, trip);
      }
      after = page.next ?? undefined;
    } while (after !== undefined);
  }

  const round = (at: number): void =>
    agenda.plan(at, async () => {
      await letItCall();
      for (const route of routes) if (site.opens(route, at) === at) await callProposed(route);
      await answerCalls();
      round(at + roundMs);
    });
  round(site.now());
}
