import { z } from "zod";
import { Id, Key } from "./ids.ts";
import { Language } from "./text.ts";

/** Duties at the border as accounts hold them. Code names of GLOSSARY.md §2. */
export const roles = [
  "dispatcher",
  "border_guard",
  "customs",
  "health_quarantine",
  "plant_quarantine",
  "animal_quarantine",
  "yard_operator",
  "traffic_police",
  "firm",
  "customs_agent",
  "board_leader",
  "administrator",
  "auditor",
] as const;
export const Role = z.enum(roles).meta({ id: "Role" });
export type Role = z.infer<typeof Role>;

/** Duties that answer checks. Which of them answers which kind is said by the row of the kind. */
export const forceRoles = [
  "border_guard",
  "customs",
  "health_quarantine",
  "plant_quarantine",
  "animal_quarantine",
] as const satisfies readonly Role[];

/**
 * Who acts. Made by identity alone and handed down; holds no personal data. `account` a person signed in, `token` a
 * field device or a force's system, `link` the bearer of a driver's link, `system` a timer or subscriber.
 */
export const Actor = z
  .strictObject({
    id: Id,
    kind: z.enum(["account", "token", "link", "system"]),
    roles: z.array(Role),
    organisation: Key.nullable().describe("For which organisation it acts"),
    language: Language,
    simulated: z.boolean(),
    /** The one trip that a `link` may see and speak for. */
    trip: Id.nullable(),
    /** What a token was issued for, beyond its roles: `arrival_signal:barrier`, `demo:clock`, ... */
    scopes: z.array(z.string()),
  })
  .meta({ id: "Actor" });
export type Actor = z.infer<typeof Actor>;

/** Timers and subscribers act in this name. */
export const systemActor: Actor = {
  id: "00000000-0000-4000-8000-000000000000",
  kind: "system",
  roles: [],
  organisation: null,
  language: "vi",
  simulated: false,
  trip: null,
  scopes: [],
};
