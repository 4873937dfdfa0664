import { regimeWords } from "@moc/contract/gate/messages/filing-words.ts";
import { gateMessages } from "@moc/contract/gate/messages/messages.ts";
import type { StoryLine, TripView } from "@moc/contract/gate/trip.ts";
import { listed, marks } from "@moc/contract/values/sentence.ts";
import type { ReactNode } from "react";
import { useNames } from "../../../shell/names.ts";
import { useZoneClock } from "../../../shell/zone.tsx";
import { ShareBar } from "../../../ui/charts/share-bar.tsx";
import { clock, dayClock, duration } from "../../../ui/format.ts";
import { Icon } from "../../../ui/icon.tsx";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { plateText } from "../speak.ts";
import { minutesByState } from "./story.ts";
import { signalWords } from "./story-words.ts";
import { tripTexts } from "./trip-texts.ts";

/** Stages whose time is waiting or handling at the border; before and after, the truck is its own master. */
const counted = new Set(["holding", "called", "at_gate", "crossed_in", "in_yard", "checks_done", "released"]);

/** How the time at the border was spent, stage by stage. */
export function StageTimes({ story }: { story: readonly StoryLine[] }) {
  const t = useTexts(tripTexts);
  const { lang } = useLanguage();
  const zone = useZoneClock();
  const last = story.at(-1)?.occurredAt;
  if (!last) return null;
  const parts = minutesByState(story, zone?.now ?? last)
    .filter((part) => counted.has(part.state))
    .map((part) => ({
      label: gateMessages[lang].states[part.state],
      amount: part.minutes,
      text: duration(lang, part.minutes),
    }));
  if (parts.length === 0) return null;
  const total = duration(
    lang,
    parts.reduce((sum, part) => sum + part.amount, 0),
  );
  return (
    <Panel title={t("wait")} note={t("waitTotal", { total })}>
      <ShareBar
        parts={parts}
        label={parts.map((part) => `${part.label} ${part.text}`).join(marks[lang].comma)}
      />
    </Panel>
  );
}

/** The fee step as it is: not installed, and said so. */
export function FeePanel() {
  const t = useTexts(tripTexts);
  return (
    <Panel title={t("fee")}>
      <p className="pad soft">{t("feeNotInstalled")}</p>
    </Panel>
  );
}

/** Papers and numbers of the declaration; what is missing is named. */
export function Papers({ trip }: { trip: TripView }) {
  const t = useTexts(tripTexts);
  const { lang } = useLanguage();
  const names = useNames();
  const signals = trip.signals.map(
    (signal) => `${signalWords[signal.origin]?.[lang] ?? signal.origin} ${dayClock(signal.recordedAt)}`,
  );
  const rows: readonly [string, ReactNode][] = [
    [
      t("customsNumber"),
      listed(lang, trip.customsNumbers) || <span className="warn">{t("customsNone")}</span>,
    ],
    ...trip.quarantine.map((paper): [string, ReactNode] => [t("quarantinePaper"), paper.number]),
    ...trip.containers.map((one): [string, ReactNode] => [t("container", { size: one.size }), one.number]),
    ...(trip.vin ? [[t("vin"), trip.vin] satisfies [string, ReactNode]] : []),
    [t("regime"), regimeWords[trip.regime][lang]],
    [t("declarant"), names(trip.declarant)],
    ...(trip.onBehalf
      ? [
          [t("onBehalf"), t(trip.onBehalf.ground, { by: names(trip.onBehalf.by) })] satisfies [
            string,
            ReactNode,
          ],
        ]
      : []),
    ...(trip.yard
      ? [
          [t("yard"), [names(trip.yard), trip.slot].filter(Boolean).join(marks[lang].comma)] satisfies [
            string,
            ReactNode,
          ],
        ]
      : []),
    ...(signals.length > 0
      ? [[t("signals"), signals.join(marks[lang].semicolon)] satisfies [string, ReactNode]]
      : []),
    ...(trip.transferredTo
      ? [[t("transferredTo"), plateText(trip.transferredTo)] satisfies [string, ReactNode]]
      : []),
    ...(trip.booking
      ? [
          [
            t("booking"),
            t(`booking_${trip.booking.state}`, {
              from: dayClock(trip.booking.from),
              to: clock(trip.booking.to),
            }),
          ] satisfies [string, ReactNode],
        ]
      : []),
    ...(trip.returnBy ? [[t("returnBy"), dayClock(trip.returnBy)] satisfies [string, ReactNode]] : []),
  ];
  return (
    <Panel title={t("papers")}>
      <dl className="docs num">
        {rows.map(([label, value], at) => (
          // Rows of one kind may repeat their label; their order is that of the declaration.
          <div key={`${label}${at + 1}`}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

/** Whether all lines of the story are sealed in the chain. */
export function Seal({ sealed, count, code }: { sealed: boolean; count: number; code: string }) {
  const t = useTexts(tripTexts);
  const { lang } = useLanguage();
  return (
    <p className={sealed ? "seal-line" : "seal-line open"}>
      <Icon name="seal" />
      <span>{sealed ? t("sealed", { n: count }) : t("notSealed")}</span>{" "}
      <a className="link" href={`/v/${code}?lang=${lang}`}>
        {t("verify")}
      </a>
    </p>
  );
}
