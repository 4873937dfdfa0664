import rateLimit from "@fastify/rate-limit";
import type { Actor } from "@moc/contract/values/actor.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import type { FastifyInstance, FastifyRequest } from "fastify";

// Requests a minute, machine time. A gate centre or a carrier's phones share one address, so that the address alone
// bears no fine limit; who proves nobody is counted by it all the same.
const perMinute = { address: 30_000, caller: 1_200 };

function tooMany(ttl: number): Refusal {
  return new Refusal("too_many_requests", { params: { seconds: String(Math.ceil(ttl / 1000)) } });
}

/**
 * Limits every request by its address, and gives the finer limit for calls of the API: by who calls, once proved, else
 * by the address. A simulated caller plays many hundred trucks at up to 600× and has no limit of its own.
 * @returns what throws Refusal `too_many_requests`
 */
export async function limitRequests(app: FastifyInstance) {
  await app.register(rateLimit, {
    max: perMinute.address,
    timeWindow: 60_000,
    errorResponseBuilder: (_request, context) => tooMany(context.ttl),
  });
  const callers = new WeakMap<FastifyRequest, string>();
  const count = app.createRateLimit({
    max: perMinute.caller,
    timeWindow: 60_000,
    keyGenerator: (request) => callers.get(request) ?? request.ip,
  });
  return async (request: FastifyRequest, actor: Actor | null): Promise<void> => {
    if (actor?.simulated === true) return;
    if (actor !== null) callers.set(request, actor.id);
    const counted = await count(request);
    if (!counted.isAllowed && counted.isExceeded) throw tooMany(counted.ttl);
  };
}
