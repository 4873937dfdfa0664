/** Time limits that the gate reckons with. */
export const ruledLimits = [
  "declaration_not_arrived",
  "show_after_call",
  "abroad",
  "two_way_abroad",
  "draft_kept",
  "template_kept",
] as const;
export type RuledLimit = (typeof ruledLimits)[number];

/** Dated rules without which a command of the gate is refused; none of them is made up. */
export type MissingRule =
  | RuledLimit
  | "stream"
  | "check_kind"
  | "check_rule"
  | "call_rule"
  | "automatic_rule"
  | "bulletin_rule"
  | "notification_rule"
  | "postponement_rule";
