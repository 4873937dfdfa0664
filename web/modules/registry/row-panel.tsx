import { fieldWord } from "@moc/contract/registry/messages/field-words.ts";
import { registryMessages } from "@moc/contract/registry/messages/messages.ts";
import { fieldsOf, nameOf, valueText } from "@moc/contract/registry/messages/row-words.ts";
import type { RegistryRow } from "@moc/contract/registry/rows.ts";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { orpc } from "../../shell/api.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { dayClock } from "../../ui/format.ts";
import { useLanguage, useTexts } from "../../ui/language.tsx";
import { Panel } from "../../ui/panel.tsx";
import { EditForm } from "./edit-form.tsx";
import { registryTexts } from "./registry-texts.ts";
import { validText } from "./row-words.ts";

/** One row whole: what it states, where from, all its versions, and the edit when the server allows it. */
export function RowPanel({ row, onClose }: { row: RegistryRow; onClose: () => void }) {
  const t = useTexts(registryTexts);
  const { lang } = useLanguage();
  const [editing, setEditing] = useState(false);
  const read = useQuery(orpc.registry.readVersions.queryOptions({ input: { kind: row.kind, key: row.key } }));
  const may = read.data?.may.find((one) => !one.allowed);
  const { source } = row;
  return (
    <Panel
      title={nameOf(row, lang)}
      note={validText(row.validity, t)}
      end={<IconButton icon="x" label={t("close")} onClick={onClose} />}
      className="row-panel"
    >
      <dl className="stated">
        {fieldsOf(row).map(([field, value]) => (
          <div key={field}>
            <dt>{fieldWord(field, lang)}</dt>
            <dd>{valueText(value, lang)}</dd>
          </div>
        ))}
        <div>
          <dt>{t("source")}</dt>
          <dd>
            {source.url ? (
              <a className="link" href={source.url} target="_blank" rel="noreferrer">
                {source.citation}
              </a>
            ) : (
              source.citation
            )}
            , {registryMessages[lang].confidences[source.confidence]}
          </dd>
        </div>
      </dl>
      <div className="pad-field">
        {editing ? (
          <EditForm row={row} onDone={() => setEditing(false)} />
        ) : (
          <Button
            refusal={may ? registryMessages[lang].reasons.role_lacks : undefined}
            onClick={() => setEditing(true)}
          >
            {t("edit")}
          </Button>
        )}
      </div>
      <h3 className="sect pad-field">{t("versions")}</h3>
      <ol className="versions">
        {read.data?.versions.map((version) => (
          <li key={`${version.validity.recordedFrom}${version.validity.validFrom}`}>
            <b className="num">{validText(version.validity, t)}</b>
            <span className="muted small">
              {t("recorded", { at: dayClock(version.validity.recordedFrom) })}
              {version.validity.recordedTo && `, ${t("superseded")}`}; {version.source.citation}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
