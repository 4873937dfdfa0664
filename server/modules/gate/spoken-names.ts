import { listed } from "@moc/contract/values/sentence.ts";
import { type LocalText, languages } from "@moc/contract/values/text.ts";
import type { ZoneRules } from "./parts.ts";

type Params = Readonly<Record<string, string>>;
/** The rules of which a sentence may name a row. */
type Named = Pick<ZoneRules, "kindsKnown" | "route" | "yard" | "park" | "gate">;

const checkIn = ({ kindsKnown }: Named, key: string): LocalText | undefined =>
  kindsKnown.find((row) => row.key === key)?.name;

function placeIn(rules: Named, key: string): LocalText | undefined {
  for (const kind of ["route", "yard", "park", "gate"] as const) {
    const found = rules[kind].find((row) => row.key === key);
    if (found !== undefined) return found.shortName;
  }
  return undefined;
}

// Where the values of a sentence name checks or places, one or several parted by commas.
const naming: ReadonlyMap<string, (rules: Named, key: string) => LocalText | undefined> = new Map([
  ["check", checkIn],
  ["checks", checkIn],
  ["who", checkIn],
  ["route", placeIn],
  ["to", placeIn],
  ["park", placeIn],
  ["post", placeIn],
]);

/** The values of a refusal or of a "may not" with the checks and places that they name also by name, in each language. */
export function withNames(params: Params, rules: Named): Record<string, string> {
  const named: Record<string, string> = { ...params };
  for (const [param, keys] of Object.entries(params)) {
    const find = naming.get(param);
    if (find === undefined) continue;
    const names = keys.split(",").map((key) => find(rules, key));
    const known = names.filter((name) => name !== undefined);
    if (known.length < names.length) continue;
    for (const language of languages)
      named[`${param}_${language}`] = listed(
        language,
        known.map((name) => name[language]),
      );
  }
  return named;
}
