import { isIP } from "node:net";
import { platformMessages } from "@moc/contract/platform/messages/messages.ts";
import { clockRefusals } from "@moc/contract/platform/routes.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { holdsScope } from "@moc/contract/values/scope.ts";
import type { AnyRouter } from "@orpc/server";
import type { FastifyInstance } from "fastify";
import { mountDocuments } from "./documents/mount.ts";
import { type Gate, openGate } from "./modules/gate/index.ts";
import { type Identity, openIdentity, type PasswordCost } from "./modules/identity/index.ts";
import { openRegistry, type Registry } from "./modules/registry/index.ts";
import type { DirectorySettings } from "./platform/directory-settings.ts";
import { type Catalogue, envelopeOf } from "./platform/http/envelope.ts";
import { type Live, makeLive } from "./platform/http/live.ts";
import { platformRoutes } from "./platform/http/platform-routes.ts";
import { buildHttp, type HttpParts, makeIntercept } from "./platform/http/server.ts";
import { mountWatch } from "./platform/http/watch.ts";
import {
  type Engines,
  type Opening,
  openPlatform,
  type Platform,
  type Room,
  startEngines,
} from "./platform/platform.ts";

/** Where a server of this installation listens, whether this process is that server or not. */
type Listens = { host: string; port: number };

/** `close` stops everything but the database, which belongs to whoever opened it. */
export type Zone = {
  platform: Platform;
  registry: Registry;
  identity: Identity;
  gate: Gate;
  router: Record<string, AnyRouter>;
  intercept: ReturnType<typeof makeIntercept>;
  app: FastifyInstance;
  engines: Engines;
  live: Live;
  close(): Promise<void>;
};

type ZoneOpening = Opening & {
  listens?: Listens;
  trustProxy?: boolean;
  passwordCost?: PasswordCost;
  directory?: DirectorySettings | null;
};

/** The whole object graph of one zone, in the order in which it depends. */
export async function openZone(opening: ZoneOpening): Promise<Zone> {
  const platform = await openPlatform(opening);
  const registry = await openRegistry(platform);
  const identity = openIdentity(platform, {
    address: () => platform.settings.publicUrl ?? localAddress(app, opening.listens),
    organisationOf: (role) =>
      registry.rows(platform.clock.now()).seat.find((seat) => seat.role === role)?.organisation ?? null,
    organisationExists: (key) => registry.find("organisation", key, platform.clock.now()) !== null,
    passwordCost: opening.passwordCost,
    directory: opening.directory ?? null,
  });
  if (platform.role !== "web") {
    await identity.keepErased();
    await identity.scheduleRetention();
  }
  const gate = await openGate(platform, { registry, identity });
  const rooms: Record<string, Room> = {
    registry: registry.room,
    identity: identity.room,
    gate: gate.room,
  };
  const { authenticate } = identity;

  const engines = startEngines(platform, rooms);
  const live = makeLive(platform.database, platform.follower, (actor, event) => {
    const room = event.kind.slice(0, event.kind.indexOf("."));
    return holdsScope(actor, `${room}:read`) && (rooms[room]?.hears?.(actor, event) ?? false);
  });
  const router = {
    platform: platformRoutes(platform, engines.runTimers),
    ...Object.fromEntries(Object.entries(rooms).map(([name, room]) => [name, room.router])),
  };
  const toEnvelope = envelopeOf([clockCatalogue, ...Object.values(rooms).map((room) => room.catalogue)]);
  const intercept = makeIntercept({ ...platform, toEnvelope });
  const { publicUrl } = platform.settings;
  const trustProxy = opening.trustProxy ?? false;
  const app: FastifyInstance = await buildHttp({
    log: platform.log,
    publicUrl,
    trustProxy,
    router,
    toEnvelope,
    intercept,
    authenticate,
  });
  mountLive(app, live, authenticate);
  mountWatch(app, { platform, engines, live });
  for (const room of Object.values(rooms)) room.pages?.(app);
  await mountDocuments(app);
  return {
    platform,
    registry,
    identity,
    gate,
    router,
    intercept,
    app,
    engines,
    live,
    async close() {
      live.close();
      await app.close();
      await engines.stop();
      await platform.follower.stop();
    },
  };
}

/** Where people on this machine or its network reach the server, for links when no PUBLIC_URL is set. */
function localAddress(
  app: FastifyInstance,
  { host, port }: Listens = { host: "localhost", port: 8080 },
): string {
  const bound = app.server.address();
  const name = isIP(host) === 0 || /^(127\.|0\.0\.0\.0$|::1?$)/.test(host) ? "localhost" : host;
  const named = isIP(host) === 0 ? host : name.includes(":") ? `[${name}]` : name;
  return `http://${named}:${typeof bound === "object" && bound !== null ? bound.port : port}`;
}

const clockCatalogue: Catalogue = {
  statuses: clockRefusals,
  sentences: {
    vi: platformMessages.vi.refusals,
    en: platformMessages.en.refusals,
    zh: platformMessages.zh.refusals,
  },
};

// The tabs of one browser share a stream, so that this is a browser for every desk of one account.
const streamsPerActor = 20;

function mountLive(app: FastifyInstance, live: Live, authenticate: HttpParts["authenticate"]): void {
  app.get<{ Querystring: { after?: string } }>("/api/live", async (request, reply) => {
    const actor = await authenticate(request);
    if (actor === null) throw new Refusal("not_signed_in");
    if (live.countOf(actor.id) >= streamsPerActor)
      throw new Refusal("too_many_requests", { params: { seconds: "60" } });
    const from = Number(request.headers["last-event-id"] ?? request.query.after ?? Number.NaN);
    reply.hijack();
    const start = Number.isSafeInteger(from) && from >= 0 ? from : null;
    await live.serve(reply.raw, actor, () => authenticate(request), start);
  });
}
