import { Glyph } from "../../../ui/glyph.tsx";
import { useTexts } from "../../../ui/language.tsx";
import { declareTexts } from "./declare-texts.ts";
import type { Faults } from "./draft.ts";

/** Every fault in one place, spoken at once. */
export function FaultList({ faults }: { faults: Faults }) {
  const t = useTexts(declareTexts);
  return (
    <div className="errors" role="alert">
      <b>
        <Glyph name="oct" className="inl" /> {t("errors")}
      </b>
      <ul>
        {[...faults].map(([path, message]) => (
          <li key={path}>{message}</li>
        ))}
      </ul>
    </div>
  );
}
