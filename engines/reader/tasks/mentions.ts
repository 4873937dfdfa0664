import { nameKey, type Resolve } from "../names/register.ts";

/** How many full names are kept per first word: enough for "Ban" and "Sở", and bounded. */
const KEPT = 8;

/** Names seen so far, so that "Ban" or "Ban Quản lý" is read as the last body so called. */
export class Mentions {
  readonly #byFirstWord = new Map<string, string[]>();
  readonly #resolve: Resolve;
  readonly #day: string | null;

  constructor(resolve: Resolve, day: string | null) {
    this.#resolve = resolve;
    this.#day = day;
  }

  remember(text: string): void {
    const key = nameKey(text);
    const first = key.split(" ")[0] ?? "";
    const known = (this.#byFirstWord.get(first) ?? []).filter((name) => name !== text);
    this.#byFirstWord.set(first, [text, ...known].slice(0, KEPT));
  }

  /** The registered organisation of a name as written, directly or through the last full name that begins so. */
  organisationOf(text: string): string | null {
    const direct = this.#resolve(text, this.#day);
    if (direct !== null || text === "") return direct;
    const key = nameKey(text);
    const names = this.#byFirstWord.get(key.split(" ")[0] ?? "") ?? [];
    const full = names.find((name) => nameKey(name).startsWith(`${key} `));
    return full === undefined ? null : this.#resolve(full, this.#day);
  }
}
