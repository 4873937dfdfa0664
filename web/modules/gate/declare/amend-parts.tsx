import { type AmendField, amendFields } from "@moc/contract/gate/declaration.ts";
import { partWords } from "@moc/contract/gate/messages/amend-words.ts";
import { Link } from "@tanstack/react-router";
import { Button } from "../../../ui/button.tsx";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { plateText } from "../speak.ts";
import type { AmendingTrip } from "./amend-screen.tsx";
import { amendTexts, fixedWords } from "./amend-texts.ts";
import { amendmentOf, belongsTo } from "./amendment.ts";

const looks = {
  same: { tone: "idle", glyph: "wait" },
  changed: { tone: "acc", glyph: "run" },
  wrong: { tone: "bad", glyph: "oct" },
} as const;

/** Every part of the declaration: still open with what became of it here, or fixed with the reason. */
export function AmendParts({ trip, amendable, filed, hand }: AmendingTrip) {
  const t = useTexts(amendTexts);
  const { lang } = useLanguage();
  const { changed, faults } = amendmentOf(filed, hand.draft, lang);
  const stateOf = (field: AmendField): keyof typeof looks => {
    if ([...faults.keys()].some((path) => belongsTo(path, field))) return "wrong";
    return changed.includes(field) ? "changed" : "same";
  };
  const blocked = changed.length === 0 ? t("reviewNone") : faults.size > 0 ? t("reviewWrong") : undefined;
  return (
    <>
      <h1>{t("title", { plate: plateText(trip.plate) })}</h1>
      <p className="soft measure-wide">{t("lead")}</p>
      {trip.state === "holding" && <p className="note-line measure-wide">{t("queueNote")}</p>}
      <section className="panel" aria-label={t("parts")}>
        <ol className="tasks">
          {amendFields.map((field) => (
            <li key={field}>
              {amendable.includes(field) ? (
                <Link to="/trips/$trip/amend/$part" params={{ trip: trip.id, part: field }}>
                  <span>{partWords[field][lang]}</span>
                  <Tag {...looks[stateOf(field)]}>{t(stateOf(field))}</Tag>
                </Link>
              ) : (
                <Fixed part={partWords[field][lang]} why={fixedWords[field][lang]} />
              )}
            </li>
          ))}
          <li>
            <Fixed part={t("never")} why={t("neverWhy")} />
          </li>
          <li>
            {blocked === undefined ? (
              <Link
                to="/trips/$trip/amend/$part"
                params={{ trip: trip.id, part: "review" }}
                className="ready"
              >
                <span>{t("review")}</span>
              </Link>
            ) : (
              <span className="locked">
                <span>{t("review")}</span>
                <span className="muted small">{blocked}</span>
              </span>
            )}
          </li>
        </ol>
      </section>
      {changed.length > 0 && (
        <div className="form-actions">
          <Button look="quiet" icon="x" onClick={hand.clear}>
            {t("undo")}
          </Button>
        </div>
      )}
    </>
  );
}

function Fixed({ part, why }: { part: string; why: string }) {
  const t = useTexts(amendTexts);
  return (
    <span className="locked">
      <span>{part}</span>
      <Tag tone="idle" glyph="shut">
        {t("fixed")}
      </Tag>
      <span className="why-fixed muted small">{why}</span>
    </span>
  );
}
