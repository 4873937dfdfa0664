import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { Button } from "../../../ui/button.tsx";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { stepFields } from "./declare-fields.tsx";
import { Review } from "./declare-review.tsx";
import { declareTexts } from "./declare-texts.ts";
import { Desk } from "./desk.tsx";
import { check, type Faults, firstOpen, openSteps, type Step, stepOf, steps } from "./draft.ts";
import { origin, useDeclarationDraft } from "./draft-store.ts";
import { importTexts } from "./import-texts.ts";
import { KeepBar } from "./keep-bar.tsx";
import { Mandates } from "./mandates.tsx";
import { StepForm } from "./step-form.tsx";
import { useKeep } from "./use-desk.ts";
import "./declare.css";

const isStep = (value: string): value is Step => steps.some((step) => step === value);

/** Screen 5, the task list: what is done, what is missing, where to go on. */
export function DeclareScreen() {
  const t = useTexts(declareTexts);
  const i = useTexts(importTexts);
  const { lang } = useLanguage();
  const hand = useDeclarationDraft();
  const { draft } = hand;
  const open = openSteps(check(draft, lang).faults);
  return (
    <div className="declare">
      <h1>{t("title")}</h1>
      <p className="soft measure-wide">{t("lead")}</p>
      <p>
        <Link className="link" to="/declare/import">
          {i("open")}
        </Link>
      </p>
      <Desk hand={hand} />
      <section className="panel" aria-label={t("tasks")}>
        <ol className="tasks">
          {steps.map((step) => (
            <li key={step}>
              <Link to="/declare/$step" params={{ step }}>
                <span>{t(step)}</span>
                {open.has(step) ? (
                  <Tag tone="idle" glyph="wait">
                    {t("open")}
                  </Tag>
                ) : (
                  <Tag tone="ok" glyph="check">
                    {t(step === "papers" && draft.customsNumbers === "" ? "optional" : "done")}
                  </Tag>
                )}
              </Link>
            </li>
          ))}
          <li>
            {open.size > 0 ? (
              <span className="locked">
                <span>{t("review")}</span>
                <span className="muted small">{t("reviewLocked")}</span>
              </span>
            ) : (
              <Link to="/declare/$step" params={{ step: "review" }} className="ready">
                <span>{t("review")}</span>
              </Link>
            )}
          </li>
        </ol>
      </section>
      <KeepBar hand={hand} />
      <Mandates />
    </div>
  );
}

/** One task of the list, or the answers to check before sending. */
export function DeclareStepScreen() {
  const t = useTexts(declareTexts);
  const { step } = useParams({ from: "/declare/$step" });
  return (
    <div className="declare">
      <nav className="crumb" aria-label={t("tasks")}>
        <Link to="/declare">{t("back")}</Link>
      </nav>
      {isStep(step) ? <DeclareStep key={step} step={step} /> : <Review />}
    </div>
  );
}

function DeclareStep({ step }: { step: Step }) {
  const t = useTexts(declareTexts);
  const { lang } = useLanguage();
  const navigate = useNavigate();
  const hand = useDeclarationDraft();
  const { draft, change } = hand;
  const keep = useKeep(hand);
  const all = check(draft, lang).faults;
  const faults: Faults = new Map([...all].filter(([path]) => stepOf(path) === step));
  // Begun with a template, only what is missing is asked.
  const following = origin.read()?.template ? firstOpen(all, step) : steps[steps.indexOf(step) + 1];
  const next = following ?? "review";
  return (
    <StepForm
      title={t(step)}
      fields={stepFields[step]}
      draft={draft}
      change={change}
      faults={faults}
      next={t("next")}
      onNext={() => void navigate({ to: "/declare/$step", params: { step: next } })}
    >
      <Button busy={keep.busy} onClick={() => keep.draft(() => void navigate({ to: "/declare" }))}>
        {t("save")}
      </Button>
    </StepForm>
  );
}
