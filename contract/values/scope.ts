import type { Actor } from "./actor.ts";

/** Scopes that stand for a procedure under another name: what a device's token is issued for says more than the call. */
const standsFor: Readonly<Record<string, readonly string[]>> = {
  "gate:signal_arrival": ["arrival_signal:barrier", "arrival_signal:position"],
  "platform:advance_clock": ["demo:clock"],
  "identity:issue_token": ["demo:tokens"],
};

/** Who one is may always be asked. */
const free: readonly string[] = ["identity:read_me"];

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The scope that a token needs for a procedure: all that a room shows is one, each act is one of its own. */
export function scopeFor(room: string, procedure: string, method: string): string {
  return method === "GET" && !free.includes(`${room}:${snake(procedure)}`)
    ? `${room}:read`
    : `${room}:${snake(procedure)}`;
}

/**
 * Whether an actor's token was issued for a scope; roles bind it further. A person, a driver's link and the system have
 * no scopes; a simulated actor plays a person.
 */
export function holdsScope(actor: Actor | null, scope: string): boolean {
  if (actor?.kind !== "token" || actor.simulated || free.includes(scope)) return true;
  return [scope, ...(standsFor[scope] ?? [])].some((one) => actor.scopes.includes(one));
}
