import type { Role } from "@moc/contract/values/actor.ts";
import type { Database } from "../../platform/database/handle.ts";
import type { Once } from "../../platform/once.ts";
import type { Clock } from "../../platform/time/clock.ts";
import type { Directory } from "./directory.ts";
import type { Keys } from "./keys.ts";
import type { PasswordCost } from "./password.ts";

/** What identity works with; put together once, at the start. */
export type IdentityParts = {
  database: Database;
  once: Once;
  /** Zone time: retention, driver's links, what events record. */
  clock: Clock;
  /** Machine time: sessions, limits, tokens, password links, audit. */
  machineNow: () => Date;
  keys: Keys;
  /** What hashing a password costs. */
  passwordCost: PasswordCost;
  /** The organisation's directory; null: nobody signs in through one. */
  directory: Directory | null;
  /** Where people reach this server, e.g. `https://moc.example.vn`, no slash at the end. */
  address: () => string;
  /** The registry's word on whether an organisation of this key is in force. */
  organisationExists: (key: string) => boolean;
  /** Where the demonstration's person of this role works. */
  organisationOf: (role: Role) => string | null;
};
