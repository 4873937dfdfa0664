import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from "react";
import { Glyph, type GlyphName } from "./glyph.tsx";

type Kind = "done" | "refused";
type Note = { id: number; kind: Kind; text: string };
const shapes = { done: "check", refused: "oct" } as const satisfies Record<Kind, GlyphName>;

/** How long a note stays: long enough to read two lines twice, ms. */
const shown = 9000;

const Notes = createContext<(kind: Kind, text: string) => void>(() => undefined);

/** Notes that follow a command, spoken politely; a refusal is spoken too, and never hides a form's own error. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [notes, setNotes] = useState<readonly Note[]>([]);
  const next = useRef(1);
  const tell = useCallback((kind: Kind, text: string) => {
    const id = next.current++;
    setNotes((all) => [...all.slice(-2), { id, kind, text }]);
    setTimeout(() => setNotes((all) => all.filter((note) => note.id !== id)), shown);
  }, []);
  const value = useMemo(() => tell, [tell]);
  return (
    <Notes value={value}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {notes.map((note) => (
          <p key={note.id} className={`toast ${note.kind}`}>
            <Glyph name={shapes[note.kind]} />
            {note.text}
          </p>
        ))}
      </div>
    </Notes>
  );
}

export const useToast = () => useContext(Notes);
