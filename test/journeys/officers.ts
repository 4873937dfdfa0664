import { randomUUID } from "node:crypto";
import type { Client } from "../world/open-world.ts";
import type { RunningServer } from "../world/running-server.ts";
import type { ZoneHands } from "./zone-hands.ts";

const accounts = {
  firm: "doanh-nghiep",
  dispatcher: "dieu-do",
  guard: "bien-phong",
  customs: "hai-quan",
  health: "kiem-dich-y-te",
  plant: "kiem-dich-thuc-vat",
  yard: "ben-bai",
} as const;
type Officer = keyof typeof accounts;

/** Who answers which check of the pack. */
const answers: Readonly<Record<string, Officer>> = {
  border_guard_exit: "guard",
  border_guard_entry: "guard",
  customs: "customs",
  health_quarantine: "health",
  plant_quarantine: "plant",
};

const yardKey = "xuan-cuong";

/** The people of the border beside those who sit at a browser in a journey. */
export type Officers = Readonly<Record<Officer, Client["gate"]>> & {
  /** The yard takes it in, and every force passes it. */
  checkInYard(trip: string): Promise<void>;
  /** An export that waits is called with all that wait beside it, and crosses. */
  takeOut(trip: string): Promise<void>;
};

export const on = (trip: string) => ({ command: randomUUID(), trip });

/** Signs them in through the front door, one after the other. */
export async function callOfficers(server: RunningServer, hands: ZoneHands): Promise<Officers> {
  const signedIn = new Map<string, Client["gate"]>();
  for (const [duty, account] of Object.entries(accounts))
    signedIn.set(duty, (await server.signIn(account)).gate);
  const gates = Object.fromEntries(signedIn) as Record<Officer, Client["gate"]>; // as: made from these very keys
  async function checkInYard(trip: string): Promise<void> {
    const entered = await gates.yard.enterYard({ ...on(trip), yard: yardKey });
    for (const { kind } of entered.trip.checks) {
      const officer = gates[answers[kind] ?? "guard"];
      await officer.decideCheck({ ...on(trip), check: kind, decision: "pass" });
    }
    await hands.pass(5);
  }
  return {
    ...gates,
    checkInYard,
    async takeOut(trip) {
      const { route, direction, state } = (await gates.dispatcher.readTrip({ trip })).trip;
      if (state === "holding")
        await gates.dispatcher.callForward({ command: randomUUID(), route, direction, count: 200 });
      await gates.guard.reachGate(on(trip));
      await checkInYard(trip);
      await gates.guard.release(on(trip));
      await gates.guard.crossOut(on(trip));
    },
  };
}
