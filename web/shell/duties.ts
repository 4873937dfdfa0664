import type { Role } from "@moc/contract/values/actor.ts";

/** Whether a person only files and follows declarations: the rooms of the staff stay out of the way. No rule, only a view. */
export const declaresOnly = (roles: readonly Role[]): boolean =>
  roles.length > 0 && roles.every((role) => role === "firm" || role === "customs_agent");
