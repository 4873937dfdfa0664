import { checkStateWords } from "@moc/contract/gate/messages/check-words.ts";
import { bracketed, marks } from "@moc/contract/values/sentence.ts";
import { Button } from "../../../ui/button.tsx";
import { clock } from "../../../ui/format.ts";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { decisionWords } from "../words.ts";
import { decideTexts } from "./decide-texts.ts";
import { longestWait, type Unsent } from "./unsent.ts";
import { useForget } from "./use-decide.ts";
import "./unsent.css";

/** One decision that the server has not confirmed, or did not take: never told as the result of the check. */
export function UnsentNote({ one }: { one: Unsent }) {
  const t = useTexts(decideTexts);
  const { lang } = useLanguage();
  const forget = useForget();
  const what = decisionWords[one.decision]?.[lang] ?? one.decision;
  const { ended } = one;
  if (ended === null) {
    return (
      <div className="unsent">
        <Tag tone="warn" glyph="run">
          {t(one.tried ? "notSent" : "sending", { what })}
        </Tag>
        {one.tried && (
          <>
            <span className="soft">{t("waits", { t: clock(one.at), end: clock(one.at + longestWait) })}</span>
            <Button small look="quiet" onClick={() => forget(one.command)}>
              {t("drop")}
            </Button>
          </>
        )}
      </div>
    );
  }
  const stands = ended.stands === null ? t("unknown") : checkStateWords[ended.stands][lang];
  const now = ended.by.length === 0 ? stands : stands + bracketed(lang, ended.by.join(marks[lang].comma));
  return (
    <div className="unsent">
      <Tag tone="bad" glyph="oct">
        {t("refused", { what })}
      </Tag>
      <span>
        {ended.why === "too_old"
          ? t("tooOld")
          : `${ended.text} ${t("both", { was: checkStateWords[one.was][lang], stands: now })}${marks[lang].stop}`}
      </span>
      <Button small look="quiet" onClick={() => forget(one.command)}>
        {t("seen")}
      </Button>
    </div>
  );
}
