import { gateMessages } from "@moc/contract/gate/messages/messages.ts";
import type { StoryLine, TripView } from "@moc/contract/gate/trip.ts";
import { marks } from "@moc/contract/values/sentence.ts";
import { useNames } from "../../../shell/names.ts";
import { useZoneClock } from "../../../shell/zone.tsx";
import { clock, clockAcross, dayClock, duration, weekday } from "../../../ui/format.ts";
import { Glyph, type GlyphName } from "../../../ui/glyph.tsx";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { within } from "../../../ui/text.ts";
import { useCheckNames } from "../check-kinds.ts";
import { byDay, detailOf, type Stage, stagesOf, titleOf } from "./story.ts";
import { tripTexts } from "./trip-texts.ts";

const shapes = {
  done: { className: "d", glyph: "check" },
  current: { className: "c", glyph: "run" },
  ahead: { className: "f", glyph: "wait" },
  ended: { className: "c", glyph: "shut" },
} as const satisfies Record<Stage["shape"], { className: string; glyph: GlyphName }>;

/** Where the trip stands among its stages. */
export function StageBar({ trip, story }: { trip: TripView; story: readonly StoryLine[] }) {
  const t = useTexts(tripTexts);
  const { lang } = useLanguage();
  return (
    <ol className="steps" aria-label={t("stages")}>
      {stagesOf(trip, story).map((stage) => (
        <li
          key={stage.state}
          className={shapes[stage.shape].className}
          aria-current={stage.shape === "current" ? "step" : undefined}
        >
          <Glyph name={shapes[stage.shape].glyph} />
          <span>{gateMessages[lang].states[stage.state]}</span>
          <em className="num">{stage.at ? dayClock(stage.at) : "\u00A0"}</em>
        </li>
      ))}
    </ol>
  );
}

/** Everything that happened, by day, the clocks of both sides beside each other, with who and how long until the next. */
export function Timeline({ trip, story }: { trip: TripView; story: readonly StoryLine[] }) {
  const t = useTexts(tripTexts);
  const { lang } = useLanguage();
  const zone = useZoneClock();
  const hasAcross = clockAcross(trip.stateSince) !== undefined;
  const ended = ["closed", "withdrawn", "refused", "expired"].includes(trip.state);
  return (
    <Panel
      title={t("timeline")}
      end={<span className="muted small">{t("events", { n: story.length })}</span>}
    >
      <div className="tlh sect" aria-hidden="true">
        <span>{t("hereTime")}</span>
        <span>{hasAcross && t("acrossTime")}</span>
        <i />
        <span />
        <span>{t("took")}</span>
      </div>
      {byDay(story).map((day) => (
        <div key={day.day}>
          <h3 className="day">{weekday(lang, day.at)}</h3>
          <ol className="tl">
            {day.lines.map(({ line, minutes }) => (
              <Line key={`${line.kind}${line.position ?? line.recordedAt}`} line={line} minutes={minutes} />
            ))}
          </ol>
        </div>
      ))}
      {zone && !ended && (
        <p className="nowl">
          <span className="t num">{clock(zone.now)}</span>
          <span className="t b num">{clockAcross(zone.now)}</span>
          <span className="dot" />
          <b>{t("now", { state: within(gateMessages[lang].states[trip.state], lang) })}</b>
        </p>
      )}
    </Panel>
  );
}

function Line({ line, minutes }: { line: StoryLine; minutes: number | undefined }) {
  const { lang } = useLanguage();
  const names = useNames();
  const checkName = useCheckNames();
  const detail = detailOf(line, lang, names);
  // A token's name is an operator's label for a machine; whose machine it is says more.
  const { kind, name, organisation } = line.actor;
  const who = [kind === "token" && organisation ? "" : name, names(organisation)]
    .filter(Boolean)
    .join(marks[lang].comma);
  return (
    <li className={line.state ? "ev key" : "ev"}>
      <span className="t num">{clock(line.occurredAt)}</span>
      <span className="t b num">{clockAcross(line.occurredAt)}</span>
      <span className="dot" />
      <div>
        <b>{titleOf(line, lang, checkName)}</b>
        <p>{[detail, who].filter(Boolean).join(marks[lang].semicolon)}</p>
      </div>
      <span className="du num">{minutes !== undefined && minutes >= 1 && duration(lang, minutes)}</span>
    </li>
  );
}
