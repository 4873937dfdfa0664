import { nameKey, type Resolve } from "../names/register.ts";

/** How many full names are kept per first word: enough for "Ban" and "Sở", and bounded. */
const KEPT = 8;
/** Names whose comparison keys are kept; a document has a few dozen. */
const MOST_KEYS = 2_000;

const firstWord = (key: string): string => key.replace(/ .*/u, "");

/** Names seen so far, so that "Ban" or "Ban Quản lý" is read as the last body so called. */
export class Mentions {
  readonly #byFirstWord = new Map<string, { text: string; key: string }[]>();
  readonly #names = new Map<string, { key: string; direct: string | null }>();
  readonly #resolve: Resolve;
  readonly #day: string | null;

  constructor(resolve: Resolve, day: string | null) {
    this.#resolve = resolve;
    this.#day = day;
  }

  remember(text: string): void {
    const { key } = this.#name(text);
    const first = firstWord(key);
    const known = this.#byFirstWord.get(first) ?? [];
    if (known[0]?.text === text) return;
    this.#byFirstWord.set(
      first,
      [{ text, key }, ...known.filter((name) => name.text !== text)].slice(0, KEPT),
    );
  }

  /** The registered organisation of a name as written, directly or through the last full name that begins so. */
  organisationOf(text: string): string | null {
    if (text === "") return null;
    const { key, direct } = this.#name(text);
    if (direct !== null) return direct;
    const names = this.#byFirstWord.get(firstWord(key)) ?? [];
    const full = names.find((name) => name.key.startsWith(`${key} `));
    return full === undefined ? null : this.#name(full.text).direct;
  }

  #name(text: string): { key: string; direct: string | null } {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    const name = { key: nameKey(text), direct: this.#resolve(text, this.#day) };
    if (this.#names.size >= MOST_KEYS) this.#names.clear();
    this.#names.set(text, name);
    return name;
  }
}
