import { z } from "zod";
import { Role } from "../values/actor.ts";
import { Id, Key } from "../values/ids.ts";
import { May } from "../values/may.ts";
import { Instant } from "../values/time.ts";
import { Scope } from "./scopes.ts";

/** Whether a token still opens anything: it has ended when it was revoked or its time is over. */
export const TokenState = z.enum(["valid", "ended"]).meta({ id: "TokenState" });
export type TokenState = z.infer<typeof TokenState>;

/** A key for a device, a force's own system, or one simulated actor. Sent as `Authorization: Bearer SECRET`. */
export const Token = z
  .strictObject({
    id: Id,
    name: z.string(),
    roles: z.array(Role),
    organisation: Key.nullable(),
    scopes: z.array(Scope),
    simulated: z.boolean().describe("All its events are marked simulated; demonstration zones only"),
    createdAt: Instant,
    usedAt: Instant.nullable().describe("Last use, exact to some minutes; null: never"),
    expiresAt: Instant,
    revokedAt: Instant.nullable(),
    may: z.array(May),
  })
  .meta({ id: "Token" });
export type Token = z.infer<typeof Token>;
