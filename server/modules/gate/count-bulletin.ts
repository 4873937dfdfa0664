import type { BulletinContent } from "@moc/contract/gate/bulletin.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { bulletinFigures } from "@moc/engines/gate/bulletin.ts";
import { Temporal } from "temporal-polyfill";
import type { Db, Tx } from "../../platform/database/handle.ts";
import { civilDay, instantOf } from "../../platform/time/clock.ts";
import { selectBulletin, selectFirstRecord } from "./bulletin-store.ts";
import { countCrossedOnPaper } from "./paper-store.ts";
import type { GateParts } from "./parts.ts";
import { ruleMissing } from "./rules.ts";

type Known = Pick<GateParts, "registry" | "clock">;

/** The rule of the bulletin that held on a civil day. @throws Refusal `rule_missing` */
function ruleOn({ registry, clock }: Known, day: string) {
  const { bulletin_rule, zone } = registry.rows(instantOf(day, "12:00", clock.timeZone));
  const [rule] = bulletin_rule;
  if (rule !== undefined) return rule;
  // It is of the whole zone, which stands where a route would.
  const named = Object.entries(zone[0]?.name ?? {}).map(([language, name]) => [`route_${language}`, name]);
  const { params } = ruleMissing("bulletin_rule", "–");
  throw new Refusal("rule_missing", { params: { ...params, ...Object.fromEntries(named) } });
}

/** The cut-off of a day, by the rule of that day. @throws Refusal `rule_missing` */
export function cutOffOf(known: Known, day: string): Date {
  return instantOf(day, ruleOn(known, day).cutOff, known.clock.timeZone);
}

/** A civil day some days earlier or later. */
export function shiftedDay(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** The last day whose cut-off has passed. */
export function lastFinishedDay(known: Known): string {
  const now = known.clock.now();
  const today = civilDay(now, known.clock.timeZone);
  return now >= cutOffOf(known, today) ? today : shiftedDay(today, -1);
}

/** The first day that the year's lines count; null when nothing had been recorded by the cut-off. */
async function yearStart({ clock }: Known, db: Db | Tx, day: string, cutOff: Date): Promise<string | null> {
  const first = await selectFirstRecord(db);
  if (first === null || first > cutOff) return null;
  const [recorded, newYear] = [civilDay(first, clock.timeZone), `${day.slice(0, 4)}-01-01`];
  return recorded > newYear ? recorded : newYear;
}

async function figuresOf(known: Known, db: Db | Tx, day: string) {
  const span = {
    from: cutOffOf(known, shiftedDay(day, -1)),
    cutOff: cutOffOf(known, day),
    yearFrom: cutOffOf(known, `${Number(day.slice(0, 4)) - 1}-12-31`),
  };
  return { ...span, figures: bulletinFigures(await selectBulletin(db, span), ruleOn(known, day).places) };
}

/**
 * The bulletin of a day, counted from the trips as they are known now: from the cut-off of the day before (exclusive) to
 * its own (inclusive), so that the days add up to the year. @throws Refusal `rule_missing`
 */
export async function countBulletin(known: Known, db: Db | Tx, day: string): Promise<BulletinContent> {
  const { from, cutOff, figures } = await figuresOf(known, db, day);
  const yearFrom = await yearStart(known, db, day, cutOff);
  const first = await selectFirstRecord(db);
  const before = first === null || first > from ? null : await figuresOf(known, db, shiftedDay(day, -1));
  const paper = await countCrossedOnPaper(db, from, cutOff);
  return {
    day,
    from: from.toISOString(),
    cutOff: cutOff.toISOString(),
    figures,
    ...(paper > 0 && { paper }),
    dayBefore: before?.figures.lines ?? null,
    yearFrom,
    simulated: known.clock.mode === "demo",
  };
}
