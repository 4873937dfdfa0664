import { readGlossary, type Term } from "@moc/contract/values/glossary.ts";
import { useEffect, useRef } from "react";
import { createPortal } from "react-dom";
import glossary from "../../GLOSSARY.md?raw";
import { Button, IconButton } from "../ui/button.tsx";
import { useLanguage, useTexts } from "../ui/language.tsx";
import { type Lang, langs } from "../ui/text.ts";
import type { Help } from "./help.ts";
import { helpTexts } from "./help-texts.ts";
import { type HelpName, helps } from "./helps.ts";
import "./help.css";

const terms = readGlossary(glossary);

/** The help of one screen beside it: the screen stays in reach. Escape closes; printed, it is a page of its own. */
export function HelpPanel({ name, onClose }: { name: HelpName; onClose: () => void }) {
  const t = useTexts(helpTexts);
  const { lang } = useLanguage();
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented) onClose();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [onClose]);
  const help: Help = helps[name];
  return createPortal(
    <aside className="help" aria-labelledby="help-title">
      <div className="help-head">
        <h2 id="help-title" ref={head} tabIndex={-1}>
          {t("help")}
        </h2>
        <Button small icon="print" onClick={() => window.print()}>
          {t("print")}
        </Button>
        <IconButton icon="x" label={t("close")} onClick={onClose} />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region is reached by keyboard (WCAG 2.1.1) */}
      <div className="help-body" tabIndex={0} role="group" aria-labelledby="help-title">
        <p className="lead">{help.purpose[lang]}</p>
        <h3>{t("points")}</h3>
        <ul>
          {help.points.map((point) => (
            <li key={point.en}>{point[lang]}</li>
          ))}
        </ul>
        <Keys help={help} />
        <Terms codes={help.terms} lang={lang} />
      </div>
    </aside>,
    document.body,
  );
}

function Keys({ help }: { help: Help }) {
  const t = useTexts(helpTexts);
  const { lang } = useLanguage();
  const shared = [
    ["Ctrl K", t("find")],
    ["?", t("open")],
    ["Esc", t("escape")],
  ] as const;
  const keys = [...(help.keys ?? []).map(({ key, does }) => [key, does[lang]] as const), ...shared];
  return (
    <>
      <h3>{t("keys")}</h3>
      <dl className="help-keys">
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** Each term in the reader's language first, beside it the official Vietnamese and the Chinese. */
function Terms({ codes, lang }: { codes: readonly string[]; lang: Lang }) {
  const t = useTexts(helpTexts);
  const known = codes.flatMap((code) => terms.get(code) ?? []);
  if (known.length === 0) return null;
  const others = (term: Term) => langs.filter((one) => one !== lang).map((one) => ({ one, text: term[one] }));
  return (
    <>
      <h3>{t("terms")}</h3>
      <dl className="help-terms">
        {known.map((term) => (
          <div key={term.code}>
            <dt>{term[lang]}</dt>
            <dd>
              {others(term).map(({ one, text }) => (
                <span key={one} lang={one}>
                  {text}
                </span>
              ))}
              {lang === "en" && term.meaning !== "" && <span className="muted">{term.meaning}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {known.some((term) => term.zh.includes("°")) && <p className="muted small">{t("chosen")}</p>}
    </>
  );
}
