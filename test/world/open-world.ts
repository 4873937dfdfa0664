import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { api } from "@moc/contract/api.ts";
import type { Actor, Role } from "@moc/contract/values/actor.ts";
import { ownZone } from "@moc/server/modules/registry/index.ts";
import type { DirectorySettings } from "@moc/server/platform/directory-settings.ts";
import { openZone, type Zone } from "@moc/server/zone.ts";
import type { ContractRouterClient } from "@orpc/contract";
import { createRouterClient } from "@orpc/server";
import { pino } from "pino";
import { firstDay } from "./first-day.ts";
import { openTestDatabase, type TestDatabase } from "./test-database.ts";

export type Client = ContractRouterClient<typeof api>;

export type World = {
  zone: Zone;
  asOwner: TestDatabase["asOwner"];
  /** The whole API in this process, as this actor would have it over the wire: validated, refused, translated. */
  as(actor: Actor | null): Client;
  /** What was logged, line by line. */
  logged: string[];
  close(): Promise<void>;
};

const dongDang = join(import.meta.dirname, "../../packs/dong-dang");

type Made = { pack?: string; directory?: DirectorySettings | null; trustProxy?: boolean };

/** A demonstration zone of its own, empty but for its pack, on the engine under test. */
export async function openWorld({
  pack = dongDang,
  directory = null,
  trustProxy = false,
}: Made = {}): Promise<World> {
  const { database, asOwner, close } = await openTestDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), "moc-world-"));
  const logged: string[] = [];
  const log = pino({ level: "info" }, { write: (line: string) => void logged.push(line) });
  const settings = {
    dataDir,
    publicUrl: null,
    secret: "a secret of the tests, 32 characters or more",
    pack,
    newZoneMode: "demo" as const,
    begins: firstDay,
  };
  const zone = await openZone({
    settings,
    zone: await ownZone(pack),
    database,
    log,
    directory,
    trustProxy,
    passwordCost: { N: 1024, r: 8, p: 1 }, // people in tests sign in by the hundred
  });
  await reachMorning(zone);
  return {
    zone,
    asOwner,
    logged,
    as: (actor) =>
      createRouterClient(zone.router, {
        interceptors: [zone.intercept],
        context: {
          actor,
          language: actor?.language ?? "vi",
          requestId: "test",
          address: "192.0.2.1",
          headers: {},
          setHeader: () => undefined,
        },
      }) as unknown as Client, // as: the router implements exactly this contract, which its room-wise type forgets
    async close() {
      await zone.close();
      await close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A demonstration begins at midnight, when every route is closed; at eight all of them are open. */
async function reachMorning({ platform }: Zone): Promise<void> {
  await platform.clock.advance(new Date(platform.clock.now().getTime() + 8 * 3_600_000));
}

/** So many minutes of zone time go by, and what has come due by then is done. */
export async function passTime({ zone }: World, minutes: number): Promise<void> {
  const { clock } = zone.platform;
  await clock.advance(new Date(clock.now().getTime() + minutes * 60_000));
  await zone.engines.runTimers();
}

let made = 0;

/** An actor who is not in any table: for tests of what a role may do, without signing in. */
export function actor(role: Role, organisation: string | null = null, detail: Partial<Actor> = {}): Actor {
  made += 1;
  return {
    id: `00000000-0000-4000-8000-${String(made).padStart(12, "0")}`,
    kind: "account",
    roles: [role],
    organisation,
    language: "vi",
    simulated: false,
    trip: null,
    scopes: [],
    ...detail,
  };
}
