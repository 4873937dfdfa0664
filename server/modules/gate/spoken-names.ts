import { listed } from "@moc/contract/values/sentence.ts";
import { type Language, type LocalText, languages } from "@moc/contract/values/text.ts";
import type { ZoneRules } from "./parts.ts";

type Params = Readonly<Record<string, string>>;
/** The rules of which a sentence may name a row. */
type Named = Pick<ZoneRules, "kindsKnown" | "route" | "yard" | "park" | "gate">;

type Finds = (rules: Named, key: string) => LocalText | undefined;

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
const naming: ReadonlyMap<string, Finds> = new Map([
  ["check", checkIn],
  ["checks", checkIn],
  ["who", checkIn],
  ["route", placeIn],
  ["to", placeIn],
  ["park", placeIn],
  ["post", placeIn],
]);

// Values that name rows are few; those of a stranger's making must not fill the memory.
const mostSpoken = 2_000;
// The same few sentences are said to everybody, many at each answer: the rows of one set of rules are looked up once.
const spoken = new WeakMap<Named, Map<string, Params | null>>();

/** The names behind the keys of one value, by language; null when one of them is not known. */
function namesOf(rules: Named, find: Finds, param: string, keys: string): Params | null {
  const names = keys.split(",").map((key) => find(rules, key));
  const known = names.filter((name) => name !== undefined);
  if (known.length < names.length) return null;
  const listedIn = (language: Language) =>
    listed(
      language,
      known.map((name) => name[language]),
    );
  return Object.fromEntries(languages.map((language) => [`${param}_${language}`, listedIn(language)]));
}

/** The values of a refusal or of a "may not" with the checks and places that they name also by name, in each language. */
export function withNames(params: Params, rules: Named): Params {
  const kept = spoken.get(rules) ?? new Map<string, Params | null>();
  spoken.set(rules, kept);
  let named = params;
  for (const [param, keys] of Object.entries(params)) {
    const find = naming.get(param);
    if (find === undefined) continue;
    const asked = `${param} ${keys}`;
    const known = kept.get(asked);
    const names = known === undefined ? namesOf(rules, find, param, keys) : known;
    if (known === undefined && kept.size < mostSpoken) kept.set(asked, names);
    if (names !== null) named = { ...named, ...names };
  }
  return named;
}
