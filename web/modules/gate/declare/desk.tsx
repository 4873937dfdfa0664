import type { DraftRow } from "@moc/contract/gate/draft.ts";
import { marks } from "@moc/contract/values/sentence.ts";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { commandId, orpc } from "../../../shell/api.ts";
import { useNames } from "../../../shell/names.ts";
import { Read } from "../../../shell/read.tsx";
import { Button } from "../../../ui/button.tsx";
import { day, dayClock } from "../../../ui/format.ts";
import { useLanguage, useTexts } from "../../../ui/language.tsx";
import { Panel } from "../../../ui/panel.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { deskTexts } from "./desk-texts.ts";
import { check, firstOpen } from "./draft.ts";
import type { DraftInHand } from "./draft-store.ts";
import { useDrop, useTake } from "./use-desk.ts";

/** What the organisation has prepared: drafts to go on with, templates to begin with. */
export function Desk({ hand }: { hand: DraftInHand }) {
  const t = useTexts(deskTexts);
  const { lang } = useLanguage();
  const navigate = useNavigate();
  const read = useQuery(orpc.gate.listDrafts.queryOptions({ input: {} }));
  const take = useTake(hand);
  const drop = useDrop();
  const busy = take.isPending || drop.isPending;
  const begin = (draft: string) =>
    take.mutate(
      { draft },
      {
        onSuccess: ({ draft: { typed } }) =>
          void navigate({
            to: "/declare/$step",
            params: { step: firstOpen(check(typed, lang).faults) ?? "review" },
          }),
      },
    );
  return (
    <Panel title={t("title")} note={t("note")}>
      <Read of={read} rows={2} widths={[200, 120]}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="pad-field soft">{t("none")}</p>
          ) : (
            <ul className="papers">
              {rows.map((row) => (
                <li key={row.id}>
                  <Paper row={row} />
                  <Button small disabled={busy} onClick={() => begin(row.id)}>
                    {t(row.template === null ? "goOn" : "use")}
                  </Button>
                  <Button
                    small
                    look="quiet"
                    icon="x"
                    disabled={busy}
                    onClick={() => drop.mutate({ command: commandId(), draft: row.id })}
                  >
                    {t("drop")}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Read>
    </Panel>
  );
}

function Paper({ row }: { row: DraftRow }) {
  const t = useTexts(deskTexts);
  const { lang } = useLanguage();
  const names = useNames();
  const name = row.template ?? t("draftOf", { plate: row.plate || t("noPlate") });
  return (
    <span className="paper">
      <b>{name}</b>{" "}
      {row.template !== null && (
        <Tag tone="acc" glyph="open">
          {t("template")}
        </Tag>
      )}
      <small className="muted">
        {[names(row.route), t("kept", { kept: dayClock(row.keptAt), until: day(row.expiresAt) })]
          .filter(Boolean)
          .join(marks[lang].comma)}
      </small>
    </span>
  );
}
