import { useMatches } from "@tanstack/react-router";
import { lazy, Suspense, useRef, useState } from "react";
import { useHotkey } from "../ui/hotkey.ts";
import { useTexts } from "../ui/language.tsx";
import { helpTexts } from "./help-texts.ts";

const HelpPanel = lazy(() => import("./help-panel.tsx").then((part) => ({ default: part.HelpPanel })));

/** What this screen is for, one key away: the button in the header and its panel at the side. */
export function HelpButton() {
  const t = useTexts(helpTexts);
  const name = useMatches({ select: (matches) => matches.at(-1)?.staticData.help });
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useHotkey("?", () => setOpen((now) => !now), { when: name !== undefined });
  if (name === undefined) return null;
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <button
        type="button"
        className="cell help-open"
        ref={button}
        aria-expanded={open}
        aria-keyshortcuts="?"
        aria-label={t("help")}
        title={t("help")}
        onClick={() => setOpen(!open)}
      >
        <kbd aria-hidden="true">?</kbd>
      </button>
      {open && (
        <Suspense fallback={null}>
          <HelpPanel name={name} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
