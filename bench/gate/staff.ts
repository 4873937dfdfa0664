import type { Role } from "@moc/contract/values/actor.ts";
import type { Client } from "../../test/world/open-world.ts";
import type { RunningServer } from "../../test/world/running-server.ts";

/** Sessions of the load, fifty in all, by duty; each is an account of its own. */
const crew = {
  dispatcher: 26,
  border_guard: 8,
  customs: 8,
  health_quarantine: 4,
  plant_quarantine: 4,
} as const satisfies Partial<Record<Role, number>>;

const organisations = {
  dispatcher: "gate-centre",
  border_guard: "border-guard",
  customs: "customs-region-6",
  health_quarantine: "health-quarantine",
  plant_quarantine: "plant-quarantine",
} as const satisfies Record<Duty, string>;

export type Duty = keyof typeof crew;
/** Gives the sessions of a duty in turn. */
export type Staff = (duty: Duty) => Client;

const password = "a phrase for the bench";

/** Makes fifty accounts through the administrator's own commands and signs each in. */
export async function hire(server: RunningServer): Promise<Staff> {
  const administrator = await server.signIn("quan-tri");
  const sessions = new Map<Duty, Client[]>();
  const duties = Object.entries(crew) as [Duty, number][]; // as: entries forgets the keys
  for (const [duty, count] of duties) {
    const made: Client[] = [];
    for (let number = 1; number <= count; number += 1) {
      const userName = `bench-${duty.replaceAll("_", "-")}-${number}`;
      const { link } = await administrator.identity.createAccount({
        command: crypto.randomUUID(),
        userName,
        name: `Bench ${duty} ${number}`,
        language: "vi",
        roles: [duty],
        organisation: organisations[duty],
      });
      await setPassword(server.url, link?.url.split("#")[1] ?? "");
      made.push(await server.signIn(userName, password));
    }
    sessions.set(duty, made);
  }
  const turns = new Map<Duty, number>();
  return (duty) => {
    const turn = turns.get(duty) ?? 0;
    turns.set(duty, turn + 1);
    const client = sessions.get(duty)?.[turn % crew[duty]];
    if (client === undefined) throw new Error(`nobody is on duty as ${duty}`);
    return client;
  };
}

async function setPassword(url: string, link: string): Promise<void> {
  const answer = await fetch(`${url}/api/password-links`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify({ link, password }),
  });
  if (!answer.ok) throw new Error(`a password could not be set: ${answer.status} ${await answer.text()}`);
}
