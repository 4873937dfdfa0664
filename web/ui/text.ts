/** Languages of the application, in the order of the switch. */
export const langs = ["vi", "en", "zh"] as const;
export type Lang = (typeof langs)[number];

/**
 * One text in every language. Holes are `{name}`; a plural is `{name|one|many}`, chosen by the figure in `name`. A hole
 * with a dot, `{across.party}`, is filled from the standing words.
 */
export type Text = Readonly<Record<Lang, string>>;
export type Texts = Readonly<Record<string, Text>>;

type HoleName<H extends string> = H extends `${infer N}|${string}`
  ? N
  : H extends `${string}.${string}`
    ? never
    : H;
/** The names of the holes of a text: a missing value is a compile error. */
export type Holes<S extends string> = S extends `${string}{${infer H}}${infer Rest}`
  ? HoleName<H> | Holes<Rest>
  : never;
export type Values<S extends string> = [Holes<S>] extends [never]
  ? []
  : [values: Readonly<Record<Holes<S>, string | number>>];

/** Speaks one table of texts in one language. */
export type Say<T extends Texts> = <K extends keyof T>(key: K, ...values: Values<T[K]["vi"]>) => string;

const locales = { vi: "vi-VN", en: "en-GB", zh: "zh-CN" } as const satisfies Record<Lang, string>;

export const localeOf = (lang: Lang): string => locales[lang];

const figures = {
  vi: new Intl.NumberFormat(locales.vi),
  en: new Intl.NumberFormat(locales.en),
  zh: new Intl.NumberFormat(locales.zh),
} as const satisfies Record<Lang, Intl.NumberFormat>;

/** Words that every text may use, by hole and language. */
let standing: Readonly<Record<Lang, Readonly<Record<string, string>>>> = { vi: {}, en: {}, zh: {} };

/** Told once, before the first screen. */
export function setStanding(words: typeof standing): void {
  standing = words;
}

const one = new Intl.PluralRules("en-GB");

function fill(text: string, values: Readonly<Record<string, string | number>>, lang: Lang): string {
  return text.replaceAll(/\{([^{}]+)\}/g, (_, hole: string) => {
    const [name = "", singular, many] = hole.split("|");
    const value = values[name] ?? standing[lang][name] ?? "";
    if (singular === undefined) return typeof value === "number" ? figures[lang].format(value) : value;
    return (one.select(Number(value)) === "one" ? singular : many) ?? singular;
  });
}

/** One text of a table that the house shares, in the reader's language. */
export const said = (text: Text, lang: Lang): string => fill(text[lang], {}, lang);

/** Words of a table within a sentence: the first letter small, and a name in them (Km0) as it is written. */
export const within = (words: string, lang: Lang): string =>
  words.slice(0, 1).toLocaleLowerCase(lang) + words.slice(1);

/** The standing words of a language, for sentences that are filled elsewhere. */
export const standingWords = (lang: Lang): Readonly<Record<string, string>> => standing[lang];

/** A speaker for a table: figures in holes are written the way of the language. */
export function speaker<T extends Texts>(texts: T, lang: Lang): Say<T> {
  return (key, ...values) => fill(texts[key]?.[lang] ?? "", values[0] ?? {}, lang);
}

export const isLang = (value: unknown): value is Lang => langs.some((lang) => lang === value);
