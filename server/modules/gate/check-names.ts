import { languages } from "@moc/contract/values/text.ts";
import type { ZoneRules } from "./parts.ts";

type Params = Readonly<Record<string, string>>;

// Where the values of a sentence name kinds of checks, one or several parted by commas.
const naming = ["check", "checks", "who"] as const;

/** The values of a refusal or of a "may not" with the checks that they name also by name, in each language. */
export function withCheckNames(
  params: Params,
  { kindsKnown }: Pick<ZoneRules, "kindsKnown">,
): Record<string, string> {
  const named: Record<string, string> = {};
  for (const param of naming) {
    const keys = params[param];
    if (keys === undefined) continue;
    const kinds = keys.split(",").map((key) => kindsKnown.find((row) => row.key === key));
    if (kinds.some((kind) => kind === undefined)) continue;
    for (const language of languages) {
      named[`${param}_${language}`] = kinds.map((kind) => kind?.name[language]).join(", ");
    }
  }
  return { ...params, ...named };
}
