import {
  type BulletinContent,
  type BulletinLine,
  type BulletinRecord,
  bulletinLines,
} from "@moc/contract/gate/bulletin.ts";
import { bulletinPhrases, bulletinWords } from "@moc/contract/gate/messages/bulletin.ts";
import { fillSentence } from "@moc/contract/values/sentence.ts";
import type { Language } from "@moc/contract/values/text.ts";

const locales = { vi: "vi-VN", en: "en-GB", zh: "zh-CN" } as const satisfies Record<Language, string>;

/** Writes an instant in the zone's time, `15/01 20:00`. */
export type SayInstant = (at: string) => string;

/** 2026-01-15 as 15/01/2026. */
export const civilText = (day: string): string => day.split("-").toReversed().join("/");

/** One figure of a line: kilograms as whole tonnes, what is not recorded in words. */
export function bulletinFigure(line: BulletinLine, value: number | null, language: Language): string {
  if (value === null) return bulletinPhrases[language][line === "fees" ? "not_installed" : "not_recorded"];
  const shown = line.endsWith("_kg") ? Math.round(value / 1000) : value;
  return shown.toLocaleString(locales[language]);
}

/** Change against the day before with its sign, `+12`; null where either day is unknown. */
export function bulletinChange(line: BulletinLine, content: BulletinContent, language: Language) {
  const [is, was] = [content.figures.lines[line], content.dayBefore?.[line] ?? null];
  if (is === null || was === null || line.startsWith("year_")) return null;
  const change = is - was;
  return change > 0 ? `+${bulletinFigure(line, change, language)}` : bulletinFigure(line, change, language);
}

/** Whether a line is left out: nothing of its kind is missing. */
export function isQuiet(line: BulletinLine, { figures }: BulletinContent): boolean {
  return line.endsWith("_unweighed") && figures.lines[line] === 0;
}

function closing(
  content: BulletinContent,
  record: BulletinRecord | null,
  language: Language,
  at: SayInstant,
) {
  const phrases = bulletinPhrases[language];
  const head =
    record === null
      ? phrases.notIssued
      : fillSentence(phrases.issued, {
          at: at(record.issuedAt),
          position: String(record.head.position),
          hash: record.head.hash.slice(0, 16),
        });
  const correction =
    record === null || record.number === 0
      ? []
      : [
          fillSentence(phrases.correction, {
            n: String(record.number),
            at: at(record.issuedAt),
            reason: record.reason ?? "",
          }),
        ];
  return [`${head}.`, ...correction, ...(content.simulated ? [phrases.simulated] : [])];
}

/** The bulletin as plain text, as the Board sends it out: line by line, then place by place. `record` null: not issued. */
export function bulletinText(
  content: BulletinContent,
  record: BulletinRecord | null,
  language: Language,
  at: SayInstant,
): string {
  const phrases = bulletinPhrases[language];
  const { from, cutOff, day, figures, yearFrom } = content;
  const lines = bulletinLines
    .filter((line) => !isQuiet(line, content))
    .map((line) => {
      const change = bulletinChange(line, content, language);
      const figure = bulletinFigure(line, figures.lines[line], language);
      return `- ${bulletinWords[line][language]}: ${figure}${change === null ? "" : ` (${change})`}`;
    });
  const word = (line: BulletinLine) => bulletinWords[line][language].toLocaleLowerCase(language);
  const places = figures.places.map(({ name, lines: here }) => {
    const parts = (["exports", "imports", "backlog", "turned_around"] as const).map(
      (line) => `${word(line)} ${here[line].toLocaleString(locales[language])}`,
    );
    const total = here.vehicles.toLocaleString(locales[language]);
    return `- ${name?.[language] ?? phrases.elsewhere}: ${total} (${parts.join(", ")})`;
  });
  return [
    fillSentence(phrases.title, { day: civilText(day) }),
    fillSentence(phrases.span, { from: at(from), to: at(cutOff) }),
    ...lines,
    ...(yearFrom === null ? [] : [`  ${fillSentence(phrases.yearFrom, { day: civilText(yearFrom) })}`]),
    ...places,
    ...(content.paper === undefined ? [] : [fillSentence(phrases.paper, { n: String(content.paper) })]),
    ...closing(content, record, language, at),
  ].join("\n");
}
