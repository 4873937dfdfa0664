import { plain } from "../scan/syllables.ts";

/** One name of an organisation and the days on which it was in use: `from` included, `to` excluded, ISO. */
export interface RegisteredName {
  readonly text: string;
  readonly from?: string;
  readonly to?: string;
}

/** What the reader must know of an organisation. Data of the zone, never of the engine. */
export interface RegisteredOrganisation {
  readonly id: string;
  readonly names: readonly RegisteredName[];
}

/** Finds the organisation that bore a name on a day; null day means "at any time, if only one ever bore it". */
export type Resolve = (text: string, day: string | null) => string | null;

/** Abbreviations of Vietnamese offices, compared without diacritics. */
const ABBREVIATIONS: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/\bubnd\b/g, "uy ban nhan dan"],
  [/\bhdnd\b/g, "hoi dong nhan dan"],
  [/\bbqlda\b/g, "ban quan ly du an"],
  [/\bbql\b/g, "ban quan ly"],
  [/\bqlda\b/g, "quan ly du an"],
  [/\bkktck\b/g, "kinh te cua khau"],
  [/\bktck\b/g, "kinh te cua khau"],
  [/\bqlck\b/g, "quan ly cua khau"],
  [/\bttqlck\b/g, "trung tam quan ly cua khau"],
  [/\bkh ?& ?dt\b|\bkhdt\b/g, "ke hoach va dau tu"],
  [/\btn ?& ?mt\b|\btnmt\b/g, "tai nguyen va moi truong"],
  [/\bnn ?& ?mt\b/g, "nong nghiep va moi truong"],
  [/\bnn ?& ?ptnt\b/g, "nong nghiep va phat trien nong thon"],
  [/\bgtvt\b/g, "giao thong van tai"],
  [/\bkh ?& ?cn\b/g, "khoa hoc va cong nghe"],
  [/\bgd ?& ?dt\b/g, "giao duc va dao tao"],
  [/\bvh ?,? ?tt ?& ?dl\b/g, "van hoa the thao va du lich"],
  [/\bbdbp\b/g, "bo doi bien phong"],
  [/\bbch\b/g, "bo chi huy"],
  [/\bdtxd\b/g, "dau tu xay dung"],
  [/\btp\b/g, "thanh pho"],
  [/\bvp\b/g, "van phong"],
  [/\bkhu kt\b/g, "khu kinh te"],
];

/** Lower case, no diacritics, abbreviations in full, words only: two spellings of one name give one key. */
export function nameKey(text: string): string {
  let key = plain(text);
  for (const [pattern, words] of ABBREVIATIONS) key = key.replace(pattern, words);
  return key.replace(/[^a-z0-9]+/g, " ").trim();
}

/** A chairman or a director answers for the body: the office is dropped when it has no entry of its own. */
const OFFICE =
  /^(?:dong chi )?(?:(?:pho )?chu tich|(?:pho )?giam doc|(?:pho )?truong(?= ban| phong)|thu truong|nguoi dung dau|dai dien lanh dao|lanh dao|(?:pho )?chanh(?= van phong| thanh tra)|cuc truong|chi cuc truong) /;

/** Indexes a register by name. Ids are the register's own; ambiguous names resolve to nothing. */
export function compileRegister(register: readonly RegisteredOrganisation[]): Resolve {
  const byName = new Map<string, { id: string; name: RegisteredName }[]>();
  for (const { id, names } of register) {
    for (const name of names) {
      for (const key of keysOf(name.text)) byName.set(key, [...(byName.get(key) ?? []), { id, name }]);
    }
  }
  const find = (key: string, day: string | null): string | null => {
    const valid = (byName.get(key) ?? []).filter(({ name }) => day === null || bore(name, day));
    const ids = new Set(valid.map((entry) => entry.id));
    return ids.size === 1 ? (valid[0]?.id ?? null) : null;
  };
  return (text, day) => {
    const key = nameKey(text);
    return find(key, day) ?? find(key.replace(OFFICE, ""), day);
  };
}

const PROVINCE = / tinh ([a-z]+(?: [a-z]+){0,3})$/;

/** "… tỉnh Lạng Sơn" is "… tỉnh" in the papers of its own province. */
function keysOf(name: string): string[] {
  const key = nameKey(name);
  return PROVINCE.test(key) ? [key, key.replace(PROVINCE, " tinh")] : [key];
}

/**
 * True when the issuer names a province and the register knows only others: its "Sở Xây dựng" is then another body
 * than ours, and nothing is resolved.
 */
export function isForeign(register: readonly RegisteredOrganisation[], issuer: string | null): boolean {
  const province = issuer === null ? undefined : PROVINCE.exec(nameKey(issuer))?.[1];
  if (province === undefined) return false;
  const known = register.flatMap(({ names }) => names.map((name) => PROVINCE.exec(nameKey(name.text))?.[1]));
  return known.some((name) => name !== undefined) && !known.includes(province);
}

const bore = (name: RegisteredName, day: string): boolean =>
  (name.from === undefined || name.from <= day) && (name.to === undefined || day < name.to);
