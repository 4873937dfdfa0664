import { Temporal } from "temporal-polyfill";
import { momentOf } from "./border.ts";
import type { Client } from "./crew.ts";
import { randomOf } from "./random.ts";
import { sendOnce } from "./send.ts";
import type { Site } from "./site.ts";
import { trouble } from "./volumes.ts";

/** An agent that may declare for a firm, and until when (zone time in ms, exclusive). */
export type Mandate = { agent: Client; until: number };

const daysGiven = 30;

/** The first firm lets the first agent declare in its name for a month, and again when the month is over. */
export async function letAgentDeclare({ crew, places, mandates, tally }: Site, today: string): Promise<void> {
  const [[key, agent] = [], [firm], [name]] = [[...crew.agents][0], crew.firms, places.firms];
  if (key === undefined || agent === undefined || firm === undefined || name === undefined) return;
  const known = await firm.gate.readMandates({});
  const standing = known.mandates.find((one) => one.agent === key && one.state === "in_force");
  const to = standing?.to ?? Temporal.PlainDate.from(today).add({ days: daysGiven }).toString();
  if (standing === undefined) {
    const said = { command: crypto.randomUUID(), agent: key, from: today, to };
    if ((await sendOnce(() => firm.gate.giveMandate(said), tally.refuse)) === null) return;
  }
  mandates.set(name, { agent, until: momentOf(to, "24:00", places.timeZone) });
}

/** Who declares a truck for its firm: now and then the agent that the firm lets; null: the firm itself. */
export function agentOf({ mandates, now }: Site, firm: string, seed: string): Client | null {
  const mandate = mandates.get(firm);
  if (mandate === undefined || now() >= mandate.until) return null;
  return randomOf(`${seed}:agent`).chance(trouble.byAgent) ? mandate.agent : null;
}
