import { kindTraits } from "@moc/contract/gate/trip-kind.ts";
import { streamFor } from "@moc/engines/registry/rules.ts";
import { useMutation } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { commandId, orpc, queryClient } from "../../../shell/api.ts";
import { useZoneRegistry } from "../../../shell/names.ts";
import { Button } from "../../../ui/button.tsx";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { SlotField } from "../queue/slot-field.tsx";
import { plateText } from "../speak.ts";
import { AdmissionNote } from "./admission-note.tsx";
import { useAnswers } from "./answers.ts";
import { BehalfField } from "./behalf-field.tsx";
import { declareTexts } from "./declare-texts.ts";
import { check, type Draft } from "./draft.ts";
import { origin, useDeclarationDraft } from "./draft-store.ts";
import { FaultList, Refused } from "./fault-list.tsx";
import { SteeringNote } from "./steering-note.tsx";

/** Check your answers: everything as it will be read by every force, then one button. */
export function Review() {
  const t = useTexts(declareTexts);
  const { lang } = useLanguage();
  const navigate = useNavigate();
  const tell = useToast();
  const { draft, clear } = useDeclarationDraft();
  // One id for this intention: pressing again after a broken line is the same declaration, not a second one.
  const [command] = useState(commandId);
  const { declaration, faults } = check(draft, lang);
  const [slot, setSlot] = useState("");
  const [firm, setFirm] = useState("");
  const { direction } = kindTraits[draft.kind];
  const stream = useStream(draft);
  const file = useMutation({
    ...orpc.gate.declareVehicle.mutationOptions(),
    onSuccess: ({ trip }) => {
      tell("done", t("sent", { plate: plateText(trip.plate), code: trip.code }));
      clear();
      origin.keep(undefined);
      void queryClient.invalidateQueries({ queryKey: orpc.gate.key() });
      void navigate({ to: "/trips/$trip", params: { trip: trip.id } });
    },
  });
  return (
    <div className="form wide">
      <h1>{t("review")}</h1>
      {faults.size > 0 && <FaultList faults={faults} />}
      {file.isError && <Refused error={file.error} />}
      <Answers draft={draft} />
      <SteeringNote draft={draft} />
      <AdmissionNote draft={draft} />
      <BehalfField firm={firm} onPick={setFirm} />
      {stream !== null && (
        <SlotField
          route={draft.route}
          direction={direction}
          stream={stream}
          value={slot}
          error={undefined}
          onPick={setSlot}
        />
      )}
      <div className="form-actions">
        <Button
          look="primary"
          busy={file.isPending}
          refusal={declaration ? undefined : t("reviewLocked")}
          onClick={() => {
            const draft = origin.read()?.id;
            if (declaration)
              file.mutate({
                command,
                declaration,
                ...(draft && { draft }),
                ...(slot && { slot }),
                ...(firm && { firm }),
              });
          }}
        >
          {t("send")}
        </Button>
      </div>
    </div>
  );
}

/** The stream in which such a truck would wait, by the published rules; null while they are not read. */
function useStream(draft: Draft): string | null {
  const { data } = useZoneRegistry();
  const goods = draft.goodsUnknown ? [] : draft.goods.flatMap((line) => (line.class ? [line.class] : []));
  const { kind, route } = draft;
  const { direction } = kindTraits[kind];
  const subject = { kind, direction, route, regime: draft.regime, goods };
  return data === undefined ? null : (streamFor(data.stream, subject)?.key ?? null);
}

function Answers({ draft }: { draft: Draft }) {
  const t = useTexts(declareTexts);
  const answers = useAnswers();
  return (
    <dl className="answers panel">
      {answers(draft)
        .filter(({ value }) => value !== "")
        .map(({ step, label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
            <Link
              className="link"
              to="/declare/$step"
              params={{ step }}
              aria-label={`${t("change")}: ${label}`}
            >
              {t("change")}
            </Link>
          </div>
        ))}
    </dl>
  );
}
