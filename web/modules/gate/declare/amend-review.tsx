import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { commandId, orpc, queryClient, refusalOf } from "../../../shell/api.ts";
import { Button } from "../../../ui/button.tsx";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { plateText } from "../speak.ts";
import type { AmendingTrip } from "./amend-screen.tsx";
import { amendTexts } from "./amend-texts.ts";
import { amendmentOf } from "./amendment.ts";
import { useAnswers } from "./answers.ts";
import type { Draft } from "./draft.ts";
import { FaultList, Refused } from "./fault-list.tsx";

/** Check your answers: only what changes, as it was filed beside as it will be read, then one button. */
export function AmendReview({ trip, seen, filed, hand, overtaken, reread }: AmendingTrip) {
  const t = useTexts(amendTexts);
  const { lang } = useLanguage();
  const navigate = useNavigate();
  const tell = useToast();
  const answers = useAnswers();
  // One id for this intention: pressing again after a broken line is the same amendment, not a second one.
  const [command] = useState(commandId);
  const { changed, amendment, faults } = amendmentOf(filed, hand.draft, lang);
  const send = useMutation({
    ...orpc.gate.amendDeclaration.mutationOptions(),
    onSuccess: async () => {
      tell("done", t("sent", { plate: plateText(trip.plate) }));
      hand.clear();
      void navigate({ to: "/trips/$trip", params: { trip: trip.id } });
      await queryClient.invalidateQueries({ queryKey: orpc.gate.key() });
    },
    onError: (error) => {
      if (refusalOf(error)?.code === "stale_state") void reread();
    },
  });
  const before = answers(filed);
  const after = answers(hand.draft);
  const rows = after.flatMap(({ label, value, field }, at) => {
    const was = before[at]?.value ?? "";
    return value === was || !changed.some((one) => one === field) ? [] : [{ label, was, value }];
  });
  const refusal = changed.length === 0 ? t("reviewNone") : faults.size > 0 ? t("reviewWrong") : undefined;
  return (
    <div className="form wide">
      <h1>{t("review")}</h1>
      {faults.size > 0 && <FaultList faults={faults} />}
      {send.isError && <Refused error={send.error} />}
      {overtaken && <Overtaken was={overtaken} now={filed} />}
      {trip.state === "holding" && <p className="note-line measure-wide">{t("queueNote")}</p>}
      <dl className="answers panel">
        {rows.map(({ label, was, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <span className="was">
                {t("before")}: {was || t("nothing")}
              </span>
              <span>
                {t("after")}: <b>{value || t("nothing")}</b>
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <div className="form-actions">
        <Button
          look="primary"
          busy={send.isPending}
          refusal={refusal}
          onClick={() => send.mutate({ command, trip: trip.id, seen, ...amendment })}
        >
          {t("send")}
        </Button>
      </div>
    </div>
  );
}

/** What somebody else has amended meanwhile; what was typed here is kept below. */
function Overtaken({ was, now }: { was: Draft; now: Draft }) {
  const t = useTexts(amendTexts);
  const answers = useAnswers();
  const before = answers(was);
  const rows = answers(now).flatMap(({ label, value }, at) => {
    const old = before[at]?.value ?? "";
    return old === value ? [] : [{ label, old, value }];
  });
  return (
    <div className="note-line measure-wide" role="status">
      <p>{t(rows.length > 0 ? "overtaken" : "movedOn")}</p>
      <ul>
        {rows.map(({ label, old, value }) => (
          <li key={label}>
            {label}: {old || t("nothing")} → <b>{value || t("nothing")}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}
