import { z } from "zod";

/** A UUID made by the server. It names a thing and never orders anything. */
export const Id = z.uuid().meta({ id: "Id" });
export type Id = z.infer<typeof Id>;

/**
 * The caller's own name for one command (a UUID it makes before sending). Sent again by the same actor with the
 * same content it succeeds without effect; with other content, or by another actor, it is refused.
 */
export const CommandId = z
  .uuid()
  .meta({ id: "CommandId", description: "Made by the caller; repeat it to retry safely" });
export type CommandId = z.infer<typeof CommandId>;

/**
 * Stable key of a row of the zone's pack: lower-case words parted by hyphens, e.g. `huu-nghi`. Kinds of checks are parted
 * by underscores, `border_guard_exit`, as the log has named them from the first.
 */
export const Key = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+([-_][a-z0-9]+)*$/)
  .meta({ id: "Key" });
export type Key = z.infer<typeof Key>;
