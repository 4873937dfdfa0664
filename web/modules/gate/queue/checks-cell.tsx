import type { CheckState, CheckView } from "@moc/contract/gate/check.ts";
import { checkStateWords } from "@moc/contract/gate/messages/check-words.ts";
import { marks } from "@moc/contract/values/sentence.ts";
import type { GlyphName } from "../../../ui/glyph.tsx";
import { Glyph } from "../../../ui/glyph.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import type { Tone } from "../../../ui/tag.tsx";
import type { KindOf } from "../check-kinds.ts";

export const checkLook = {
  pending: { tone: "idle", glyph: "wait" },
  pass: { tone: "ok", glyph: "check" },
  hold: { tone: "warn", glyph: "hold" },
  fail: { tone: "bad", glyph: "fail" },
  withdrawn: { tone: "idle", glyph: "na" },
} as const satisfies Record<CheckState, { tone: Tone; glyph: GlyphName }>;

/**
 * The checks that apply to one truck: shape and short form each, the full words on hover and, as one sentence, for screen
 * readers. It stands in every row of long lists: nothing is looked up in it, and its elements are few.
 */
export function ChecksCell({ checks, kindOf }: { checks: readonly CheckView[]; kindOf: KindOf }) {
  const { lang } = useLanguage();
  const told = checks.map(({ kind, state }) => {
    const row = kindOf(kind);
    const words = `${row?.name[lang] ?? kind}${marks[lang].colon}${checkStateWords[state][lang]}`;
    return { kind, state, words, short: row?.shortName[lang] };
  });
  if (told.length === 0) return null;
  return (
    <span className="cks" role="img" aria-label={told.map(({ words }) => words).join(marks[lang].semicolon)}>
      {told.map(({ kind, state, words, short }) => (
        <span key={kind} className={`ck ${checkLook[state].tone}`} title={words}>
          <Glyph name={checkLook[state].glyph} />
          {short}
        </span>
      ))}
    </span>
  );
}
