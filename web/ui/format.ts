import { type Lang, localeOf } from "./text.ts";

/** Civil time on this side of the border, and on the other where its clock differs; one page speaks of one border. */
let times: { here: string; across: string | null } = { here: "UTC", across: null };

/** Told once, before the first screen. IANA names. */
export function setTimes(told: typeof times): void {
  times = told;
}

const shapes = {
  clock: { hour: "2-digit", minute: "2-digit" },
  seconds: { hour: "2-digit", minute: "2-digit", second: "2-digit" },
  day: { day: "2-digit", month: "2-digit", year: "numeric" },
  weekday: { weekday: "long" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Formatters are dear to make and asked for in every row of a table: each is made once. */
const dated = new Map<string, Intl.DateTimeFormat>();
function dates(lang: Lang, zone: string, shape: keyof typeof shapes): Intl.DateTimeFormat {
  const id = `${lang} ${zone} ${shape}`;
  const known = dated.get(id);
  if (known) return known;
  const made = new Intl.DateTimeFormat(localeOf(lang), {
    timeZone: zone,
    hourCycle: "h23",
    ...shapes[shape],
  });
  dated.set(id, made);
  return made;
}

const counted = new Map<string, Intl.NumberFormat>();
function figures(lang: Lang, digits: number): Intl.NumberFormat {
  const id = `${lang} ${digits}`;
  const known = counted.get(id);
  if (known) return known;
  const made = new Intl.NumberFormat(localeOf(lang), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  counted.set(id, made);
  return made;
}

export type Instant = Date | string | number;

/** 1.853 · 71,7: figures the way of the language. */
export const figure = (lang: Lang, value: number, digits = 0): string => figures(lang, digits).format(value);

/** 14:35 on this side of the border, unless another zone is named. */
export const clock = (at: Instant, zone = times.here): string =>
  dates("vi", zone, "clock").format(new Date(at));

/** The same moment on the other side's clock; undefined where one clock serves both. */
export const clockAcross = (at: Instant): string | undefined =>
  times.across === null ? undefined : clock(at, times.across);

/** 14:35:08 */
export const clockSeconds = (at: Instant, zone = times.here): string =>
  dates("vi", zone, "seconds").format(new Date(at));

/** 15/01/2026 in every language: the form of official documents. */
export const day = (at: Instant, zone = times.here): string => dates("vi", zone, "day").format(new Date(at));

/** 15/01 14:35 */
export const dayClock = (at: Instant, zone = times.here): string =>
  `${day(at, zone).slice(0, 5)} ${clock(at, zone)}`;

/** 14:35 on the civil day of `now`, 14/01 14:35 on any other: what began yesterday is not of this morning. */
export const clockFrom = (now: Instant | undefined, at: Instant, zone = times.here): string =>
  now !== undefined && day(now, zone) === day(at, zone) ? clock(at, zone) : dayClock(at, zone);

/** Thứ Năm, 15/01/2026 · 星期四 15/01/2026 */
export const weekday = (lang: Lang, at: Instant): string => {
  const name = dates(lang, times.here, "weekday").format(new Date(at));
  return `${name}${lang === "zh" ? " " : ", "}${day(at)}`;
};

/** The civil day as 2026-01-15. */
export const civilDay = (at: Instant): string => day(at).split("/").toReversed().join("-");

/** The form of a day-and-time field: 2026-01-15T14:35; empty for no instant. */
export const fieldOfInstant = (at: Instant): string => (at === "" ? "" : `${civilDay(at)}T${clock(at)}`);

/** The instant that a day-and-time field means; undefined while it is not filled. */
export function instantOfField(local: string): string | undefined {
  if (local === "") return undefined;
  const meant = Date.parse(`${local.slice(0, 16)}:00Z`);
  const shown = Date.parse(`${fieldOfInstant(meant)}:00Z`);
  return new Date(meant - (shown - meant)).toISOString();
}

/** Noon of a civil day, to write the day by. */
export const noonOf = (civil: string): string => instantOfField(`${civil}T12:00`) ?? "";

/** Minutes after midnight. */
export function minuteOfDay(at: Instant): number {
  const [hours = 0, minutes = 0] = clock(at).split(":").map(Number);
  return hours * 60 + minutes;
}

const durations = {
  vi: { short: "{m}\u00A0phút", long: "{h}\u00A0h\u00A0{m}" },
  en: { short: "{m}\u00A0min", long: "{h}\u00A0h\u00A0{m}" },
  zh: { short: "{m}分钟", long: "{h}小时{m}分" },
} as const satisfies Record<Lang, { short: string; long: string }>;

/** 32 phút · 3 h 20 · 3小时20分: whole minutes, never negative. Spaces do not break. */
export function duration(lang: Lang, minutes: number): string {
  const whole = Math.max(0, Math.round(minutes));
  if (whole < 60) return durations[lang].short.replace("{m}", String(whole));
  const rest = String(whole % 60).padStart(2, "0");
  return durations[lang].long.replace("{h}", String(Math.floor(whole / 60))).replace("{m}", rest);
}

/** 0 h 35: the fixed form of wait columns. */
export const wait = (minutes: number): string => {
  const whole = Math.max(0, Math.round(minutes));
  return `${Math.floor(whole / 60)}\u00A0h\u00A0${String(whole % 60).padStart(2, "0")}`;
};

/** Whole minutes between two instants. */
export const minutesBetween = (from: Instant, to: Instant): number =>
  (new Date(to).getTime() - new Date(from).getTime()) / 60_000;
