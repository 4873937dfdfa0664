import { listed } from "@moc/contract/values/sentence.ts";
import { type LocalText, languages } from "@moc/contract/values/text.ts";
import type { ZoneRules } from "./parts.ts";

type Params = Readonly<Record<string, string>>;
/** The rules of which a sentence may name a row. */
type Named = Pick<ZoneRules, "kindsKnown" | "route" | "yard" | "park" | "gate">;

const checkIn = ({ kindsKnown }: Named, key: string): LocalText | undefined =>
  kindsKnown.find((row) => row.key === key)?.name;

const placeIn = ({ route, yard, park, gate }: Named, key: string): LocalText | undefined =>
  [...route, ...yard, ...park, ...gate].find((row) => row.key === key)?.shortName;

// Where the values of a sentence name checks or places, one or several parted by commas.
const naming = {
  check: checkIn,
  checks: checkIn,
  who: checkIn,
  route: placeIn,
  to: placeIn,
  park: placeIn,
  post: placeIn,
} as const satisfies Readonly<Record<string, (rules: Named, key: string) => LocalText | undefined>>;

/** The values of a refusal or of a "may not" with the checks and places that they name also by name, in each language. */
export function withNames(params: Params, rules: Named): Record<string, string> {
  const named: Record<string, string> = {};
  for (const [param, find] of Object.entries(naming)) {
    const names = params[param]?.split(",").map((key) => find(rules, key)) ?? [];
    const known = names.filter((name) => name !== undefined);
    if (known.length === 0 || known.length < names.length) continue;
    for (const language of languages)
      named[`${param}_${language}`] = listed(
        language,
        known.map((name) => name[language]),
      );
  }
  return { ...params, ...named };
}
