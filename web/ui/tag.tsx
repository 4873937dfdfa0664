import type { ReactNode } from "react";
import { Glyph, type GlyphName } from "./glyph.tsx";

/** The tone colours shape and border; the word beside it carries the meaning. */
export type Tone = "ok" | "warn" | "bad" | "lim" | "idle" | "acc";

export function Tag({ tone, glyph, children }: { tone: Tone; glyph: GlyphName; children: ReactNode }) {
  return (
    <span className={`tag ${tone}`}>
      <Glyph name={glyph} />
      {children}
    </span>
  );
}

/** Marks one figure without a source; stands right beside it. */
export function Illustrative({ children }: { children: ReactNode }) {
  return <span className="illus">{children}</span>;
}
