import type { CountedRoute, CountRecord } from "@moc/contract/gate/count.ts";
import { countUnitWords } from "@moc/contract/gate/messages/count.ts";
import { marks } from "@moc/contract/values/sentence.ts";
import type { Direction } from "@moc/contract/values/traffic.ts";
import { useState } from "react";
import { client } from "../../../shell/api.ts";
import { CommandForm } from "../../../shell/command-form.tsx";
import { useNames } from "../../../shell/names.ts";
import { ReasonForm } from "../../../shell/reason-form.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { TextField } from "../../../ui/field.tsx";
import { dayClock } from "../../../ui/format.ts";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { countTexts } from "./count-texts.ts";
import { countText, dayText } from "./count-words.ts";

/** One route, day and direction with all that was recorded of it. */
export type Picked = Pick<CountedRoute, "route" | "unit"> & {
  day: string;
  direction: Direction;
  records: readonly CountRecord[];
};

function useTitle({ route, day, direction }: Picked): string {
  const t = useTexts(countTexts);
  const names = useNames();
  return t("cell", { place: names(route), way: t(direction).toLowerCase(), day: dayText(day) });
}

type Draft = { passed: string; source: string };

/** What passed and who says so; `hint` of an empty figure. */
function CountFields(props: {
  draft: Draft;
  onChange: (draft: Draft) => void;
  unit: CountedRoute["unit"];
  hint: string;
  required: boolean;
  errorAt: (field: keyof Draft) => string | undefined;
}) {
  const t = useTexts(countTexts);
  const { lang } = useLanguage();
  const { draft, onChange, errorAt } = props;
  return (
    <>
      <TextField
        label={t("passed", { unit: countUnitWords[props.unit][lang] })}
        hint={props.hint}
        inputMode="numeric"
        pattern="[0-9]{1,4}"
        required={props.required}
        value={draft.passed}
        error={errorAt("passed")}
        onChange={({ target }) => onChange({ ...draft, passed: target.value })}
      />
      <TextField
        label={t("source")}
        hint={t("sourceHint")}
        required
        maxLength={200}
        value={draft.source}
        error={errorAt("source")}
        onChange={({ target }) => onChange({ ...draft, source: target.value })}
      />
    </>
  );
}

/** Fills a gap: how many passed that day that way, and who says so. */
export function RecordCount({ picked, onClose }: { picked: Picked; onClose: () => void }) {
  const t = useTexts(countTexts);
  const [draft, setDraft] = useState<Draft>({ passed: "", source: "" });
  const { route, day, direction, unit } = picked;
  const { source } = draft;
  const count = { route, day, direction, passed: Number(draft.passed), source };
  return (
    <CommandForm
      title={useTitle(picked)}
      act={t("enter")}
      send={(command) => client.gate.recordCount({ command, count })}
      told={() => t("entered")}
      onClose={onClose}
    >
      {(errorAt) => (
        <CountFields
          draft={draft}
          onChange={setDraft}
          unit={unit}
          hint={t("passedHint")}
          required
          errorAt={(field) => errorAt(`count.${field}`)}
        />
      )}
    </CommandForm>
  );
}

/** From where a figure is: every record with who entered it, from what and when; and its correction, for who may. */
export function CountDialog(props: { picked: Picked; allowed: boolean; onClose: () => void }) {
  const title = useTitle(props.picked);
  if (props.allowed) return <CorrectCount {...props} title={title} />;
  return (
    <Dialog open onClose={props.onClose} title={title}>
      <Records of={props.picked} />
    </Dialog>
  );
}

function CorrectCount({ picked, title, onClose }: { picked: Picked; title: string; onClose: () => void }) {
  const t = useTexts(countTexts);
  const last = picked.records.at(-1);
  const [draft, setDraft] = useState<Draft>({
    passed: String(last?.passed ?? ""),
    source: last?.source ?? "",
  });
  const { source } = draft;
  const passed = draft.passed === "" ? null : Number(draft.passed);
  return (
    <ReasonForm
      title={title}
      description={t("correctHint")}
      act={t("correct")}
      label={t("reason")}
      hint={t("reasonHint")}
      send={(command, reason) =>
        client.gate.correctCount({ command, count: last?.id ?? "", passed, source, reason })
      }
      told={() => t("corrected")}
      onClose={onClose}
    >
      {(errorAt) => (
        <>
          <Records of={picked} />
          <CountFields
            draft={draft}
            onChange={setDraft}
            unit={picked.unit}
            hint={t("unknownHint")}
            required={false}
            errorAt={errorAt}
          />
        </>
      )}
    </ReasonForm>
  );
}

/** Every record, oldest first; the last one holds. */
function Records({ of: { records, unit } }: { of: Picked }) {
  const t = useTexts(countTexts);
  const { lang } = useLanguage();
  const names = useNames();
  return (
    <ol className="lines count-records">
      {records.map(({ id, number, passed, source, recordedAt, recordedBy, reason, simulated }) => (
        <li key={id}>
          <div>
            <p>
              <b className="num">{passed === null ? t("unknown") : countText(passed, unit, lang)}</b>
              {marks[lang].comma}
              {number === 0 ? t("first") : t("nth", { n: number, reason: reason ?? "" })}{" "}
              {simulated && <span className="illus">{t("simulated")}</span>}
            </p>
            <p className="muted small">
              {t("told", {
                source,
                who: [recordedBy.name, names(recordedBy.organisation)]
                  .filter(Boolean)
                  .join(marks[lang].comma),
                at: dayClock(recordedAt),
              })}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
