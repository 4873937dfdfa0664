import type { CallPreview, QueueEntry, QueueView } from "@moc/contract/gate/queue.ts";
import { marks } from "@moc/contract/values/sentence.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { commandId, orpc } from "../../../shell/api.ts";
import { useRefusalText } from "../../../shell/problem.tsx";
import { Button, IconButton } from "../../../ui/button.tsx";
import { figure } from "../../../ui/format.ts";
import { useHotkey } from "../../../ui/hotkey.ts";
import { Rich, useLanguage, useTexts } from "../../../ui/language.tsx";
import { type Lang, within } from "../../../ui/text.ts";
import { useToast } from "../../../ui/toast.tsx";
import { reasonOf } from "../speak.ts";
import { PreviewDialog } from "./call-preview.tsx";
import { callTexts } from "./queue-texts.ts";

type Props = {
  queue: QueueView;
  preview: CallPreview;
  rows: readonly QueueEntry[];
  /** How many are to be called; undefined: as many as are proposed. */
  onCount: (count: number | undefined) => void;
};

/** How many can be called, of what, and why so many; one key calls them. */
export function CallBar({ queue, preview, rows, onCount }: Props) {
  const t = useTexts(callTexts);
  const { lang } = useLanguage();
  const [open, setOpen] = useState(false);
  const call = useCall(queue);
  const { count } = preview;
  const stands = standsAgainst(queue.mayCall, lang);
  const why = useId();
  const allowed = queue.mayCall.allowed && count > 0 && !call.isPending;
  const run = () =>
    call.mutate(
      { command: commandId(), route: queue.route, direction: queue.direction, count },
      // What a hand has chosen was for this call; the next begins with its own proposal.
      { onSuccess: () => onCount(undefined) },
    );
  useHotkey("g", run, { when: allowed });
  return (
    <section className="call" aria-label={t("region")}>
      <div className="cnum">
        <IconButton
          icon="minus"
          label={t("fewer")}
          disabled={count === 0}
          onClick={() => onCount(count - 1)}
        />
        <span className="num cn" aria-live="polite">
          {count}
        </span>
        <IconButton
          icon="plus"
          label={t("more")}
          disabled={count >= queue.waiting || stands !== undefined}
          onClick={() => onCount(count + 1)}
        />
      </div>
      <div className="cwhy">
        {stands === undefined ? (
          <>
            <p>
              <CallWords queue={queue} preview={preview} />
            </p>
            <Equation preview={preview} />
          </>
        ) : (
          <p id={why}>
            <b>{stands}</b>
          </p>
        )}
      </div>
      <div className="cact">
        <Button onClick={() => setOpen(true)} disabled={count === 0}>
          {t("preview")}
        </Button>
        <Button
          look="primary"
          hotkey="G"
          busy={call.isPending}
          disabled={count === 0 || stands !== undefined}
          aria-describedby={stands === undefined ? undefined : why}
          refusal={refusalOf(queue.mayCall, stands, lang)}
          onClick={run}
        >
          {t("call", { n: count })}
        </Button>
      </div>
      <PreviewDialog open={open} onClose={() => setOpen(false)} preview={preview} rows={rows} />
    </section>
  );
}

const notOfTheQueue = ["not_allowed", "nobody_to_call"];

/**
 * Why nobody at all can be called from the queue and until when: its route is closed, an order stops it. Then there is
 * nothing to reckon; undefined: the proposal stands as it is reckoned.
 */
function standsAgainst({ allowed, reason, params }: QueueView["mayCall"], lang: Lang): string | undefined {
  if (allowed || reason === null || notOfTheQueue.includes(reason)) return undefined;
  return reasonOf(reason, params, lang);
}

/** What stands beside the button: the reason, unless it is said in the words of the bar already. */
function refusalOf(
  { allowed, reason, params }: QueueView["mayCall"],
  stands: string | undefined,
  lang: Lang,
): string | undefined {
  return allowed || stands !== undefined ? undefined : reasonOf(reason, params, lang);
}

function useCall(queue: QueueView) {
  const t = useTexts(callTexts);
  const tell = useToast();
  const refusal = useRefusalText();
  const queries = useQueryClient();
  return useMutation({
    ...orpc.gate.callForward.mutationOptions(),
    onSuccess: ({ called }) => tell("done", t("done", { n: called.length })),
    onError: (error) => tell("refused", refusal(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: orpc.gate.key() }),
    meta: { route: queue.route },
  });
}

function CallWords({ queue, preview }: { queue: QueueView; preview: CallPreview }) {
  const t = useTexts(callTexts);
  const { lang } = useLanguage();
  const { count, proposed } = preview;
  if (count === 0) return <b>{t("nobody")}</b>;
  const parts = preview.perStream
    .filter((part) => part.count > 0)
    .map((part) => {
      const name = queue.streams.find((stream) => stream.key === part.stream)?.name[lang] ?? part.stream;
      return t("part", { n: part.count, stream: within(name, lang) });
    });
  const head = count === proposed ? t("can", { n: count }) : t("chosen", { n: count, p: proposed });
  return <Rich text={head + (parts.length > 0 ? t("made", { parts: parts.join(marks[lang].comma) }) : "")} />;
}

/** The proposal as arithmetic: rate × travel + buffer − on the way, with what bounds it. */
function Equation({ preview }: { preview: CallPreview }) {
  const t = useTexts(callTexts);
  const { lang } = useLanguage();
  const { factors, proposed } = preview;
  const rate = factors.servicePerHour ?? factors.assumedPerHour;
  const rateNote = factors.servicePerHour !== null ? "rate" : rate === null ? "rateUnknown" : "assumed";
  const n = (value: number | null) =>
    value === null ? "?" : figure(lang, value, Number.isInteger(value) ? 0 : 1);
  return (
    <p className="eq num">
      <span>
        {rate === null ? "?" : t("perHour", { n: n(rate) })} <small>{t(rateNote)}</small>
      </span>
      <i>×</i>
      <span>
        {n(factors.travelHours)} h <small>{t("travel")}</small>
      </span>
      <i>+</i>
      <span>
        {n(factors.buffer)} <small>{t("buffer")}</small>
      </span>
      <i>−</i>
      <span>
        {factors.onTheWay} <small>{t("onTheWay")}</small>
      </span>
      <i>→</i>
      <span className="res">{proposed}</span>
      <small>{factors.yardRoom === null ? t("roomUnknown") : t("room", { n: factors.yardRoom })}</small>
    </p>
  );
}
