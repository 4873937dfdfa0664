import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { Button } from "../../../ui/button.tsx";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { stepFields } from "./declare-fields.tsx";
import { Review } from "./declare-review.tsx";
import { declareTexts } from "./declare-texts.ts";
import { check, type Faults, openSteps, type Step, stepOf, steps } from "./draft.ts";
import { template, useDeclarationDraft } from "./draft-store.ts";
import { StepForm } from "./step-form.tsx";
import "./declare.css";

const isStep = (value: string): value is Step => steps.some((step) => step === value);

/** Screen 5, the task list: what is done, what is missing, where to go on. */
export function DeclareScreen() {
  const t = useTexts(declareTexts);
  const { lang } = useLanguage();
  const { draft, change, clear } = useDeclarationDraft();
  const open = openSteps(check(draft, lang).faults);
  const last = template();
  return (
    <div className="declare">
      <h1>{t("title")}</h1>
      <p className="soft measure-wide">{t("lead")}</p>
      <div className="form-actions">
        {last && (
          <Button icon="save" onClick={() => change(last)}>
            {t("fromTemplate")}
          </Button>
        )}
        <Button look="quiet" icon="x" onClick={clear}>
          {t("clear")}
        </Button>
      </div>
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
  const { draft, change } = useDeclarationDraft();
  const faults: Faults = new Map([...check(draft, lang).faults].filter(([path]) => stepOf(path) === step));
  const next = steps[steps.indexOf(step) + 1] ?? "review";
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
      <Button onClick={() => void navigate({ to: "/declare" })}>{t("save")}</Button>
    </StepForm>
  );
}
