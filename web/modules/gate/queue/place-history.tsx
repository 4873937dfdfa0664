import { passedOverWords } from "@moc/contract/gate/messages/passed-over-words.ts";
import type { PlaceChange, QueueEntry, QueueView } from "@moc/contract/gate/queue.ts";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { orpc } from "../../../shell/api.ts";
import { useNames } from "../../../shell/names.ts";
import { Read } from "../../../shell/read.tsx";
import { useZoneClock } from "../../../shell/zone.tsx";
import { useRested } from "../../../ui/at-rest.ts";
import { PlaceLine } from "../../../ui/charts/place-line.tsx";
import { clockFrom } from "../../../ui/format.ts";
import { Glyph } from "../../../ui/glyph.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { Rich, useLanguage, useTexts } from "../../../ui/language.tsx";
import { within } from "../../../ui/text.ts";
import { goodsText, plateText, tonnes } from "../speak.ts";
import { KnownAt } from "./known-at.tsx";
import { PlaceChanges } from "./place-changes.tsx";
import { historyTexts, queueTexts } from "./queue-texts.ts";

/** One truck's place and every change of it, as everybody may read it. */
export function PlaceHistory({ entry, queue }: { entry: QueueEntry; queue: QueueView }) {
  const t = useTexts(historyTexts);
  const q = useTexts(queueTexts);
  const { lang } = useLanguage();
  const { trip } = entry;
  const stream = queue.streams.find((one) => one.key === trip.stream)?.name[lang] ?? q("unsorted");
  return (
    <aside className="side" aria-label={plateText(trip.plate)}>
      <div className="sh">
        <div>
          <span className="plate big num">{plateText(trip.plate)}</span>
          <p>
            {goodsText(trip.goods, lang) ?? q("goodsUnknown")}
            {trip.weightKg !== null && ` ${tonnes(lang, trip.weightKg)}`}
          </p>
        </div>
        <Link className="btn sm" to="/trips/$trip" params={{ trip: trip.id }}>
          {t("openTrip")}
        </Link>
      </div>
      <div className="now9">
        <span className="p9 num">{entry.place}</span>
        <p className="num">
          <b>{t("ofAll", { n: entry.place, all: queue.waiting })}</b>
          <br />
          <Rich text={t("ofStream", { stream: within(stream, lang), n: entry.streamPlace })} />
        </p>
      </div>
      {entry.passedOver && (
        <div className="miss">
          <Glyph name="hold" />
          <span>{t("held", { why: passedOverWords[entry.passedOver][lang] })}</span>
        </div>
      )}
      <Changes trip={trip.id} />
      <p className="seal">
        <Icon name="seal" />
        <span>{t("sealed")}</span>
      </p>
    </aside>
  );
}

/** The line of places over time and the list of changes in words, newest first. */
export function Changes({ trip }: { trip: string }) {
  const [knownAt, setKnownAt] = useState<string>();
  const input = { trip, ...(knownAt && { knownAt }) };
  // Who runs through a queue with J reads where it stops; what was asked for before is given up.
  const enabled = useRested(trip) === trip;
  const places = useQuery({ ...orpc.gate.explainPlace.queryOptions({ input }), enabled });
  return (
    <Read of={places} rows={5} widths={[60, 180]}>
      {({ changes }) => <Known changes={changes} at={knownAt} onAt={setKnownAt} />}
    </Read>
  );
}

type KnownProps = {
  changes: readonly PlaceChange[];
  at: string | undefined;
  onAt: (at: string | undefined) => void;
};

/** The changes as they were known `at` an instant; undefined: as they are known now. */
function Known({ changes, at: knownAt, onAt }: KnownProps) {
  const t = useTexts(historyTexts);
  const zone = useZoneClock();
  const names = useNames();
  const points = changes.flatMap((change) =>
    change.to === null ? [] : [{ at: new Date(change.at).getTime(), place: change.to }],
  );
  const last = changes.at(-1);
  const end =
    last?.to === null
      ? new Date(last.at).getTime()
      : new Date(knownAt ?? zone?.now ?? last?.at ?? 0).getTime();
  return (
    <>
      {points.length > 0 && (
        <div className="pcw">
          <h2>{t("chart")}</h2>
          <PlaceLine
            points={points}
            end={Math.max(end, points.at(-1)?.at ?? 0)}
            hour={(at) => clockFrom(end, at)}
            label={t("chartLabel", { from: points[0]?.place ?? 0, to: points.at(-1)?.place ?? 0 })}
          />
        </div>
      )}
      <div className="hh">
        <h2>{t("history")}</h2>
        <KnownAt value={knownAt} latest={zone?.now} onChange={onAt} />
      </div>
      {changes.length === 0 && <p className="hist-none">{t("historyNone")}</p>}
      <PlaceChanges changes={changes} now={zone?.now} names={names} />
    </>
  );
}
