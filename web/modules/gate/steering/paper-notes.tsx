import { spokenPaper } from "@moc/contract/gate/messages/paper.ts";
import type { PaperMode } from "@moc/contract/gate/paper-mode.ts";
import { dayClock } from "../../../ui/format.ts";
import { Glyph } from "../../../ui/glyph.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import "./steering.css";

/** When a queue worked on paper, on the screens of the staff: since when, why, and what was entered of it. */
export function PaperNotes({ modes }: { modes: readonly PaperMode[] }) {
  const { lang } = useLanguage();
  if (modes.length === 0) return null;
  return (
    <ul className="order-notes">
      {modes.map((mode) => {
        const { title, text } = spokenPaper(lang, mode, dayClock);
        return (
          <li key={mode.id} className={mode.to === null ? "warn" : "idle"}>
            <Glyph name={mode.to === null ? "tri" : "wait"} />
            <b>{title}</b>
            <span>{mode.reason}</span>
            <span className="muted">{text}</span>
          </li>
        );
      })}
    </ul>
  );
}
