import { listed } from "../../values/sentence.ts";
import type { Language, LocalText } from "../../values/text.ts";
import { partWords } from "./amend-words.ts";
import { gateMessages } from "./messages.ts";

type Params = Readonly<Record<string, string>>;
/** An instant as people write it, in the zone's time. */
type Clock = (instant: string) => string;
type Words = Readonly<Record<string, string>>;
type Speak = (value: string, language: Language, clock: Clock) => string;

const named = (words: Words, value: string, language: Language) =>
  listed(
    language,
    value.split(",").map((key) => words[key] ?? key),
  );
const state: Speak = (value, language) => named(gateMessages[language].states, value, language);
const instant: Speak = (value, _language, clock) => (value === "" ? value : clock(value));

const partNames: Readonly<Record<string, LocalText>> = partWords;

/** How the values of a sentence are said; what is not named here is said as it is. */
const speaking: Readonly<Record<string, Speak>> = {
  state,
  needs: state,
  who: (value, language) => named(gateMessages[language].parties, value, language),
  what: (value, language) => named(gateMessages[language].rules, value, language),
  part: (value, language) => partNames[value]?.[language] ?? value,
  due: instant,
  opens: instant,
  again: instant,
  until: (value, language, clock) =>
    value === "" ? untilLifted[language] : untilWords[language].replace("{t}", clock(value)),
};

const untilWords = { vi: "đến {t}", en: "until {t}", zh: "至{t}" } as const satisfies Record<
  Language,
  string
>;
const untilLifted = {
  vi: "đến khi có lệnh dỡ bỏ",
  en: "until it is lifted",
  zh: "直至解除",
} as const satisfies Record<Language, string>;

/**
 * The values of a refusal or of a "may not" in the reader's words: keys of states and parties by name, instants by
 * `clock`; a value that is given per language, as `checks_vi`, `checks_en` and `checks_zh`, as `checks`.
 */
export function spokenParams(language: Language, params: Params, clock: Clock): Record<string, string> {
  const said = Object.entries(params).map(([name, value]): [string, string] => [
    name,
    speaking[name]?.(value, language, clock) ?? value,
  ]);
  const suffix = `_${language}`;
  const local = Object.entries(params)
    .filter(([name]) => name.endsWith(suffix))
    .map(([name, value]): [string, string] => [name.slice(0, -suffix.length), value]);
  return { ...Object.fromEntries(said), ...Object.fromEntries(local) };
}
