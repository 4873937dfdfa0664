import type { Alert, AlertState, Alerts, AlertTopic, AlertUnit } from "@moc/contract/platform/alerts.ts";
import { platformMessages } from "@moc/contract/platform/messages/messages.ts";
import { fillSentence } from "@moc/contract/values/sentence.ts";
import type { Language } from "@moc/contract/values/text.ts";
import type { Readings } from "./measure.ts";

type Limit = { unit: AlertUnit; worse: "above" | "below"; warn: number; alarm: number };

/** With less free space than this the zone should get no traffic; bytes. */
export const diskLimit = 200 * 1024 * 1024;

/** From where on a reading is worth a word, and from where on it is an alarm. */
const limits = {
  clock: { unit: "milliseconds", worse: "above", warn: 1_000, alarm: 5_000 },
  sealer: { unit: "seconds", worse: "above", warn: 10, alarm: 60 },
  subscribers: { unit: "events", worse: "above", warn: 1_000, alarm: 10_000 },
  disk: { unit: "bytes", worse: "below", warn: 10 * diskLimit, alarm: diskLimit },
  // Daily tasks: two hours of grace, then a second day missed.
  backup: { unit: "hours", worse: "above", warn: 26, alarm: 50 },
  verify: { unit: "hours", worse: "above", warn: 26, alarm: 50 },
} as const satisfies Record<AlertTopic, Limit>;

const order: readonly AlertState[] = ["quiet", "warn", "alarm"];
const hour = 3_600_000;

/** `value` is shown; where nothing happened yet, `judged` stands for it. `broken` is an alarm whatever the value. */
type Reading = { value: number | null; judged?: number; at?: Date; found?: string; broken?: boolean };

function readingsByTopic(readings: Readings, language: Language): Record<AlertTopic, Reading> {
  const hours = (since: Date) => Math.max(0, (readings.at.getTime() - since.getTime()) / hour);
  // A task that was never done is as old as the zone.
  const task = (done: { doneAt: Date } | undefined): Reading =>
    done === undefined
      ? { value: null, judged: hours(readings.madeAt) }
      : { value: Math.round(hours(done.doneAt) * 10) / 10, at: done.doneAt };
  const { backup, verify } = readings.upkeep;
  return {
    clock: { value: Math.abs(readings.clockOffsetMs) },
    sealer: { value: readings.unsealedSeconds },
    subscribers: { value: Math.max(0, ...Object.values(readings.subscriberLag)) },
    disk: { value: readings.diskFreeBytes },
    backup: task(backup),
    verify: { ...task(verify), ...(verify && whatWasFound(verify.outcome, language)) },
  };
}

type Checked = NonNullable<Readings["upkeep"]["verify"]>["outcome"];

function whatWasFound({ ok, checked, fault }: Checked, language: Language): Partial<Reading> {
  const sentence = platformMessages[language].verdicts[fault?.kind ?? "holds"];
  const params = { position: String(fault?.position ?? 0), checked: String(checked) };
  return { broken: !ok, found: fillSentence(sentence, params) };
}

function stateOf({ worse, warn, alarm }: Limit, { value, judged, broken }: Reading): AlertState {
  const measured = value ?? judged ?? 0;
  const beyond = (limit: number) => (worse === "above" ? measured > limit : measured < limit);
  return broken === true || beyond(alarm) ? "alarm" : beyond(warn) ? "warn" : "quiet";
}

/** The operator's page of these readings, in the reader's language. */
export function judge(readings: Readings, language: Language): Alerts {
  const texts = platformMessages[language].alerts;
  const found = readingsByTopic(readings, language);
  const rows = Object.entries(limits).map(([name, limit]): Alert => {
    const topic = name as AlertTopic; // as: entries forgets the keys of its table
    const reading = found[topic];
    return {
      topic,
      state: stateOf(limit, reading),
      value: reading.value,
      ...limit,
      at: reading.at?.toISOString() ?? null,
      title: texts[`${topic}_title`],
      meaning: texts[`${topic}_meaning`],
      mend: texts[`${topic}_mend`],
      found: reading.found ?? null,
    };
  });
  const worst = order.findLast((state) => rows.some((row) => row.state === state)) ?? "quiet";
  return { at: readings.at.toISOString(), worst, rows };
}
