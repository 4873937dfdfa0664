import { z } from "zod";

/**
 * What a token may be issued for beyond its roles. Free strings, so that a room may add its own; these are in use:
 *
 * - `arrival_signal:barrier` and `arrival_signal:position` give one signal of an arrival in a device's name
 * - `demo:clock` advances the zone's clock (simulated field only)
 * - `demo:tokens` issues simulated tokens, one per simulated actor
 */
export const knownScopes = [
  "arrival_signal:barrier",
  "arrival_signal:position",
  "demo:clock",
  "demo:tokens",
] as const;

/** `room_or_subject:what`, lower case. */
export const Scope = z
  .string()
  .max(64)
  .regex(/^[a-z][a-z_]*:[a-z][a-z_]*$/)
  .meta({ id: "Scope", examples: [...knownScopes] });
export type Scope = z.infer<typeof Scope>;
