import type { Language, LocalText } from "../values/text.ts";

type Names = Readonly<Record<"country" | "adjective" | "party" | "time", LocalText>>;
type Across = Names & { readonly timeZone: string | null };

/** Both sides as they are named. */
export type Sides = { here: Names; across: Across };

/** What the sides are called where nobody has named them. */
export const unnamed = {
  here: {
    country: { vi: "nước ta", en: "this country", zh: "本国" },
    adjective: { vi: "trong nước", en: "domestic", zh: "本国" },
    party: { vi: "phía ta", en: "this side", zh: "我方" },
    time: { vi: "tại chỗ", en: "local", zh: "当地" },
  },
  across: {
    country: { vi: "nước bạn", en: "the other country", zh: "对方国家" },
    adjective: { vi: "nước bạn", en: "foreign", zh: "外国" },
    party: { vi: "phía bạn", en: "the other side", zh: "对方" },
    time: { vi: "bên kia", en: "the other side's", zh: "对方" },
    timeZone: null,
  },
} satisfies Sides;

/**
 * The names of the two sides as sentences take them in one language: `{across.party}`, and `{across.Party}` where it
 * begins the sentence. No text of the house names a country or a capital itself.
 */
export function sideWords(sides: Sides, language: Language): Readonly<Record<string, string>> {
  const words: Record<string, string> = {};
  for (const side of ["here", "across"] as const)
    for (const name of ["country", "adjective", "party", "time"] as const) {
      const word = sides[side][name][language];
      words[`${side}.${name}`] = word;
      words[`${side}.${capital(name, language)}`] = capital(word, language);
    }
  return words;
}

const capital = (word: string, language: Language): string =>
  word.slice(0, 1).toLocaleUpperCase(language) + word.slice(1);
