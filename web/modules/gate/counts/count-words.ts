import type { CountUnit, LastCounts } from "@moc/contract/gate/count.ts";
import { countUnitWords } from "@moc/contract/gate/messages/count.ts";
import { day, figure, noonOf } from "../../../ui/format.ts";
import { type Lang, speaker } from "../../../ui/text.ts";
import { countTexts } from "./count-texts.ts";

/** 21/11/2026 from a civil day. */
export const dayText = (civil: string): string => day(noonOf(civil));

/** 25 toa: a count never stands without what it counts. */
export const countText = (passed: number, unit: CountUnit, lang: Lang): string =>
  speaker(countTexts, lang)("known", { n: figure(lang, passed), unit: countUnitWords[unit][lang] });

type Shown = { day: string; passed: number };

/** One direction with its day where that is not the day shown; a missing one is said to be missing. */
export function countOn(count: Shown | null, unit: CountUnit, shown: string, lang: Lang): string {
  const say = speaker(countTexts, lang);
  if (count === null) return say("missing");
  const known = countText(count.passed, unit, lang);
  return count.day === shown ? known : say("ofDay", { known, day: dayText(count.day).slice(0, 5) });
}

/** Both directions in one line, as the schematic draws them beside a route; `shown`: the day looked at. */
export function countLine(
  { unit, export: out, import: into }: LastCounts,
  shown: string,
  lang: Lang,
): string {
  const say = speaker(countTexts, lang);
  if (out === null && into === null) return say("neither", { unit: countUnitWords[unit][lang] });
  if (out !== null && into !== null && out.day === into.day && out.day !== shown) {
    const told = [out, into].map((one) => countText(one.passed, unit, lang));
    return say("lineOfDay", { day: dayText(out.day).slice(0, 5), out: told[0] ?? "", into: told[1] ?? "" });
  }
  return say("line", { out: countOn(out, unit, shown, lang), into: countOn(into, unit, shown, lang) });
}
