import { useMutation } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { commandId, orpc, queryClient, refusalOf } from "../../../shell/api.ts";
import { useNames } from "../../../shell/names.ts";
import { useRefusalText } from "../../../shell/problem.tsx";
import { Button } from "../../../ui/button.tsx";
import { Glyph } from "../../../ui/glyph.tsx";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { plateText } from "../speak.ts";
import { goodsWords, regimeWords } from "../words.ts";
import { declareTexts, fieldTexts, kindWords, payloadWords } from "./declare-texts.ts";
import { check, type Draft, type Step } from "./draft.ts";
import { keepTemplate, useDraft } from "./draft-store.ts";
import { FaultList } from "./fault-list.tsx";

/** Check your answers: everything as it will be read by every force, then one button. */
export function Review() {
  const t = useTexts(declareTexts);
  const { lang } = useLanguage();
  const navigate = useNavigate();
  const tell = useToast();
  const refusal = useRefusalText();
  const { draft, clear } = useDraft();
  // One id for this intention: pressing again after a broken line is the same declaration, not a second one.
  const [command] = useState(commandId);
  const { declaration, faults } = check(draft, lang);
  const file = useMutation({
    ...orpc.gate.declareVehicle.mutationOptions(),
    onSuccess: ({ trip }) => {
      tell("done", t("sent", { plate: plateText(trip.plate), code: trip.code }));
      keepTemplate(draft);
      clear();
      void queryClient.invalidateQueries({ queryKey: orpc.gate.key() });
      void navigate({ to: "/trips/$trip", params: { trip: trip.id } });
    },
  });
  const refused = refusalOf(file.error);
  return (
    <div className="form wide">
      <h1>{t("review")}</h1>
      {faults.size > 0 && <FaultList faults={faults} />}
      {file.isError && (
        <div className="errors" role="alert">
          <b className="em">
            <Glyph name="oct" /> {refusal(file.error)}
          </b>
          <ul>
            {refused?.fields.map((field) => (
              <li key={field.path}>{field.message}</li>
            ))}
          </ul>
        </div>
      )}
      <Answers draft={draft} />
      <div className="form-actions">
        <Button
          look="primary"
          busy={file.isPending}
          refusal={declaration ? undefined : t("reviewLocked")}
          onClick={() => declaration && file.mutate({ command, declaration })}
        >
          {t("send")}
        </Button>
      </div>
    </div>
  );
}

function Answers({ draft }: { draft: Draft }) {
  const t = useTexts(declareTexts);
  const f = useTexts(fieldTexts);
  const { lang } = useLanguage();
  const names = useNames();
  const goods = draft.goodsUnknown
    ? f("goodsUnknown")
    : draft.goods
        .map((line) =>
          [line.name, line.class && goodsWords[line.class][lang], line.weightKg && `${line.weightKg} kg`]
            .filter(Boolean)
            .join(", "),
        )
        .join("; ");
  const rows: readonly [Step, string, string][] = [
    ["route", f("kind"), kindWords[draft.kind][lang]],
    ["route", f("regime"), regimeWords[draft.regime][lang]],
    ["route", f("routeWanted"), names(draft.route)],
    ["vehicle", f("plate"), [draft.plate, draft.trailer].filter(Boolean).join(" / ")],
    ["vehicle", f("payload"), draft.payloadClass && payloadWords[draft.payloadClass][lang]],
    ["vehicle", f("container"), draft.container && `${draft.container}, ${draft.containerSize} ft`],
    ["driver", f("driverName"), draft.driverName],
    ["driver", f("driverPaper"), draft.driverPaper],
    ["driver", f("owner"), draft.owner],
    ["goods", t("goods"), goods],
    ["papers", f("customsNumbers"), draft.customsNumbers],
    ["papers", f("quarantineNumber"), draft.quarantineNumber],
    ["papers", f("note"), draft.note],
  ];
  return (
    <dl className="answers panel">
      {rows
        .filter(([, , value]) => value !== "")
        .map(([step, label, value]) => (
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
