import { useSyncExternalStore } from "react";
import { Glyph } from "../../../ui/glyph.tsx";
import { useTexts } from "../../../ui/language.tsx";
import { decideTexts } from "./decide-texts.ts";

const listen = (listener: () => void) => {
  addEventListener("online", listener);
  addEventListener("offline", listener);
  return () => {
    removeEventListener("online", listener);
    removeEventListener("offline", listener);
  };
};

/** Says that the browser has no line, and what becomes of decisions meanwhile. */
export function LineDown() {
  const t = useTexts(decideTexts);
  const online = useSyncExternalStore(listen, () => navigator.onLine);
  return (
    <div role="status">
      {!online && (
        <p className="line-down">
          <Glyph name="tri" /> {t("offline")}
        </p>
      )}
    </div>
  );
}
