import { api } from "@moc/contract/api.ts";
import type { forceRoles, Role } from "@moc/contract/values/actor.ts";
import { createORPCClient } from "@orpc/client";
import type { ContractRouterClient } from "@orpc/contract";
import { OpenAPILink } from "@orpc/openapi-client/fetch";
import { randomOf } from "./random.ts";
import { askTill } from "./send.ts";

/** The public API as one simulated actor has it. */
export type Client = ContractRouterClient<typeof api>;

/** Every simulated actor, each with a token of its own. */
export type Crew = {
  clock: Client;
  dispatcher: Client;
  guard: Client;
  customs: Client;
  /** Per force that answers some kind of check: its officers. */
  forces: ReadonlyMap<Role, Client>;
  barrier: Client;
  position: Client;
  firms: readonly Client[];
  /** Customs agents by the key of their organisation. */
  agents: ReadonlyMap<string, Client>;
  /** Whoever holds a driver's link. */
  driverOf(link: string): Promise<Client>;
  /** Per yard that a firm runs: its people. */
  yards: ReadonlyMap<string, Client>;
};

type Duty = { name: string; roles: Role[]; organisation: string | null; scopes: string[] };

/** The API as the holder of this token has it. */
export function hiringClient(url: string, token: string): Client {
  return clientOf(url, `Bearer ${token}`);
}

function clientOf(url: string, authorization: string): Client {
  const headers = { authorization };
  const link = new OpenAPILink(api, { url: `${url}/api`, headers, fetch: (request) => askTill(request) });
  return createORPCClient<Client>(link);
}

type Force = (typeof forceRoles)[number];

const officers = {
  border_guard: "Cán bộ biên phòng",
  customs: "Công chức hải quan",
  health_quarantine: "Kiểm dịch viên y tế",
  plant_quarantine: "Kiểm dịch viên thực vật",
  animal_quarantine: "Kiểm dịch viên động vật",
} as const satisfies Record<Force, string>;

type Organisations = {
  checkForces: ReadonlyMap<string, Force>;
  firms: string[];
  agents: string[];
  yards: Map<string, string | null>;
  organisationOf(role: Role): string | null;
  nameOf(key: string): string;
};

const yearMs = 365 * 24 * 3_600_000;

/**
 * Hires the field: with the one token it was started with, it has a token issued for every simulated actor.
 * @param yards yard key → organisation that runs it, or null where the pack does not say.
 */
export async function hireCrew(
  url: string,
  hiringToken: string,
  organisations: Organisations,
): Promise<Crew> {
  const hiring = hiringClient(url, hiringToken);
  const run = `${Date.now()}`;

  async function hire(duty: Duty): Promise<Client> {
    const { secret } = await hiring.identity.issueToken({
      command: randomOf(`${run}:${duty.name}`).uuid(),
      simulated: true,
      expiresAt: new Date(Date.now() + yearMs).toISOString(),
      ...duty,
      // Nobody takes a person of the field for one who exists, wherever the name is read.
      name: `${duty.name} (mô phỏng)`,
    });
    if (secret === null)
      throw new Error(`the token of ${duty.name} was issued before and cannot be shown again`);
    return hiringClient(url, secret);
  }

  const staffOf = (key: string) => `Nhân viên ${organisations.nameOf(key)}`;
  const force = (name: string, role: Role, organisation = organisations.organisationOf(role)) =>
    hire({ name, roles: [role], organisation, scopes: [] });
  const device = (name: string, scope: string) =>
    hire({ name, roles: [], organisation: null, scopes: [scope] });
  const yards = new Map<string, Client>();
  for (const [yard, organisation] of organisations.yards) {
    if (organisation === null) continue;
    yards.set(
      yard,
      await hire({
        name: `Nhân viên bến bãi ${organisations.nameOf(yard)}`,
        roles: ["yard_operator"],
        organisation,
        scopes: [],
      }),
    );
  }
  const guard = await force(officers.border_guard, "border_guard");
  const customs = await force(officers.customs, "customs");
  const forces = new Map<Role, Client>([
    ["border_guard", guard],
    ["customs", customs],
  ]);
  for (const role of new Set(organisations.checkForces.values())) {
    if (!forces.has(role)) forces.set(role, await force(officers[role], role));
  }
  const firms: Client[] = [];
  for (const firm of organisations.firms) firms.push(await force(staffOf(firm), "firm", firm));
  const agents = new Map<string, Client>();
  for (const agent of organisations.agents)
    agents.set(agent, await force(staffOf(agent), "customs_agent", agent));
  return {
    clock: await device("Đồng hồ", "demo:clock"),
    dispatcher: await force("Điều độ viên", "dispatcher"),
    guard,
    customs,
    forces,
    barrier: await device("Thanh chắn", "arrival_signal:barrier"),
    position: await device("Định vị", "arrival_signal:position"),
    firms,
    agents,
    driverOf: async (link) => clientOf(url, `Link ${new URL(link).pathname.split("/").at(-1) ?? ""}`),
    yards,
  };
}
