import { z } from "zod";
import { type RowKind, RowKindName } from "./rows.ts";
import { TimeLimitName } from "./rule.ts";

/** Which file of a pack states a rule of the gate. Another zone's pack follows the same names. */
export const ruleFiles = {
  stream: "streams.yaml",
  check_kind: "check-kinds.yaml",
  check_rule: "check-rules.yaml",
  call_rule: "call-rules.yaml",
  time_limit: "time-limits.yaml",
  automatic_rule: "automatic-rules.yaml",
  postponement_rule: "postponement-rules.yaml",
  bulletin_rule: "bulletin-rules.yaml",
  notification_rule: "notification-rules.yaml",
} as const satisfies Partial<Record<RowKind, string>>;

/** Kinds of rules without which ordinary work is refused or left out. Of the others none is a rule too: it may not. */
export const neededKinds = [
  "stream",
  "check_kind",
  "check_rule",
  "call_rule",
  "bulletin_rule",
  "notification_rule",
] as const satisfies readonly (keyof typeof ruleFiles)[];

/** Time limits without which ordinary work is refused. */
export const neededLimits = [
  "declaration_not_arrived",
  "show_after_call",
  "abroad",
  "draft_kept",
  "template_kept",
] as const satisfies readonly TimeLimitName[];

/** What an operator must do about the rules of the zone before somebody is refused for want of one. */
export const PackGaps = z
  .strictObject({
    unloaded: z
      .array(z.strictObject({ file: z.string(), rows: z.number().int() }))
      .describe("Files of the pack that say what the registry does not say yet, and of how many rows"),
    unstated: z
      .array(z.strictObject({ kind: RowKindName, limit: TimeLimitName.nullable(), file: z.string() }))
      .describe("Rules of which no row holds today"),
  })
  .meta({ id: "PackGaps" });
export type PackGaps = z.infer<typeof PackGaps>;
