import { Role } from "../values/actor.ts";
import { Key } from "../values/ids.ts";

/** Where the demonstration's person of a role works: its account, and what the simulated field does in that role. */
export const seatFields = { role: Role, organisation: Key };
