import type { CheckState, CheckView } from "@moc/contract/gate/check.ts";
import { checkStateWords } from "@moc/contract/gate/messages/check-words.ts";
import type { GlyphName } from "../../../ui/glyph.tsx";
import { Glyph } from "../../../ui/glyph.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import type { Tone } from "../../../ui/tag.tsx";
import { useCheckKinds } from "../check-kinds.ts";

export const checkLook = {
  pending: { tone: "idle", glyph: "wait" },
  pass: { tone: "ok", glyph: "check" },
  hold: { tone: "warn", glyph: "hold" },
  fail: { tone: "bad", glyph: "fail" },
  withdrawn: { tone: "idle", glyph: "na" },
} as const satisfies Record<CheckState, { tone: Tone; glyph: GlyphName }>;

/** The checks that apply to one truck: shape and short form, the full words for screen readers and on hover. */
export function ChecksCell({ checks }: { checks: readonly CheckView[] }) {
  const { lang } = useLanguage();
  const kindOf = useCheckKinds();
  return (
    <span className="cks">
      {checks.map((check) => {
        const kind = kindOf(check.kind);
        const words = `${kind?.name[lang] ?? check.kind}: ${checkStateWords[check.state][lang]}`;
        const { tone, glyph } = checkLook[check.state];
        return (
          <span key={check.kind} className={`ck ${tone}`} title={words}>
            <Glyph name={glyph} />
            <span aria-hidden="true">{kind?.shortName[lang] ?? ""}</span>
            <span className="vh">{words}</span>
          </span>
        );
      })}
    </span>
  );
}
