import type { DiversionPreview } from "@moc/contract/gate/divert-queue.ts";
import type { QueueView } from "@moc/contract/gate/queue.ts";
import { bracketed, marks } from "@moc/contract/values/sentence.ts";
import { skipToken, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { client, orpc } from "../../../shell/api.ts";
import { useNames, useZoneRegistry } from "../../../shell/names.ts";
import { Problem } from "../../../shell/problem.tsx";
import { ReasonForm } from "../../../shell/reason-form.tsx";
import { SelectField } from "../../../ui/field.tsx";
import { dayClock } from "../../../ui/format.ts";
import { Rich, useLanguage, useTexts } from "../../../ui/language.tsx";
import { within } from "../../../ui/text.ts";
import { plateText, reasonOf } from "../speak.ts";
import { divertTexts } from "./divert-texts.ts";

type Props = { queue: QueueView; onClose: () => void };

/** Asks where waiting trucks are sent and why, and shows first which, in words and figures. */
export function DivertDialog({ queue, onClose }: Props) {
  const t = useTexts(divertTexts);
  const { lang } = useLanguage();
  const [to, setTo] = useState("");
  const [stream, setStream] = useState("");
  const { route, direction } = queue;
  const { data: registry } = useZoneRegistry();
  const input = to === "" ? skipToken : { route, direction, to, ...(stream && { stream }) };
  const preview = useQuery(orpc.gate.previewDiversion.queryOptions({ input }));
  const { trips = [], order = null } = preview.data ?? {};
  const routes = (registry?.route ?? []).filter(
    (row) => row.key !== route && row.admits.includes("export_vn"),
  );
  return (
    <ReasonForm
      title={t("title")}
      description={t("what")}
      act={t("open")}
      ready={trips.length > 0 && !preview.isFetching}
      label={t("reason")}
      hint={t("reasonHint")}
      send={(command, reason) =>
        client.gate.divertQueue({ command, route, direction, to, trips, reason, ...(order && { order }) })
      }
      told={({ diverted, left }) =>
        t(left.length > 0 ? "doneLeft" : "done", { n: diverted.length, left: left.length })
      }
      onClose={onClose}
    >
      {(errorAt) => (
        <>
          <SelectField
            label={t("to")}
            none={t("choose")}
            required
            error={errorAt("to")}
            value={to}
            onChange={(event) => setTo(event.target.value)}
            options={routes.map((row) => ({ value: row.key, label: row.name[lang] }))}
          />
          <SelectField
            label={t("stream")}
            none={t("all")}
            value={stream}
            onChange={(event) => setStream(event.target.value)}
            options={queue.streams.map((one) => ({
              value: one.key,
              label: `${one.name[lang]}${bracketed(lang, String(one.waiting))}`,
            }))}
          />
          <div aria-live="polite">
            {to === "" && <p className="soft">{t("choosing")}</p>}
            {preview.isError && <Problem error={preview.error} retry={() => void preview.refetch()} />}
            {preview.data && <Would preview={preview.data} queue={queue} />}
          </div>
        </>
      )}
    </ReasonForm>
  );
}

const shown = 5;

/** Whom the diversion sends where, by when, and who stays and why. */
function Would({ preview, queue }: { preview: DiversionPreview; queue: QueueView }) {
  const t = useTexts(divertTexts);
  const { lang } = useLanguage();
  const names = useNames();
  const { trips, perStream, left, waitingThere, arriveBy, order, to } = preview;
  const parts = perStream.map(({ stream, count }) => {
    const name = queue.streams.find((one) => one.key === stream)?.name[lang] ?? stream;
    return t("part", { n: count, stream: within(name, lang) });
  });
  const made = parts.length > 1 ? t("made", { parts: parts.join(marks[lang].comma) }) : "";
  const values = { n: trips.length, to: names(to), parts: made, there: waitingThere, by: dayClock(arriveBy) };
  return (
    <>
      <p>{trips.length === 0 ? t("nobody") : <Rich text={t("would", values)} />}</p>
      {order !== null && <p className="muted small">{t("order")}</p>}
      {left.length > 0 && (
        <>
          <p>{t("left", { n: left.length })}</p>
          <ul className="preview">
            {left.slice(0, shown).map((one) => (
              <li key={one.trip}>
                <span className="plate num">{plateText(one.plate)}</span>
                <span>{reasonOf(one.reason, one.params, lang)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
