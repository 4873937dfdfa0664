import type { PersonClass } from "@moc/contract/identity/person.ts";
import { Temporal } from "temporal-polyfill";
import type { StoredRetention } from "./person-store.ts";

/** The rule in force for a class on a civil day of the zone, or undefined when none is: then nothing is erased by age. */
export function ruleOn(
  rules: readonly StoredRetention[],
  personClass: PersonClass,
  day: string,
): StoredRetention | undefined {
  return rules
    .filter((rule) => rule.class === personClass && rule.valid_from <= day)
    .toSorted((a, b) => (a.valid_from < b.valid_from ? 1 : -1))[0];
}

/** First civil day on which a person saved on `saved` is kept no longer, or null without a rule. */
export function keepUntil(rule: StoredRetention | undefined, saved: string): string | null {
  return rule === undefined ? null : Temporal.PlainDate.from(saved).add({ days: rule.days }).toString();
}
